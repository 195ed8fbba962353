"""A carrier's reports beside its progress: how punctual, how often corrected, what they still warn of."""

from collections import Counter
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime
from typing import Any

import duckdb

from dashboard.intake.acceptance import warnings_filed
from dashboard.measures.cube import Cube
from dashboard.measures.lock_clock import two_way_soon_at_most
from dashboard.measures.punctuality import Turn, last_rounds, received_in_rounds, turns_of
from dashboard.measures.restatements import restatements
from dashboard.measures.scope import Scope
from dashboard.measures.standing import standing_files
from dashboard.measures.sums import sum_by
from dashboard.reference.carriers import Carrier
from dashboard.reference.communes import communes
from dashboard.reference.round_calendar import read_calendar
from dashboard.store.questions import ask


@dataclass(frozen=True)
class SimResults:
    """What a carrier told of its review for a round; None where it did not."""

    junk_sim_found_count: int | None = None
    junk_sim_handled_count: int | None = None
    sim_not_own_name_count: int | None = None


@dataclass(frozen=True)
class CarrierRecord:
    """A carrier up to a round. Rates in percent, their change in points; None where there is none.

    `turns` are the last rounds, the oldest first; `resent_count` files that took another's place in them,
    `restated_count` of these after the round was due; `open_warnings_count` of the round's file.
    `two_way_soon_at_most_count` bounds the locks that may turn within a week (measures/lock_clock.py).
    """

    carrier: Carrier
    verified_pct: float | None
    verified_pct_change: float | None
    unverified_count: int | None
    two_way_soon_at_most_count: int
    turns: tuple[Turn, ...]
    resent_count: int
    restated_count: int
    open_warnings_count: int
    sims: SimResults


def carrier_records(
    cursor: duckdb.DuckDBPyConnection, cube: Cube, scope: Scope, now: datetime
) -> tuple[CarrierRecord, ...]:
    """The scope's carriers in their order; `cube` holds the scope's round as its last, `now` is aware.

    Raises ValueError for a carrier nobody knows.
    """
    received, calendar = received_in_rounds(cursor), read_calendar(cursor)
    shown = last_rounds(calendar, received, scope.round_on)
    days = {found.round_on for found in shown}
    restated = Counter(it.carrier_code for it in restatements(cursor) if it.round_on in days)
    warned = Counter(
        it.carrier_code for it in warnings_filed(cursor, scope.round_on) if it.acceptance is None
    )
    figures = {row["carrier_code"]: row for row in sum_by(cube, scope, "carrier").to_pylist()}
    sims = _sims(cursor, scope)
    soon = two_way_soon_at_most(cube, scope).sum(axis=0).tolist()
    return tuple(
        CarrierRecord(
            carrier=carrier,
            **_progress(figures[carrier.code]),
            two_way_soon_at_most_count=soon[place],
            turns=turns_of(shown, carrier.code, received, now),
            resent_count=sum(
                told.files_count - 1
                for (code, day), told in received.items()
                if code == carrier.code and day in days
            ),
            restated_count=restated[carrier.code],
            open_warnings_count=warned[carrier.code],
            sims=sims.get(carrier.code, SimResults()),
        )
        for place, carrier in enumerate(cube.expected.carriers[at] for at in cube.expected.carriers_in(scope))
    )


def _progress(row: Mapping[str, Any]) -> dict[str, Any]:
    return {name: row[name] for name in ("verified_pct", "verified_pct_change", "unverified_count")}


def _sims(cursor: duckdb.DuckDBPyConnection, scope: Scope) -> dict[str, SimResults]:
    """Of the files that stand for the round."""
    files = {
        it.submission_id: it.carrier_code for it in standing_files(cursor) if it.round_on == scope.round_on
    }
    codes = [commune.code for commune in communes()]
    rows = ask(cursor, "measures/sims_of_files", submission_ids=list(files), commune_codes=codes).to_pylist()
    return {files[row.pop("submission_id")]: SimResults(**row) for row in rows}
