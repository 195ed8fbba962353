"""What all charts share: fonts, Vietnamese numbers and dates, caption and marks inside the picture."""

import html
from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache
from textwrap import wrap
from typing import Any

import plotly.graph_objects as go

FONT = "'Source Sans', 'Source Sans 3', 'Noto Sans', 'Segoe UI', Arial, sans-serif"
INK, FAINT, GRID, MARK_COLOUR = "#1F2933", "#52606D", "#E4E7EB", "#B00020"
VIETNAMESE_SEPARATORS = ",."  # decimals, thousands; d3 formats such as ",.1f" then read 1.234,5
DAY_AND_MONTH, WHOLE_DAY = "%d/%m", "%d/%m/%Y"

TITLE_SIZE, LINE_SIZE, NOTE_SIZE = 18, 13, 11
NOTE_WIDTH = 118  # characters that fit below a chart of half a page
PLOT_HEIGHT = 300  # pixels, without caption and axes
AXIS_ROOM = 46  # pixels below the plot for ticks
LEGEND_ROOM = 30  # pixels above it for what the colours mean

# plotly carries no Vietnamese; these are all the words that stand on a chart's button and dates.
VIETNAMESE = {
    "dictionary": {
        "Download plot as a png": "Tải ảnh PNG",
        "Download plot as a PNG": "Tải ảnh PNG",
        "Snapshot succeeded": "Đã tải ảnh",
        "Taking snapshot - this may take a few seconds": "Đang tạo ảnh",
    },
    "format": {"decimal": ",", "thousands": ".", "date": WHOLE_DAY},
}


@dataclass(frozen=True)
class Caption:
    """What a chart says of itself wherever it goes: title, lines on filters, notes on source and cut-off, and
    the mark of simulated figures ("" where they are real)."""

    title: str
    lines: tuple[str, ...] = ()
    notes: tuple[str, ...] = ()
    mark: str = ""


@dataclass(frozen=True)
class Chart:
    """A figure and, for those who cannot see it, what it shows in Vietnamese."""

    figure: go.Figure
    alt: str


def framed(figure: go.Figure, caption: Caption, plot_height: int = PLOT_HEIGHT) -> go.Figure:
    """The figure with our template and its caption inside the picture, as high as all that needs (pixels)."""
    has_legend = sum(trace.showlegend is not False for trace in figure.data) > 1
    notes = [part for note in caption.notes for part in wrap(note, NOTE_WIDTH)]
    lines = [*([f"<b style='color:{MARK_COLOUR}'>{shown(caption.mark)}</b>"] if caption.mark else [])]
    lines += [shown(line) for line in caption.lines]
    has_note_above = any(note.yref == "y domain" and note.y == 1 for note in figure.layout.annotations)
    top = 44 + 18 * len(lines) + (LEGEND_ROOM if has_legend or has_note_above else 0)
    bottom = AXIS_ROOM + 15 * len(notes)
    figure.update_layout(
        template=template(),
        title={"text": f"<b>{shown(caption.title)}</b>", "subtitle": {"text": "<br>".join(lines)}},
        margin={"t": top, "b": bottom},
        height=top + plot_height + bottom,
    )
    figure.add_annotation(
        text="<br>".join(map(shown, notes)),
        showarrow=False,
        align="left",
        font={"size": NOTE_SIZE, "color": FAINT},
        x=0,
        xref="paper",
        xanchor="left",
        y=0,
        yref="paper",
        yanchor="top",
        yshift=-AXIS_ROOM + 8,
    )
    return figure


def shown(text: str) -> str:
    """Text as plotly shows it literally; it reads some HTML."""
    return html.escape(text, quote=False)


def chart_config(file_name: str) -> Mapping[str, Any]:
    """Settings for the browser: one button, which saves the chart as PNG at twice its size, in Vietnamese."""
    return {
        "displaylogo": False,
        "displayModeBar": True,
        "modeBarButtons": [["toImage"]],
        "toImageButtonOptions": {"format": "png", "scale": 2, "filename": file_name},
        "locale": "vi",
        "locales": {"vi": VIETNAMESE},
    }


@cache
def template() -> go.layout.Template:
    """White ground, few lines, numbers with Vietnamese separators."""
    axis = {"gridcolor": GRID, "zeroline": False, "automargin": True, "linecolor": FAINT}
    return go.layout.Template(
        layout={
            "font": {"family": FONT, "size": 14, "color": INK},
            "title": {
                "font": {"size": TITLE_SIZE},
                "subtitle": {"font": {"size": LINE_SIZE, "color": FAINT}},
                "x": 0,
                "xanchor": "left",
                "xref": "paper",
                "y": 1,
                "yref": "container",
                "yanchor": "top",
                "pad": {"t": 10},
            },
            "separators": VIETNAMESE_SEPARATORS,
            "paper_bgcolor": "#FFFFFF",
            "plot_bgcolor": "#FFFFFF",
            "margin": {"l": 10, "r": 20},
            "xaxis": axis,
            "yaxis": axis,
            "hoverlabel": {"align": "left", "font": {"family": FONT}},
            "dragmode": False,
            "legend": {"orientation": "h", "y": 1, "yanchor": "bottom", "x": 0, "traceorder": "normal"},
        }
    )
