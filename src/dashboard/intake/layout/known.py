"""Layouts that are known: which column is which in a header that has been met before.

Tables ship in data/layouts, one line for each carrier, version and column; what people confirm at the page
or the command line comes on top (confirmed.py). A header is known by its texts alone: wherever in whichever
sheet it stands, it is the same layout.
"""

import hashlib
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, fields
from datetime import date
from functools import cache, cached_property
from itertools import groupby
from pathlib import Path
from types import MappingProxyType

from dashboard.intake.reading.sheet import column_index, column_letter
from dashboard.paths import DATA_DIR
from dashboard.reference.names import fold
from dashboard.reference.tables import read_rows

LAYOUTS_DIR = DATA_DIR / "layouts"
FINGERPRINT_DIGITS = 16
ANY_CARRIER = ""  # a form that every carrier may use


@dataclass(frozen=True)
class LayoutRow:
    """A line of a table: one column of one version. `column` is "" for one that is known and not read."""

    carrier_code: str
    version: str
    valid_from_on: str
    letter: str
    label: str
    column: str


@dataclass(frozen=True)
class Layout:
    """A version of a carrier's header: its texts from the left, and column -> index of what is read.

    `file_name` is where it was met, `ordinal` the decision that confirmed it; "" and None for what ships.
    """

    carrier_code: str
    version: int
    valid_from_on: date
    texts: tuple[str, ...]
    columns: Mapping[str, int]
    file_name: str = ""
    ordinal: int | None = None

    @cached_property
    def fingerprint(self) -> str:
        """What the header is known by."""
        return fingerprint_of(self.texts)

    @property
    def is_headerless(self) -> bool:
        """Whether it is of tables without a header, whose columns go by their letters."""
        return all(text in ("", nameless(index)) for index, text in enumerate(self.texts))

    def text_of(self, column: str) -> str:
        """What stands over a column that is read."""
        return self.texts[self.columns[column]]


@dataclass(frozen=True)
class KnownLayouts:
    """All layouts in force; of the same header for the same carrier the later counts."""

    layouts: tuple[Layout, ...] = ()

    @cached_property
    def fingerprints(self) -> frozenset[str]:
        """The headers that are somebody's."""
        return frozenset(layout.fingerprint for layout in self.layouts)

    @cached_property
    def starts(self) -> frozenset[str]:
        """The folded texts that known headers begin with, to pass over all other rows quickly."""
        firsts = (next(filter(None, layout.texts), "") for layout in self.layouts)
        return frozenset(fold(part) for text in firsts for part in text.split(" – "))

    @cached_property
    def has_headerless(self) -> bool:
        """Whether somebody's tables have no header."""
        return any(layout.is_headerless for layout in self.layouts)

    def find(self, carrier_code: str | None, fingerprint: str) -> Layout | None:
        """The layout of a carrier with this header, or of everybody."""
        found = {layout.carrier_code: layout for layout in self.layouts if layout.fingerprint == fingerprint}
        return found.get(carrier_code or ANY_CARRIER) or found.get(ANY_CARRIER)

    def of_carrier(self, carrier_code: str | None) -> tuple[Layout, ...]:
        """The versions of a carrier, the earliest first."""
        own = (layout for layout in self.layouts if layout.carrier_code == carrier_code)
        return tuple(sorted(own, key=lambda layout: (layout.version, layout.valid_from_on)))

    def last_of(self, carrier_code: str | None) -> Layout | None:
        """The carrier's last version; None where none is known."""
        return (self.of_carrier(carrier_code) or (None,))[-1]

    def next_version(self, carrier_code: str) -> int:
        """The number that the carrier's next layout gets."""
        last = self.last_of(carrier_code)
        return last.version + 1 if last else 1

    def and_also(self, *layouts: Layout) -> "KnownLayouts":
        """These and more."""
        return KnownLayouts((*self.layouts, *layouts))


def nameless(index: int) -> str:
    """What stands for the label of a column in a table without a header: "Cột C"."""
    return f"Cột {column_letter(index)}"


def fingerprint_of(texts: Iterable[str]) -> str:
    """Sixteen hex digits that are the same for the same texts in the same order, accents and case aside."""
    folded = [fold(text) for text in texts]
    while folded and not folded[-1]:
        folded.pop()
    return hashlib.sha256("\x1f".join(folded).encode()).hexdigest()[:FINGERPRINT_DIGITS]


@cache
def shipped_layouts() -> tuple[Layout, ...]:
    """The layouts of data/layouts. Raises ValueError where a table contradicts itself."""
    tables = sorted(LAYOUTS_DIR.glob("*.csv"))
    return tuple(layout for table in tables for layout in layouts_in(table))


def layouts_in(table: Path) -> tuple[Layout, ...]:
    """The layouts of one table; the lines of a version stand together."""
    header = tuple(field.name for field in fields(LayoutRow))
    rows = [LayoutRow(**row) for row in read_rows(table, header)]
    versions = groupby(rows, key=lambda row: (row.carrier_code, row.version, row.valid_from_on))
    return tuple(_layout(tuple(group), table) for _, group in versions)


def _layout(rows: tuple[LayoutRow, ...], table: Path) -> Layout:
    texts = [""] * (1 + max(column_index(row.letter) for row in rows))
    columns: dict[str, int] = {}
    for row in rows:
        index = column_index(row.letter)
        if texts[index] or row.column in columns:
            raise ValueError(f"{table}: version {row.version} has column {row.letter} or {row.column} twice")
        texts[index] = row.label
        if row.column:
            columns[row.column] = index
    first = rows[0]
    return Layout(
        first.carrier_code,
        int(first.version),
        date.fromisoformat(first.valid_from_on),
        tuple(texts),
        MappingProxyType(columns),
    )
