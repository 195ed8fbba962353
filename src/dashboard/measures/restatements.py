"""Figures that were corrected after they had been in use: as first published beside as now known.

A round's figures are in use from the moment it is due: the meeting sees what has come by then. So first
published is the carrier's file that stood at that moment, or where it had sent none its first one after it;
a file that takes its place later restates the round.
"""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from datetime import date, datetime
from itertools import groupby

import duckdb
import pyarrow as pa

from dashboard.intake.restatement_reason import Reason, reasons_given
from dashboard.measures.cube import COUNTS
from dashboard.reference.communes import communes
from dashboard.reference.reporting_round import Round
from dashboard.reference.round_calendar import read_calendar
from dashboard.store.questions import ask

FIRST, CHANGE = "first_", "restated_{}_change"  # names of columns beside that of a count


@dataclass(frozen=True)
class ReportedFile:
    """A file of a round; `totals` are the sums of the five counts, `reason` why it took another's place."""

    submission_id: str
    received_at: datetime
    taken_in_by: str
    way: str
    file_name: str
    communes_count: int
    is_simulated: bool
    totals: Mapping[str, int]
    reason: Reason | None = None

    @property
    def verified_pct(self) -> float | None:
        """100 * verified / total, unrounded; None without a total."""
        total = self.totals["total_count"]
        return 100 * self.totals["verified_count"] / total if total else None


@dataclass(frozen=True)
class Restatement:
    """A carrier's figures of a round that are no longer what they first were; `files` as they came."""

    round: Round
    carrier_code: str
    files: tuple[ReportedFile, ...]

    @property
    def round_on(self) -> date:
        """The day that names the round."""
        return self.round.round_on

    @property
    def at_due(self) -> ReportedFile | None:
        """What was known of the carrier when the round was due; None where it was late."""
        by_then = [file for file in self.files if file.received_at <= self.round.due_at]
        return by_then[-1] if by_then else None

    @property
    def first(self) -> ReportedFile:
        """The file whose figures were published first."""
        return self.at_due or self.files[0]

    @property
    def now(self) -> ReportedFile:
        """The file that stands."""
        return self.files[-1]

    @property
    def is_after_closing(self) -> bool:
        """Whether the round was closed when the file that stands came."""
        return self.now.received_at >= self.round.closes_at

    def change(self, column: str) -> int:
        """How much more of a count is known now than was first published."""
        return self.now.totals[column] - self.first.totals[column]


def restatements(
    cursor: duckdb.DuckDBPyConnection, round_on: date | None = None, as_of: datetime | None = None
) -> tuple[Restatement, ...]:
    """What is restated, of one round or of all (None), as known at a moment (None: now), the newest first."""
    calendar, reasons = read_calendar(cursor, as_of), reasons_given(cursor, as_of)
    rows = ask(cursor, "measures/files_of_rounds_resent", round_on=round_on, as_of=as_of).to_pylist()
    groups = groupby(rows, key=lambda row: (row["round_on"], row["carrier_code"]))
    resent = [
        Restatement(calendar.round(day), code, tuple(_files(group, reasons))) for (day, code), group in groups
    ]
    restated = [it for it in resent if it.now.submission_id != it.first.submission_id]
    return tuple(sorted(restated, key=lambda it: (it.now.received_at, it.carrier_code), reverse=True))


def restated_communes(cursor: duckdb.DuckDBPyConnection, restatement: Restatement) -> pa.Table:
    """A row per commune whose figures differ, by code: commune_code, commune_name, then for each of the five
    counts as first published, as now known, and the difference; null where a file does not speak of it."""
    ids = [restatement.first.submission_id, restatement.now.submission_id]
    answer = ask(cursor, "measures/reported_counts", submission_ids=ids).to_pylist()
    said = {(row["submission_id"], row["commune_code"]): row for row in answer}
    rows = []
    for commune in communes():
        first, now = (said.get((submission_id, commune.code), {}) for submission_id in ids)
        if any(first.get(name) != now.get(name) for name in COUNTS):
            rows.append({"commune_code": commune.code, "commune_name": commune.name} | _compared(first, now))
    return pa.Table.from_pylist(rows, schema=_COMMUNES)


def _files(rows: Iterator[Mapping[str, object]], reasons: Mapping[str, Reason]) -> Iterator[ReportedFile]:
    told = (
        "submission_id",
        "received_at",
        "taken_in_by",
        "way",
        "file_name",
        "communes_count",
        "is_simulated",
    )
    for row in rows:
        yield ReportedFile(
            **{name: row[name] for name in told},  # type: ignore[arg-type]
            totals={name: row[name] for name in COUNTS},  # type: ignore[misc]
            reason=reasons.get(str(row["submission_id"])),
        )


def _compared(first: Mapping[str, int], now: Mapping[str, int]) -> dict[str, int | None]:
    row: dict[str, int | None] = {}
    for name in COUNTS:
        was, known = first.get(name), now.get(name)
        change = None if was is None or known is None else known - was
        row |= {FIRST + name: was, name: known, CHANGE.format(name): change}
    return row


_COMMUNES = pa.schema(
    [("commune_code", pa.string()), ("commune_name", pa.string())]
    + [(column, pa.int64()) for name in COUNTS for column in (FIRST + name, name, CHANGE.format(name))]
)
