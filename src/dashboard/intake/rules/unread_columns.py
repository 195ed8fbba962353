"""Columns with a header that nobody understood: not needed, not stored, not left out without a word."""

from collections.abc import Iterator

from dashboard.intake.case import Case
from dashboard.intake.finding import Finding, Severity
from dashboard.intake.reading.sheet import column_letter
from dashboard.intake.wording import sheet_words

RULE = "unread_columns"


def find(case: Case) -> Iterator[Finding]:
    """One piece of information that lists them."""
    if case.table is None or not case.table.header.unknown:
        return
    header = case.table.header
    names = [f"{column_letter(index)} (“{label}”)" for index, label in header.unknown.items()]
    yield Finding(
        RULE,
        Severity.INFO,
        f"Không dùng các cột{sheet_words(header.sheet.name)}: {', '.join(names)}.",
        sheet=header.sheet.name or None,
        row=header.last_row,
        column=column_letter(next(iter(header.unknown))),
    )
