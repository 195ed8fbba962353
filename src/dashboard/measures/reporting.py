"""Who has reported for a round, when, and who is missing."""

import duckdb
import pyarrow as pa

from dashboard.measures.scope import Expected, Scope, everyone
from dashboard.reference.round_calendar import read_calendar
from dashboard.store.questions import ask


def reporting_status(
    cursor: duckdb.DuckDBPyConnection, scope: Scope, expected: Expected | None = None
) -> pa.Table:
    """One row per carrier of the scope, in the order of the reference table; kind and basis play no part.

    Columns: carrier_code, carrier_name; due_at, first_received_at, received_at (of the file that stands), all
    aware; late_minutes of the first file, 0 in time, null when missing; file_name, status, communes_count,
    is_simulated of the file that stands; files_count received for the round; is_missing; last_reported_on,
    the last round up to this one that the carrier reported.
    """
    ground = expected or everyone()
    asked = [ground.carriers[place] for place in ground.carriers_in(scope)]
    answer = ask(
        cursor,
        "measures/reporting_status",
        carrier_codes=[carrier.code for carrier in asked],
        round_on=scope.round_on,
        due_at=read_calendar(cursor, scope.as_of).due_at(scope.round_on),
        as_of=scope.as_of,
    )
    return answer.add_column(1, "carrier_name", pa.array([carrier.name for carrier in asked], pa.string()))
