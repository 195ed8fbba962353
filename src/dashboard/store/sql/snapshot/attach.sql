attach if not exists ':memory:' as snapshot;
