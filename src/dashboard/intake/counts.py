"""A cell to a count: whole numbers in any way people write them, and a reason where it is none."""

import math
import re
from dataclasses import dataclass
from datetime import date
from enum import StrEnum

from dashboard.intake.reading.sheet import CellValue

# Blanks between thousands: the common one, no-break, thin and narrow no-break spaces.
BLANKS = " \u00a0\u2009\u202f"
GROUPED = re.compile(rf"^[1-9][0-9]{{0,2}}(?P<sign>[.,{BLANKS}'])[0-9]{{3}}(?:(?P=sign)[0-9]{{3}})*$")
DECIMAL = re.compile(
    rf"^(?P<whole>[0-9]+|[1-9][0-9]{{0,2}}(?P<sign>[.,{BLANKS}'])[0-9]{{3}}(?:(?P=sign)[0-9]{{3}})*)"
    r"(?P<point>[.,])(?P<part>[0-9]+)$"
)
PLAIN = re.compile(r"^[0-9]+$")
MINUS_SIGNS = "-\u2212\u2013"

# A carrier has a few million subscribers in a province of 4.3 million people (DESIGN.md); a hundred million
# in one commune is a slip, and numbers beyond 64 bits would not fit the database.
LARGEST_COUNT = 100_000_000
LONGEST_NUMBER = 40  # characters: more is no number, and Python refuses to convert thousands of digits


class Flaw(StrEnum):
    """Why a cell is no count."""

    EMPTY = "empty"
    NOT_A_NUMBER = "not_a_number"
    NOT_WHOLE = "not_whole"
    NEGATIVE = "negative"
    IMPLAUSIBLE = "implausible"


@dataclass(frozen=True)
class Count:
    """A parsed cell: a value, or a flaw, never both."""

    value: int | None
    flaw: Flaw | None = None


def parse_count(cell: CellValue) -> Count:
    """A count from a cell: 1234, 1234.0, "1.234", "1,234", "1 234" (also with no-break spaces), "1.234,0".

    Three digits after a sign are thousands, as Vietnamese writes them: counts have no decimals. A dash or an
    empty cell is not zero: who means zero writes 0.
    """
    if cell is None:
        return Count(None, Flaw.EMPTY)
    if isinstance(cell, bool | date):
        return Count(None, Flaw.NOT_A_NUMBER)
    if isinstance(cell, str):
        return _parse_text(cell)
    return _judged(cell)


def _judged(number: float) -> Count:
    if not math.isfinite(number):
        return Count(None, Flaw.NOT_A_NUMBER)
    if number < 0:
        return Count(None, Flaw.NEGATIVE)
    if number != int(number):
        return Count(None, Flaw.NOT_WHOLE)
    if number > LARGEST_COUNT:
        return Count(None, Flaw.IMPLAUSIBLE)
    return Count(int(number))


def _parse_text(text: str) -> Count:
    stripped = text.strip(BLANKS)
    if not stripped:
        return Count(None, Flaw.EMPTY)
    digits = stripped.lstrip("+" + MINUS_SIGNS)
    sign = stripped[: len(stripped) - len(digits)]
    if len(sign) > 1 or len(digits) > LONGEST_NUMBER:
        return Count(None, Flaw.NOT_A_NUMBER)
    number = _number(digits.lstrip(BLANKS))
    if number is None:
        return Count(None, Flaw.NOT_A_NUMBER)
    return _judged(-number if sign and sign in MINUS_SIGNS else number)


def _number(digits: str) -> float | None:
    """The number that digits with their signs of grouping and decimals say; None where they say none."""
    if PLAIN.match(digits) or GROUPED.match(digits):
        return int(re.sub(r"[^0-9]", "", digits))
    found = DECIMAL.match(digits)
    if found is None or found["sign"] == found["point"]:
        return None
    whole = re.sub(r"[^0-9]", "", found["whole"])
    return int(whole) if not found["part"].strip("0") else float(f"{whole[:15]}.{found['part']}")
