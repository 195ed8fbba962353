"""Cells of annexes to dates, degrees, choices and communes; what cannot be told is a flaw, never a guess."""

import math
import re
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date

from dashboard.intake.annexes.tables import AnnexRow
from dashboard.intake.layout.dates import dates_in
from dashboard.intake.matching.aliases import NO_ALIASES, Aliases, Written, meant_by
from dashboard.intake.matching.places import Found, Lists, Place, before, today
from dashboard.intake.reading.sheet import CellValue
from dashboard.reference.names import fold
from dashboard.reference.old_communes import old_commune_by_code

DEGREES = re.compile(r"^([0-9]{1,3})[.,]([0-9]{1,12})$")
CODE_DIGITS = 5
WHOLE_PROVINCE = frozenset(("toan tinh", "tinh thanh hoa", "ca tinh"))
# Days far from any round are slips: the programme runs from 2026 to 2027 (Circular 08/2026/TT-BKHCN).
FIRST_YEAR, LAST_YEAR = 2020, 2099

POINT_KINDS: Mapping[str, str] = {
    "co dinh": "fixed",
    "diem co dinh": "fixed",
    "diem giao dich": "fixed",
    "diem giao dich co dinh": "fixed",
    "luu dong": "mobile",
    "diem luu dong": "mobile",
    "diem ho tro luu dong": "mobile",
}
YES_OR_NO: Mapping[str, bool] = {"co": True, "x": True, "khong": False}


@dataclass(frozen=True)
class Spoken:
    """The commune a row speaks of: one, or none with the places it might mean."""

    commune_code: str | None
    others: tuple[Place, ...] = ()


def day_of(value: CellValue) -> date | None:
    """The day a cell says: a date, or a text that holds one date and nothing else; None for anything else."""
    if isinstance(value, str):
        found = list(dates_in(value))
        is_alone = len(found) == 1 and not found[0].before.removeprefix("ngay").strip()
        value = found[0].day if is_alone and len(value) <= len("ngày 01 tháng 01 năm 2026") else None
    return value if isinstance(value, date) and FIRST_YEAR <= value.year <= LAST_YEAR else None


def degrees_of(value: CellValue) -> float | None:
    """Degrees of a cell: 19.8067, "19,8067"; None for anything else."""
    if isinstance(value, bool) or not isinstance(value, int | float | str):
        return None
    if isinstance(value, str):
        found = DEGREES.match(value)
        return float(f"{found[1]}.{found[2]}") if found else None
    return float(value) if math.isfinite(value) else None


def point_kind_of(text: str) -> str | None:
    """ "fixed", "mobile", or None for what is neither."""
    return POINT_KINDS.get(fold(text))


def yes_or_no(text: str) -> bool | None:
    """What "Có" and "Không" say; None for anything else."""
    return YES_OR_NO.get(fold(text))


def is_whole_province(text: str) -> bool:
    """Whether a place is the province as a whole; so is one left empty."""
    return not text or fold(text) in WHOLE_PROVINCE


def commune_spoken_of(row: AnnexRow, aliases: Aliases = NO_ALIASES) -> Spoken:
    """The commune of today by code where there is one, held against the name; else by name, or as confirmed.

    A name of before 1 July 2025 is none of today's; the commune it went into is named as what it might mean.
    """
    code, name = row.text("commune_code"), row.text("commune_name")
    found = today().find(name) if name else Found(())
    if code:
        place = today().by_code(code.zfill(CODE_DIGITS)) if code.isdecimal() else None
        if place is not None and (not name or place in found.places):
            return Spoken(place.code)
        return Spoken(None, tuple(dict.fromkeys((*found.places, *((place,) if place else ())))))
    if found.place is not None:
        return Spoken(found.place.code)
    meant = meant_by(Written(Lists.TODAY, name), aliases) if name and not found.places else None
    if meant is not None:
        return Spoken(meant.code)
    return Spoken(None, found.places or _formerly(name) or today().nearest(name) if name else ())


def _formerly(name: str) -> tuple[Place, ...]:
    """The communes of today that the old ones of this name went into."""
    codes = (old_commune_by_code()[place.code].commune_code for place in before().find(name).places)
    places = (today().by_code(code) for code in dict.fromkeys(codes))
    return tuple(place for place in places if place is not None)
