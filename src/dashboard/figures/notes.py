"""Notes on a commune where its figures are drawn: a line at the week, and the words under the chart."""

from collections.abc import Sequence
from dataclasses import replace

import plotly.graph_objects as go

from dashboard.figures.template import FAINT, Caption, shown
from dashboard.measures.wording import day_text
from dashboard.reference.commune_notes import Note

SHORTEST = 16  # characters of a note beside its line; the whole of it stands below
LEVELS = 3  # heights that notes of weeks close together take turns at


def with_notes(caption: Caption, notes: Sequence[Note]) -> Caption:
    """The caption with every note in full below the chart."""
    said = tuple(f"Ghi chú kỳ {day_text(note.round_on)}: {note.text} ({note.written_by})." for note in notes)
    return replace(caption, notes=(*said, *caption.notes))


def mark_notes(figure: go.Figure, notes: Sequence[Note]) -> None:
    """A dotted line at each note's round, with the beginning of the note; the x axis is of dates."""
    for place, note in enumerate(notes):
        short = note.text if len(note.text) <= SHORTEST else f"{note.text[: SHORTEST - 1].rstrip()}…"
        figure.add_shape(
            type="line",
            x0=note.round_on,
            x1=note.round_on,
            y0=0,
            y1=1,
            yref="y domain",
            line={"color": FAINT, "width": 1.5, "dash": "dot"},
        )
        figure.add_annotation(
            x=note.round_on,
            y=1 - 0.09 * (place % LEVELS),
            yref="y domain",
            text=f"✎ {shown(short)}",
            showarrow=False,
            xanchor="right",
            xshift=-4,
            font={"size": 12, "color": FAINT},
        )


def told(notes: Sequence[Note]) -> str:
    """The notes as a part of a chart's alternative text; "" for none."""
    said = "; ".join(f"kỳ {day_text(note.round_on)}: {note.text}" for note in notes)
    return f" Ghi chú: {said}." if said else ""
