"""Reading what a round's board is made of: the database, and the journal for what was refused."""

from collections.abc import Iterable
from datetime import date

import duckdb

from dashboard.intake.journal import Entry
from dashboard.measures.completeness import completeness
from dashboard.measures.punctuality import received_in_rounds
from dashboard.measures.refusals import pending_refusals
from dashboard.measures.reporting import reporting_status
from dashboard.measures.round_board import RoundFacts
from dashboard.measures.scope import Expected, Scope, everyone
from dashboard.reference.round_calendar import read_calendar


def read_facts(
    cursor: duckdb.DuckDBPyConnection,
    round_on: date,
    entries: Iterable[Entry],
    expected: Expected | None = None,
) -> RoundFacts:
    """The facts of a round as known now; `entries` are the journal's."""
    ground, scope, calendar = expected or everyone(), Scope(round_on), read_calendar(cursor)
    reports = reporting_status(cursor, scope, ground).to_pylist()
    return RoundFacts(
        round=calendar.round(round_on),
        calendar=calendar,
        carriers=ground.carriers,
        reports={row["carrier_code"]: row for row in reports},
        completeness={found.carrier_code: found for found in completeness(cursor, scope, ground)},
        refusals=pending_refusals(entries, calendar),
        received=received_in_rounds(cursor),
    )
