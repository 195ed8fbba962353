"""Reports of a small world for tests: three communes, three carriers, whole numbers chosen by the test."""

from collections.abc import Iterable, Iterator, Mapping
from contextlib import contextmanager
from dataclasses import dataclass
from datetime import date, datetime, timedelta
from typing import Any, TypeAlias

import duckdb
import pyarrow as pa

from dashboard.intake.submission import FIGURE, SUBMISSION
from dashboard.measures.cube import COUNTS
from dashboard.measures.scope import Expected
from dashboard.reference.carriers import Carrier
from dashboard.reference.communes import Commune
from dashboard.settings import LOCAL_ZONE
from dashboard.store.questions import tell

Counts: TypeAlias = tuple[int, int, int, int, int]

LAST = date(2026, 11, 11)
BEFORE = LAST - timedelta(days=7)
COMMUNES = ("10001", "10002", "10003")
CARRIERS = ("anet", "bnet", "cnet")
SMALL_WORLD = Expected(
    tuple(
        Commune(code, f"Xã {code}", kind, 1.0, 105.0, 20.0, "", ())
        for code, kind in zip(COMMUNES, ("phường", "xã", "xã"), strict=True)
    ),
    tuple(Carrier(code, code.upper(), (code,), "#000000") for code in CARRIERS),
)


def counts(total: int, verified: int, one_way: int = 0, two_way: int = 0) -> Counts:
    """The five counts that belong together."""
    return total, verified, total - verified, one_way, two_way


def at(day: date, hour: int = 9, minute: int = 0) -> datetime:
    """A moment of the Department's clock."""
    return datetime(day.year, day.month, day.day, hour, minute, tzinfo=LOCAL_ZONE)


@dataclass(frozen=True)
class Report:
    """A file as the intake would have stored it; received at 09:00 of its round unless said otherwise."""

    carrier_code: str
    round_on: date
    figures: Mapping[str, Counts]
    received_at: datetime | None = None
    is_simulated: bool = False

    @property
    def known_at(self) -> datetime:
        return self.received_at or at(self.round_on)


@contextmanager
def reported(
    database: duckdb.DuckDBPyConnection, reports: Iterable[Report]
) -> Iterator[duckdb.DuckDBPyConnection]:
    """A cursor that sees these reports and no others; they are gone afterwards."""
    with database.cursor() as cursor:
        cursor.begin()
        store_reports(cursor, reports)
        yield cursor
        cursor.rollback()


def store_reports(cursor: duckdb.DuckDBPyConnection, reports: Iterable[Report]) -> None:
    """Append reports in the order given, numbered on from those already there."""
    row = cursor.execute("select count(*) from submission").fetchone()
    first = 1 + (int(row[0]) if row else 0)
    numbered = [(f"{ordinal:08d}", report) for ordinal, report in enumerate(reports, start=first)]
    submissions = [_submission(submission_id, report) for submission_id, report in numbered]
    figures = [
        {"submission_id": submission_id, "commune_code": code} | dict(zip(COUNTS, numbers, strict=True))
        for submission_id, report in numbered
        for code, numbers in report.figures.items()
    ]
    tell(cursor, "append/submission", rows=pa.Table.from_pylist(submissions, SUBMISSION))
    tell(cursor, "append/submission_figure", rows=pa.Table.from_pylist(figures, FIGURE))


def _submission(submission_id: str, report: Report) -> dict[str, Any]:
    return {
        "submission_id": submission_id,
        "sha256": submission_id * 8,
        "file_name": f"{report.carrier_code}_{report.round_on}_{submission_id}.xlsx",
        "carrier_code": report.carrier_code,
        "round_on": report.round_on,
        "received_at": report.known_at,
        "recorded_at": report.known_at,
        "taken_in_by": "test",
        "way": "test",
        "status": "accepted",
        "layout": "test",
        "rows_read_count": len(report.figures),
        "communes_count": len(report.figures),
        "is_simulated": report.is_simulated,
    }
