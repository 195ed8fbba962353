"""The 547 communes, wards and towns of before 1 July 2025, and where they went. Source: data/README.md."""

from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache
from types import MappingProxyType
from typing import cast

from dashboard.paths import register_dir
from dashboard.reference.names import Kind
from dashboard.reference.tables import header_of, items, read_rows

OLD_COMMUNES_NAME = "old_communes.csv"


@dataclass(frozen=True)
class Part:
    """A commune of today that an old one went into; `share` of the old one's counts goes there: 1 or 0."""

    commune_code: str
    share: float


@dataclass(frozen=True)
class OldCommune:
    """A unit of before 1 July 2025; names repeat between districts, (district, name) does not.

    `parts` lists every commune of today that took land of it, the one that takes its counts first. Ten were
    divided; their counts go whole to one part, because a share of people is published nowhere and splitting
    whole numbers would break total = verified + unverified (docs/decisions/0002-reference-data.md).
    """

    code: str
    name: str
    kind: Kind
    district: str
    lon: float
    lat: float
    parts: tuple[Part, ...]

    @property
    def commune_code(self) -> str:
        """Code of the commune of today that takes its counts."""
        return self.parts[0].commune_code

    @property
    def is_divided(self) -> bool:
        """Whether it went into more than one commune of today."""
        return len(self.parts) > 1


@cache
def old_communes() -> tuple[OldCommune, ...]:
    """All 547, ordered by code."""
    return tuple(
        _old_commune(row) for row in read_rows(register_dir() / OLD_COMMUNES_NAME, header_of(OldCommune))
    )


@cache
def old_commune_by_code() -> Mapping[str, OldCommune]:
    """Five-digit code of the list in force until 30 June 2025 -> old commune."""
    return MappingProxyType({old.code: old for old in old_communes()})


def _old_commune(row: dict[str, str]) -> OldCommune:
    return OldCommune(
        code=row["code"],
        name=row["name"],
        kind=cast("Kind", row["kind"]),
        district=row["district"],
        lon=float(row["lon"]),
        lat=float(row["lat"]),
        parts=tuple(_part(item) for item in items(row["parts"])),
    )


def _part(item: str) -> Part:
    code, share = item.split(":")
    return Part(code, float(share))
