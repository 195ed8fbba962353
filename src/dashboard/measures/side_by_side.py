"""Places side by side: the same figures of each, summed over its communes."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from typing import Any

import duckdb
import numpy as np
import pyarrow as pa

from dashboard.measures.cube import read_history
from dashboard.measures.pace import pair_paces, summed
from dashboard.measures.places import Place
from dashboard.measures.scope import Expected, Scope
from dashboard.measures.sums import sum_by
from dashboard.reference.carriers import carriers

SUMMED = (
    "total_count",
    "verified_count",
    "unverified_count",
    "locked_one_way_count",
    "locked_two_way_count",
    "verified_pct",
    "verified_pct_change",
)
COMPARED = pa.schema(
    [
        ("place_name", pa.string()),
        ("communes_count", pa.int32()),
        *((name, pa.float64() if "pct" in name else pa.int64()) for name in SUMMED),
        ("verified_per_week", pa.float64()),
        ("weeks_left", pa.float64()),
    ]
)


@dataclass(frozen=True)
class PlaceFigures:
    """A place in a round: `figures` a row of `sum_by` over all of it, `history` a row per round.

    `carriers_pct` is the rate by carrier code; `pace_per_week` None where there are too few reports.
    """

    place: Place
    figures: Mapping[str, Any]
    history: pa.Table
    carriers_pct: Mapping[str, float | None]
    pace_per_week: float | None

    @property
    def weeks_left(self) -> float | None:
        """At this pace; None without one."""
        left = self.figures["unverified_count"]
        return left / self.pace_per_week if left is not None and (self.pace_per_week or 0) > 0 else None


def side_by_side(
    cursor: duckdb.DuckDBPyConnection, scope: Scope, places: Sequence[Place]
) -> tuple[PlaceFigures, ...]:
    """The figures of each place, in their order, whatever kind the scope asks for.

    Raises ValueError for a carrier nobody knows.
    """
    return tuple(_of(cursor, replace(scope, kind=None), place) for place in places)


def compared_table(found: Sequence[PlaceFigures]) -> pa.Table:
    """COMPARED, a row per place."""
    rows = [
        {
            "place_name": it.place.name,
            "communes_count": len(it.place.communes),
            **{name: it.figures[name] for name in SUMMED},
            "verified_per_week": it.pace_per_week,
            "weeks_left": it.weeks_left,
        }
        for it in found
    ]
    return pa.Table.from_pylist(rows, schema=COMPARED)


def _of(cursor: duckdb.DuckDBPyConnection, scope: Scope, place: Place) -> PlaceFigures:
    cube = read_history(cursor, scope.round_on, scope.as_of, Expected(place.communes, carriers()))
    last = replace(cube, first_whole=len(cube.rounds) - 1)
    pace = float(summed(pair_paces(cube, scope), (0, 1)))
    return PlaceFigures(
        place=place,
        figures=sum_by(last, scope, "province").to_pylist()[0],
        history=sum_by(cube, scope, "province"),
        carriers_pct={
            row["carrier_code"]: row["verified_pct"] for row in sum_by(last, scope, "carrier").to_pylist()
        },
        pace_per_week=None if np.isnan(pace) else pace,
    )
