"""Columns with a header that nobody understood: not needed, not stored, not left out without a word."""

from collections.abc import Iterator, Mapping

from dashboard.intake.case import Case
from dashboard.intake.finding import Finding, Severity
from dashboard.intake.reading.sheet import column_letter
from dashboard.intake.wording import sheet_words

RULE = "unread_columns"


def find(case: Case) -> Iterator[Finding]:
    """One piece of information for each sheet that lists them."""
    if case.table is None:
        return
    header = case.table.header
    yield from _unread(header.sheet.name, header.last_row, header.unknown)
    for annex in case.annexes.tables:
        yield from _unread(annex.sheet.name, annex.header_row, annex.unknown)


def _unread(sheet: str, row: int, unknown: Mapping[int, str]) -> Iterator[Finding]:
    if unknown:
        names = [f"{column_letter(index)} (“{label}”)" for index, label in unknown.items()]
        yield Finding(
            RULE,
            Severity.INFO,
            f"Không dùng các cột{sheet_words(sheet)}: {', '.join(names)}.",
            sheet=sheet or None,
            row=row,
            column=column_letter(next(iter(unknown))),
        )
