"""Notes where a commune's figures are drawn: a line at the week, whole below, read out, never markup."""

from datetime import UTC, date, datetime

import plotly.graph_objects as go

from dashboard.figures.notes import mark_notes, told, with_notes
from dashboard.figures.template import Caption
from dashboard.reference.commune_notes import Note

WHEN = datetime(2026, 11, 12, tzinfo=UTC)


def note(text: str, day: int = 11) -> Note:
    return Note(f"{day}", "14758", date(2026, 11, day), text, "Lan", WHEN)


def test_each_note_has_a_line_at_its_week_and_its_beginning():
    figure = go.Figure()
    mark_notes(figure, [note("lũ"), note("đường vào xã bị cắt ba ngày", 18)])
    assert [shape.x0 for shape in figure.layout.shapes] == [date(2026, 11, 11), date(2026, 11, 18)]
    assert [it.text for it in figure.layout.annotations] == ["✎ lũ", "✎ đường vào xã bị…"]
    assert figure.layout.annotations[0].y != figure.layout.annotations[1].y


def test_markup_in_a_note_is_text():
    figure = go.Figure()
    mark_notes(figure, [note("<b>x</b>")])
    assert "<b>" not in figure.layout.annotations[0].text


def test_the_whole_note_stands_below_with_who_wrote_it_and_is_read_out():
    caption = with_notes(Caption("t", notes=("nguồn",)), [note("lũ")])
    assert caption.notes == ("Ghi chú kỳ 11/11/2026: lũ (Lan).", "nguồn")
    assert told([note("lũ"), note("mất sóng", 18)]) == " Ghi chú: kỳ 11/11/2026: lũ; kỳ 18/11/2026: mất sóng."
    assert told([]) == ""
