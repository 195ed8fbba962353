"""What leaves the app, as a part of the page of figures."""

from collections.abc import Iterator
from textwrap import fill

from bench.documents import REPEATS_COUNT, Documents
from bench.report_table import Cells, aim, number, table

WIDTH = 110  # of the text, in letters
# The briefing's issue, November 2026: DOCX and PPTX in 3 s, a print map in 1.5 s, 166 sheets in 60 s.
AIMS_SECONDS = {
    "briefing, docx": 3.0,
    "briefing, pptx": 3.0,
    "map on A4, pdf": 1.5,
    "map on A4, png": 1.5,
    "map on A4, svg": 1.5,
}
SHEETS_AIM_SECONDS = 60


def documents_lines(documents: Documents | None) -> Iterator[str]:
    """The table of files, and what a viewer noticed meanwhile; nothing where it was not measured."""
    if documents is None:
        return
    yield from table(("what", f"seconds, p50 of {REPEATS_COUNT}", "longest", "aim"), list(_rows(documents)))
    alone, beside = documents.alone_ms, documents.meanwhile_ms
    yield "\n" + fill(
        f"The map's question in the same process took {number(alone.p50)} ms p50 and {number(alone.p95)} ms "
        f"p95 alone, {number(beside.p50)} and {number(beside.p95)} ms while every kind of file was made once "
        f"({beside.n} times asked).",
        WIDTH,
    )


def _rows(documents: Documents) -> Iterator[Cells]:
    for name, seconds in documents.seconds.items():
        aimed = aim(AIMS_SECONDS.get(name), seconds.p50, " s")
        yield name, number(seconds.p50), number(seconds.p95), aimed
    sheets = documents.sheets_seconds
    yield (
        "sheets of all 166 communes in one ZIP, once",
        number(sheets),
        "",
        aim(SHEETS_AIM_SECONDS, sheets, " s"),
    )
