"""How the sender's workbook looks, so that it can be given back looking so: looks only, never contents.

Formats are read by openpyxl, in a child of its own bound like the one that reads (child.py). What comes out
of it is held against a list of what may be: the parent writes a new workbook, in which nothing of the
sender's file but its values and these looks appears.
"""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from typing import Any, TypeAlias

from dashboard.intake.reading.limits import MOST_COLUMNS, MOST_ROWS, Limits
from dashboard.intake.reading.read import answer_of_child, limits_in_force
from dashboard.intake.reading.sheet import Fault, cell_position

DRESS_MODULE = "dashboard.intake.reading.dress_child"

Look: TypeAlias = Mapping[str, str | int | float | bool]
Range: TypeAlias = tuple[int, int, int, int]  # first row and column, last row and column, all from 0

# What a look may say, in the words of the library that writes it, and the type of each. Nothing here refers
# to another cell, sheet or file.
MAY_SAY: Mapping[str, type[str | int | float | bool]] = {
    "font_name": str,
    "font_size": float,
    "font_color": str,
    "bold": bool,
    "italic": bool,
    "bg_color": str,
    "border": int,
    "align": str,
    "valign": str,
    "text_wrap": bool,
    "num_format": str,
}
LONGEST_WORD = 80  # characters of a name of a font or a number format
MOST_MERGED_CELLS = 2_000  # of one range: no title is wider, and a range of all cells would take seconds


@dataclass(frozen=True)
class SheetDress:
    """A sheet's looks: widths by column and heights by row (from 0), merged ranges, look by cell ("B4")."""

    widths: Mapping[int, float] = field(default_factory=dict)
    heights: Mapping[int, float] = field(default_factory=dict)
    merged: tuple[Range, ...] = ()
    cells: Mapping[str, int] = field(default_factory=dict)


@dataclass(frozen=True)
class Dress:
    """Looks, numbered, and the sheets that wear them, by name."""

    looks: tuple[Look, ...] = ()
    sheets: Mapping[str, SheetDress] = field(default_factory=dict)

    def of(self, sheet: str) -> SheetDress:
        """The looks of a sheet; none for one that is not known."""
        return self.sheets.get(sheet, SheetDress())


def dress_of(content: bytes, limits: Limits | None = None) -> Dress:
    """How an XLSX looks; nothing where a child within its limits cannot tell. No file makes it raise."""
    answer = answer_of_child(DRESS_MODULE, content, limits or limits_in_force())
    if isinstance(answer, Fault):
        return Dress()
    looks = tuple(_checked(look) for look in answer["looks"])
    return Dress(looks, {name: _sheet(sheet, len(looks)) for name, sheet in answer["sheets"].items()})


def _checked(look: Mapping[str, Any]) -> Look:
    """Of a look what it may say."""
    return {
        name: value
        for name, value in look.items()
        if name in MAY_SAY and isinstance(value, MAY_SAY[name]) and len(str(value)) <= LONGEST_WORD
    }


def _sheet(said: Mapping[str, Any], looks_count: int) -> SheetDress:
    cells = {
        cell: look
        for cell, look in said["cells"].items()
        if cell_position(cell) and look in range(looks_count)
    }
    return SheetDress(
        widths={int(column): width for column, width in said["widths"].items() if 0 < width < 256},
        heights={int(row): height for row, height in said["heights"].items() if 0 < height < 410},
        merged=_apart(tuple(map(int, found)) for found in said["merged"]),
        cells=cells,
    )


def _apart(ranges: Iterable[tuple[int, ...]]) -> tuple[Range, ...]:
    """The ranges that lie within a sheet and touch none before them: the writer refuses others."""
    taken: set[tuple[int, int]] = set()
    kept: list[Range] = []
    for top, left, bottom, right in ranges:
        is_inside = 0 <= top <= bottom < MOST_ROWS and 0 <= left <= right < MOST_COLUMNS
        count = (bottom - top + 1) * (right - left + 1)
        if not is_inside or not 1 < count <= MOST_MERGED_CELLS:
            continue
        cells = {(row, column) for row in range(top, bottom + 1) for column in range(left, right + 1)}
        if taken.isdisjoint(cells):
            taken |= cells
            kept.append((top, left, bottom, right))
    return tuple(kept)
