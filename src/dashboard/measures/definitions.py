"""What each measure means: the reviewed definitions of definitions.toml as records."""

import tomllib
from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from types import MappingProxyType
from typing import Literal

from dashboard.measures.wording import count_text, pct_text, points_text
from dashboard.reference.columns import columns

DEFINITIONS_PATH = Path(__file__).parent / "definitions.toml"


@dataclass(frozen=True)
class Definition:
    """A measure; `name` is its column in figures.

    `what`, `why` and `caution` are Vietnamese sentences for the reader. `numerator` and `denominator` name
    columns that are summed before they are divided; no denominator means a sum. `checked_by` and
    `checked_on` are empty until somebody at the Department has approved the definition.
    """

    name: str
    what: str
    why: str
    caution: str
    numerator: str
    denominator: str
    better: Literal["higher", "lower", "neither"]
    decimals: int
    source: str
    checked_by: str
    checked_on: str

    @property
    def label(self) -> str:
        """Name of the measure as the column dictionary has it."""
        return columns()[self.name].label

    @property
    def short_label(self) -> str:
        """Short name of the measure, for headers."""
        return columns()[self.name].short_label

    @property
    def unit(self) -> str:
        """Unit of the measure: "%", "điểm %", "thuê bao"."""
        return columns()[self.name].unit


@cache
def definitions() -> Mapping[str, Definition]:
    """Column name -> definition, in the order of the file.

    Raises TypeError where the file lacks a field or has one too many.
    """
    tables = tomllib.loads(DEFINITIONS_PATH.read_text(encoding="utf-8"))
    return MappingProxyType({name: Definition(name=name, **table) for name, table in tables.items()})


def value_text(definition: Definition, value: float | None) -> str:
    """A value of the measure as it is read: "85,3 %", "+0,4 điểm %", "1.234"."""
    if definition.unit == "%":
        return pct_text(value, definition.decimals)
    if definition.unit == "điểm %":
        return points_text(value, definition.decimals)
    return count_text(None if value is None else round(value))
