"""What the database already knows that bears on a new file."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date, datetime

import duckdb

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
class Past:
    """Earlier submissions of the same bytes, what stands for the round, and the carrier's round before.

    `totals_before` and `verified_before` are the counts by commune code of the carrier's last earlier round.
    """

    same_bytes: tuple[EarlierSubmission, ...] = ()
    round_before_on: date | None = None
    totals_before: Mapping[str, int] = field(default_factory=dict)
    verified_before: Mapping[str, int] = field(default_factory=dict)
    standing: Standing | None = None

    def same_report(self, carrier_code: str | None, round_on: date | None) -> EarlierSubmission | None:
        """The submission that the same bytes already are, for this carrier and round."""
        wanted = (carrier_code, round_on)
        return next((sub for sub in self.same_bytes if (sub.carrier_code, sub.round_on) == wanted), None)


def look_back(
    cursor: duckdb.DuckDBPyConnection, sha256: str, carrier_code: str | None, round_on: date | None
) -> Past:
    """The past of a file; of a file whose carrier or round is unknown only its bytes have one."""
    earlier = ask(cursor, "intake/submissions_of_file", sha256=sha256).to_pylist()
    same_bytes = tuple(EarlierSubmission(**row) for row in earlier)
    if carrier_code is None or round_on is None:
        return Past(same_bytes)
    report = {"carrier_code": carrier_code, "round_on": round_on}
    before = ask(cursor, "intake/figures_of_round_before", **report).to_pylist()
    return Past(
        same_bytes=same_bytes,
        round_before_on=before[0]["round_on"] if before else None,
        totals_before={row["commune_code"]: row["total_count"] for row in before},
        verified_before={row["commune_code"]: row["verified_count"] for row in before},
        standing=_standing(cursor, carrier_code, round_on),
    )


def _standing(cursor: duckdb.DuckDBPyConnection, carrier_code: str, round_on: date) -> Standing | None:
    found = ask(
        cursor, "intake/submission_in_force", carrier_code=carrier_code, round_on=round_on
    ).to_pylist()
    if not found:
        return None
    rows = ask(cursor, "intake/totals_of_submission", submission_id=found[0]["submission_id"]).to_pylist()
    return Standing(**found[0], totals={row["commune_code"]: row["total_count"] for row in rows})
