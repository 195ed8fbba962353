"""The plain way: a Streamlit page that puts the polygons into st.plotly_chart at every run."""

import plotly.express as px
import streamlit as st

from bench.peers.figures import CENTRE, ZOOM, rates, read_figures, read_polygons

st.set_page_config(layout="wide")
figures = st.cache_data(read_figures)()
polygons = st.cache_data(read_polygons)()
week = st.slider("Week", 1, 52, 1)
chart = px.choropleth_map(
    rates(figures, week),
    geojson=polygons,
    locations="commune_code",
    color="verified_pct",
    range_color=(0, 100),
    map_style="white-bg",
    center=CENTRE,
    zoom=ZOOM,
    height=700,
)
st.plotly_chart(chart)
