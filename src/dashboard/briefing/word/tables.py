"""The content's tables as Word tables: header rows that repeat, rows that stay whole, columns as wide as "
"needed."""

from itertools import groupby

from dashboard.briefing.content import Table
from dashboard.briefing.content.outline import is_number, table_cells, table_header
from dashboard.briefing.word.markup import CLOSE, Align, Look, Spacing, cell, paragraph, row, run, table
from dashboard.briefing.word.page import TEXT_MM

HEADER_SHADE, GROUP_SHADE = "E7ECF2", "F3F6F9"
SIZE_PT, LONG_SIZE_PT = 11.5, 10.5
PADDING_MM, LONG_PADDING_MM = 0.7, 0.25
MOST_KEPT_ROWS = 8  # rows of a table that no page break comes into
# Shares of the width; what is not named takes NUMBER.
NUMBER = 10.0
WIDTHS = {
    "rank": 5,
    "commune_name": 20,
    "carrier_name": 15.5,
    "class_label": 22,
    "why_low": 40,
    "hall_name": 24,
    "session_status": 15,
    "held_on": 15,
    "difficulty_text": 34,
    "difficulty_category": 18,
    "communes_affected": 22,
    "difficulty_status": 15,
    "answer": 26,
    "handling_plan": 52,
    "status": 16,
    "received_at": 14,
    "verified_pct": 8.5,
    "verified_pct_change": 10,
    "round_on": 12.5,
    "two_way_soon_at_most_count": 14,
}


def table_markup(content: Table) -> str:
    """The table with its note, without its caption."""
    names = [name for name in content.rows.column_names if name != content.grouped_by]
    shares = [WIDTHS.get(name, NUMBER) for name in names]
    widths = [TEXT_MM * share / sum(shares) for share in shares]
    size = LONG_SIZE_PT if content.is_long else SIZE_PT
    rows = [_header(names, widths, size), *_rows(content, names, widths, size)]
    note = (
        paragraph(run(content.note, Look(italic=True, size=11)), "left", Spacing(before=2, after=4))
        if content.note
        else ""
    )
    padding = LONG_PADDING_MM if content.is_long else PADDING_MM
    return table(rows, widths, padding_mm=padding) + (note or paragraph(run("", Look(size=4)), "left"))


def _header(names: list[str], widths: list[float], size: float) -> str:
    look = Look(bold=True, size=size)
    cells = [
        cell(paragraph(run(table_header(name), look), "center"), width, shade=HEADER_SHADE)
        for name, width in zip(names, widths, strict=True)
    ]
    return row(cells, is_header=True)


def _rows(content: Table, names: list[str], widths: list[float], size: float) -> list[str]:
    all_names = content.rows.column_names
    kept = [all_names.index(name) for name in names]
    told = table_cells(content)
    if not content.grouped_by:
        last = len(told) - 1
        is_short = len(told) <= MOST_KEPT_ROWS
        return [
            _row(
                dict(zip(names, (line[at] for at in kept), strict=True)),
                widths,
                Look(content.has_total and place == last, size=size),
                Spacing(keep_next=is_short and place < last),
            )
            for place, line in enumerate(told)
        ]
    by, rows = all_names.index(content.grouped_by), []
    for group, lines in groupby(told, key=lambda line: line[by]):
        told_of = (dict(zip(names, (line[at] for at in kept), strict=True)) for line in lines)
        members = [_row(cells, widths, Look(size=size), CLOSE) for cells in told_of]
        rows += [_group(f"{group}: {len(members)} xã, phường", widths, size), *members]
    return rows


def _group(title: str, widths: list[float], size: float) -> str:
    text = paragraph(run(title, Look(bold=True, size=size)), "left", Spacing(keep_next=True))
    return row([cell(text, sum(widths), len(widths), GROUP_SHADE)])


def _row(cells: dict[str, str], widths: list[float], look: Look, spacing: Spacing) -> str:
    return row(
        [
            cell(paragraph(run(text, look), _align(name), spacing), width)
            for (name, text), width in zip(cells.items(), widths, strict=True)
        ]
    )


def _align(name: str) -> Align:
    if name in {"rank", "received_at", "round_on"}:
        return "center"
    return "right" if is_number(name) else "left"
