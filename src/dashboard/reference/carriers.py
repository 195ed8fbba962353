"""The carriers expected to report. A user adds or changes them in carriers.csv of the live folder."""

import re
from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from types import MappingProxyType

from dashboard.paths import DATA_DIR, home
from dashboard.reference.tables import header_of, items, read_rows

TABLE_NAME = "carriers.csv"


@dataclass(frozen=True)
class Carrier:
    """A carrier: `names` is what files call it, its own name among them; `colour` is "#RRGGBB".

    Raises ValueError where the code is not lower-case letters, digits and hyphens (it stands in addresses and
    commands), the name is empty or the colour is not one.
    """

    code: str
    name: str
    names: tuple[str, ...]
    colour: str

    def __post_init__(self) -> None:
        """Refuse a row of a hand-written table that would fail later, out of sight."""
        if not re.fullmatch(r"[a-z0-9-]+", self.code):
            raise ValueError(f"carrier code {self.code!r}: only a-z, 0-9 and hyphens")
        if not self.name:
            raise ValueError(f"carrier {self.code}: has no name")
        if not re.fullmatch(r"#[0-9A-Fa-f]{6}", self.colour):
            raise ValueError(f"carrier {self.code}: colour {self.colour!r} is not #RRGGBB")


def carriers() -> tuple[Carrier, ...]:
    """All carriers: those of data/carriers.csv in its order, then those that the live folder's table adds.

    A row of the live folder's table with a known code replaces that carrier in its place. Read once per live
    folder. Raises ValueError where a table is malformed.
    """
    return _carriers(home())


def carrier_by_code() -> Mapping[str, Carrier]:
    """Code -> carrier."""
    return MappingProxyType({carrier.code: carrier for carrier in carriers()})


@cache
def _carriers(live_dir: Path) -> tuple[Carrier, ...]:
    tables = (DATA_DIR / TABLE_NAME, live_dir / TABLE_NAME)
    rows = [row for table in tables if table.exists() for row in read_rows(table, header_of(Carrier))]
    return tuple({row["code"]: _carrier(row) for row in rows}.values())


def _carrier(row: dict[str, str]) -> Carrier:
    names = dict.fromkeys((row["name"], *items(row["names"])))
    return Carrier(row["code"], row["name"], tuple(names), row["colour"])
