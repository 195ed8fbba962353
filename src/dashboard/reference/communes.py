"""The 166 communes and wards of Thanh Hóa since 1 July 2025. Source: data/README.md."""

from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from types import MappingProxyType
from typing import Literal, cast

from dashboard.paths import register_dir
from dashboard.reference.tables import header_of, items, read_rows

COMMUNES_NAME = "communes.csv"


@dataclass(frozen=True)
class Commune:
    """A commune or ward of today.

    `name` includes the kind ("Phường Hạc Thành"); `lon`, `lat` is its representative point in degrees
    (EPSG:4326); `old_district` is the district most of its old communes lay in; `old_communes` are the codes
    of the old communes it was made of, wholly or in part. The same five digits often stand for another area
    among the old codes: 14758 is Phường Hàm Rồng today and was Phường Đông Thọ.
    """

    code: str
    name: str
    kind: Literal["xã", "phường"]
    area_km2: float
    lon: float
    lat: float
    old_district: str
    old_communes: tuple[str, ...]

    @property
    def short_name(self) -> str:
        """The name without its kind: "Hạc Thành"."""
        is_named = self.name.lower().startswith(f"{self.kind} ")  # "Đặc khu Phú Quý" counts as a xã
        return self.name[len(self.kind) + 1 :] if is_named else self.name


@cache
def communes() -> tuple[Commune, ...]:
    """All of the register, ordered by code: 166, or those of DASHBOARD_REGISTER."""
    return read_communes(register_dir())


def read_communes(folder: Path) -> tuple[Commune, ...]:
    """The communes of a register's folder. Raises OSError or ValueError where its table cannot be read."""
    return tuple(_commune(row) for row in read_rows(folder / COMMUNES_NAME, header_of(Commune)))


@cache
def commune_by_code() -> Mapping[str, Commune]:
    """Five-digit code -> commune."""
    return MappingProxyType({commune.code: commune for commune in communes()})


def _commune(row: dict[str, str]) -> Commune:
    return Commune(
        code=row["code"],
        name=row["name"],
        kind=cast("Literal['xã', 'phường']", row["kind"]),
        area_km2=float(row["area_km2"]),
        lon=float(row["lon"]),
        lat=float(row["lat"]),
        old_district=row["old_district"],
        old_communes=items(row["old_communes"]),
    )
