"""Routes of our own beside Streamlit's pages: the map's code and polygons, downloads, health."""
