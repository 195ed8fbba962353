"""Service points that carriers report in their weekly files, as entries of the register.

Each has the id that the register would give it (what, where, whose), so a point that somebody registered,
changed or took off is not there a second time: what people decide stands before what a file says.
"""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date, datetime

import duckdb

from dashboard.store.decisions import last_decisions
from dashboard.store.questions import ask
from dashboard.support.register.ids import new_id
from dashboard.support.register.kinds import POINTS
from dashboard.support.register.records import ServicePoint


@dataclass(frozen=True)
class ReportedPoint:
    """A point as the carrier's file for a round tells it."""

    point: ServicePoint
    round_on: date


def reported_points(
    cursor: duckdb.DuckDBPyConnection, as_of: datetime | None = None
) -> Mapping[str, ReportedPoint]:
    """Id -> point of every carrier's newest file that names any, without those that people decided about."""
    rows = ask(cursor, "support/reported_points", as_of=as_of).to_pylist()
    decided = last_decisions(cursor, POINTS.subject, as_of)
    found: dict[str, ReportedPoint] = {}
    for row in rows:
        round_on, key = row.pop("round_on"), new_id(POINTS, row)
        if key not in decided:
            row["opening_hours"] = row["opening_hours"] or ""
            found[key] = ReportedPoint(ServicePoint(entry_id=key, **row), round_on)
    return found
