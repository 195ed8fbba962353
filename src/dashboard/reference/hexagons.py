"""A hexagon per commune: the equal-area view. Made by geo/build_hexagons.py (docs/decisions/0028)."""

from collections.abc import Mapping
from functools import cache
from types import MappingProxyType

from dashboard.paths import GEO_DIR
from dashboard.reference.tables import read_rows

HEADER = ("code", "column", "row")


@cache
def hexagons() -> Mapping[str, tuple[int, int]]:
    """Commune code -> column and row of its hexagon; rows from the north, odd ones half a column east."""
    rows = read_rows(GEO_DIR / "hexagons.csv", HEADER)
    return MappingProxyType({row["code"]: (int(row["column"]), int(row["row"])) for row in rows})
