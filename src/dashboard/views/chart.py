"""A chart on a page, with a button that saves it as PNG and words for those who cannot see it."""

import streamlit as st

from dashboard.figures.template import Chart, chart_config


def show_chart(chart: Chart, file_name: str) -> None:
    """Draw a chart; the saved picture is called `file_name`.png."""
    st.plotly_chart(
        chart.figure, theme=None, alt=chart.alt, config=dict(chart_config(file_name)), key=file_name
    )
