copy from database dashboard to snapshot;
