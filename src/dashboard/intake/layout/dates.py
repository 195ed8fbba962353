"""Dates in running text and in names of files."""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date

from dashboard.reference.names import fold

DAY_FIRST = r"(?P<d{n}>[0-9]{{1,2}})\s*[/.\-_]\s*(?P<m{n}>[0-9]{{1,2}})\s*[/.\-_]\s*(?P<y{n}>20[0-9]{{2}})"
IN_WORDS = r"(?P<d{n}>[0-9]{{1,2}})\s+thang\s+(?P<m{n}>[0-9]{{1,2}})\s+nam\s+(?P<y{n}>20[0-9]{{2}})"
YEAR_FIRST = r"(?P<y{n}>20[0-9]{{2}})[/.\-_]?(?P<m{n}>[0-9]{{2}})[/.\-_]?(?P<d{n}>[0-9]{{2}})"
SOLID = r"(?P<d{n}>[0-9]{{2}})(?P<m{n}>[0-9]{{2}})(?P<y{n}>20[0-9]{{2}})"  # 28102026, in names of files

# Day before month, as Vietnamese writes; a year first is ISO. No digit on either side: 08/2026 is a
# circular's number.
FORMS = (IN_WORDS, DAY_FIRST, YEAR_FIRST, SOLID)
DATE = re.compile("|".join(rf"(?<![0-9/])(?:{form.format(n=n)})(?![0-9])" for n, form in enumerate(FORMS)))


@dataclass(frozen=True)
class DateInText:
    """A date, and the folded text before it back to the date before."""

    day: date
    before: str


def dates_in(text: str) -> Iterator[DateInText]:
    """Every real date of a text, in order: 28/10/2026, 28-10-2026, 2026-10-28, ngày 28 tháng 10 năm 2026."""
    folded = fold(text)
    end = 0
    for found in DATE.finditer(folded):
        day = _day(found)
        if day is not None:
            yield DateInText(day, folded[end : found.start()])
            end = found.end()


def _day(found: re.Match[str]) -> date | None:
    parts = {name[0]: int(value) for name, value in found.groupdict().items() if value}
    try:
        return date(parts["y"], parts["m"], parts["d"])
    except ValueError:  # 31/02/2026
        return None
