"""What the database already knows that bears on a new file."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date, datetime
from typing import Any

import duckdb

from dashboard.intake.history import History, OtherCarrier, by_commune, history_of, others_of
from dashboard.intake.layout.vocabulary import COUNT_COLUMNS
from dashboard.reference.policy import policy
from dashboard.store.questions import ask


@dataclass(frozen=True)
class EarlierSubmission:
    """A submission made from the very same bytes."""

    submission_id: str
    carrier_code: str
    round_on: date
    received_at: datetime
    file_name: str


@dataclass(frozen=True)
class Standing:
    """The submission that stands for the file's carrier and round so far; commune code -> total_count."""

    submission_id: str
    received_at: datetime
    file_name: str
    totals: Mapping[str, int]


@dataclass(frozen=True)
class LastFile:
    """The carrier's file that a new one is compared with: the one that it would take the place of, else the
    last of an earlier round. `totals` are the sums of the five counts."""

    submission_id: str
    file_name: str
    round_on: date
    received_at: datetime
    communes_count: int
    totals: Mapping[str, int]


@dataclass(frozen=True)
class Sought:
    """Whose past is asked for. `known_before` is the id of the act that the file became when it is judged
    again: only what was taken in before it counts; None means all there is."""

    sha256: str
    carrier_code: str | None
    round_on: date | None
    received_at: datetime
    known_before: str | None = None


@dataclass(frozen=True)
class Past:
    """Earlier submissions of the same bytes, what stands for the round, and the carrier's round before.

    `totals_before` and `verified_before` are the counts by commune code of the carrier's last earlier round,
    `history` those of so many rounds as the policy looks back to, `others` what other carriers last reported.
    """

    same_bytes: tuple[EarlierSubmission, ...] = ()
    round_before_on: date | None = None
    totals_before: Mapping[str, int] = field(default_factory=dict)
    verified_before: Mapping[str, int] = field(default_factory=dict)
    standing: Standing | None = None
    last_file: LastFile | None = None
    history: History = field(default_factory=History, compare=False)
    others: tuple[OtherCarrier, ...] = ()

    def same_report(self, carrier_code: str | None, round_on: date | None) -> EarlierSubmission | None:
        """The submission that the same bytes already are, for this carrier and round."""
        wanted = (carrier_code, round_on)
        return next((sub for sub in self.same_bytes if (sub.carrier_code, sub.round_on) == wanted), None)


def look_back(cursor: duckdb.DuckDBPyConnection, sought: Sought) -> Past:
    """The past of a file; of a file whose carrier or round is unknown only its bytes have one."""
    limit = {"before_id": sought.known_before}
    earlier = ask(cursor, "intake/submissions_of_file", sha256=sought.sha256, **limit).to_pylist()
    same_bytes = tuple(EarlierSubmission(**row) for row in earlier)
    if sought.carrier_code is None or sought.round_on is None:
        return Past(same_bytes)
    report = {"carrier_code": sought.carrier_code, "round_on": sought.round_on, **limit}
    rounds_count = policy().checks.history_rounds_count
    history = history_of(ask(cursor, "intake/figures_of_rounds_before", **report, rounds_count=rounds_count))
    return Past(
        same_bytes=same_bytes,
        round_before_on=history.rounds[0] if history.rounds else None,
        totals_before=by_commune(history.last("total_count")),
        verified_before=by_commune(history.last("verified_count")),
        standing=_standing(cursor, report),
        last_file=_last_file(cursor, report, sought),
        history=history,
        others=others_of(ask(cursor, "intake/totals_of_other_carriers", **report)),
    )


def _standing(cursor: duckdb.DuckDBPyConnection, report: Mapping[str, Any]) -> Standing | None:
    found = ask(cursor, "intake/submission_in_force", **report).to_pylist()
    if not found:
        return None
    rows = ask(cursor, "intake/totals_of_submission", submission_id=found[0]["submission_id"]).to_pylist()
    return Standing(**found[0], totals={row["commune_code"]: row["total_count"] for row in rows})


def _last_file(
    cursor: duckdb.DuckDBPyConnection, report: Mapping[str, Any], sought: Sought
) -> LastFile | None:
    apart = {"sha256": sought.sha256, "received_at": sought.received_at}
    found = ask(cursor, "intake/last_file_of_carrier", **report, **apart).to_pylist()
    if not found:
        return None
    said = {name: value for name, value in found[0].items() if name not in COUNT_COLUMNS}
    return LastFile(**said, totals={column: found[0][column] for column in COUNT_COLUMNS})
