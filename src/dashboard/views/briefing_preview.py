"""The briefing on the screen, as the document will say it."""

import pandas as pd
import plotly.graph_objects as go
import streamlit as st

from dashboard.briefing.content import Chart, Section, Table, Wording
from dashboard.briefing.content.outline import chapters, is_number, table_cells, table_header
from dashboard.measures.wording import NOTHING
from dashboard.views.briefing_choices import Choices
from dashboard.views.plain import plain

CHART_HEIGHT = 300  # pixels


def show_preview(choices: Choices) -> None:
    """All parts in order; the annex folded away."""
    content = choices.content
    if content.footer.mark:
        st.markdown(f":red[**{content.footer.mark}**]")
    with st.container(width=880):
        st.markdown(f"#### {plain(content.subject)}")
        _show_words(content.opening)
        for chapter in chapters(content):
            st.markdown(f"##### {chapter.numeral}. {chapter.title.upper()}")
            for place, section in enumerate(chapter.sections, start=1):
                _show_section(section, place if len(chapter.sections) > 1 else 0)
        _show_words(content.closing)
        annex = content.section("annex")
        if annex is not None:
            with st.expander(f"Phụ lục: {annex.title}"):
                for table in annex.tables:
                    _show_table(table)
        st.caption(plain(content.footer.line))


def _show_section(section: Section, number: int) -> None:
    if number:
        st.markdown(f"**{number}. {section.title}**")
    _show_words(section.opening)
    for text in section.paragraphs:
        st.markdown(plain(text))
    for group in section.points:
        st.markdown(f"**{group.title}**\n" + "\n".join(f"- {plain(item)}" for item in group.items))
    for table in section.tables:
        st.caption(table.title)
        _show_table(table)
    for chart in section.charts:
        _show_chart(chart)
    if section.map is not None:
        st.caption(f"{section.map.title}: bản đồ in khổ A4, 300 dpi, có trong tệp Word và PowerPoint.")
    _show_words(section.closing)


def _show_words(wording: Wording | None) -> None:
    if wording is not None and wording.text:
        mark = " :blue-badge[đã sửa]" if wording.edited is not None else ""
        st.markdown(plain(wording.text) + mark)


def _show_table(table: Table) -> None:
    names = table.rows.column_names
    frame = pd.DataFrame(table_cells(table), columns=[table_header(name) for name in names])
    aligned = {
        table_header(name): st.column_config.TextColumn(alignment="right")
        for name in names
        if is_number(name)
    }
    st.dataframe(frame, hide_index=True, width="stretch", column_config=aligned, placeholder=NOTHING)
    if table.note:
        st.caption(plain(table.note))


def _show_chart(chart: Chart) -> None:
    figure = go.Figure()
    for series in chart.series:
        colours = list(chart.point_colours) or series.colour
        if chart.kind == "line":
            figure.add_scatter(
                x=chart.categories, y=series.values, name=series.name, line={"color": series.colour}
            )
        elif chart.kind == "stacked-bar":
            figure.add_bar(
                y=chart.categories,
                x=series.values,
                name=series.name,
                orientation="h",
                marker={"color": colours},
            )
        else:
            figure.add_bar(x=chart.categories, y=series.values, name=series.name, marker={"color": colours})
    figure.update_layout(
        barmode="stack",
        height=CHART_HEIGHT,
        margin={"l": 10, "r": 10, "t": 10, "b": 10},
        separators=",.",
        legend={"orientation": "h", "traceorder": "normal"},
        dragmode=False,
    )
    figure.update_xaxes(type="category" if chart.kind != "stacked-bar" else None)
    if chart.kind == "stacked-bar":
        figure.update_yaxes(autorange="reversed")
        figure.update_xaxes(tickformat=",.0f")
    else:
        figure.update_yaxes(tickformat=",.0f")
    figure.update_xaxes(automargin=True)
    figure.update_yaxes(automargin=True)
    st.caption(chart.title)
    st.plotly_chart(figure, theme=None, key=f"briefing-{chart.key}", config={"displayModeBar": False})
