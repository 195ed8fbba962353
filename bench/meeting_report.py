"""The meeting, as a part of the page of figures."""

from collections.abc import Iterator

from bench.meeting import MeetingBench
from bench.report_table import Cells, aim, number, table

TURN_AIM_MS = 100  # the issue of the meeting: from page to page at once


def meeting_lines(meeting: MeetingBench | None) -> Iterator[str]:
    """The table; nothing where it was not measured."""
    if meeting is not None:
        yield from table(("what, on 1920x1080", "figure", "aim"), list(_rows(meeting)))


def _rows(meeting: MeetingBench) -> Iterator[Cells]:
    turned, stepped, opened = meeting.turned_ms, meeting.stepped_ms, meeting.opened_ms
    yield (
        f"a page turned and painted, {turned.n} times",
        f"{number(turned.p50)} ms p50, {number(turned.p95)} ms p95",
        aim(TURN_AIM_MS, turned.p95, " ms"),
    )
    yield (
        f"a week stepped on the map and painted, {stepped.n} times",
        f"{number(stepped.p50)} ms p50, {number(stepped.p95)} ms p95",
        aim(TURN_AIM_MS, stepped.p95, " ms"),
    )
    yield "requests of all these together", number(meeting.requests_count), aim(0, meeting.requests_count)
    yield (
        "opened in a browser that was never here",
        f"{number(opened.p50)} ms p50, {number(opened.p95)} ms longest of {opened.n}",
        "",
    )
    yield "the agenda of a year of figures, unpacked", f"{number(meeting.agenda_bytes / 1000)} KB", ""
