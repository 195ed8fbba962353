"""Who reported, when, how late."""

from contextlib import closing
from datetime import datetime, timedelta
from pathlib import Path
from typing import Any

import duckdb
import pytest

from dashboard.measures.reporting import reporting_status
from dashboard.measures.scope import Scope
from dashboard.reference.round_decisions import By, move_due
from dashboard.settings import LOCAL_ZONE
from dashboard.store.database import open_store
from tests.measures.reports import BEFORE, LAST, SMALL_WORLD, Report, at, counts, store_reports

ONE = {"10001": counts(9, 1)}


def status_of(
    cursor: duckdb.DuckDBPyConnection, carrier: str, as_of: datetime | None = None
) -> dict[str, Any]:
    rows = reporting_status(cursor, Scope(LAST, as_of=as_of), SMALL_WORLD).to_pylist()
    assert [row["carrier_code"] for row in rows] == ["anet", "bnet", "cnet"]
    return {row["carrier_code"]: row for row in rows}[carrier]


@pytest.mark.parametrize(
    ("received_at", "late_minutes"),
    [
        (at(LAST - timedelta(days=1), 17), 0),
        (at(LAST, 9, 59), 0),
        (at(LAST, 10), 1),
        (at(LAST, 10, 5), 6),
        (at(LAST + timedelta(days=1), 10), 24 * 60 + 1),
    ],
)
def test_reports_are_due_before_ten_on_wednesday(
    cursor: duckdb.DuckDBPyConnection, received_at: datetime, late_minutes: int
):
    store_reports(cursor, [Report("anet", LAST, ONE, received_at)])
    status = status_of(cursor, "anet")
    assert (status["late_minutes"], status["received_at"], status["due_at"]) == (
        late_minutes,
        received_at,
        at(LAST, 10),
    )


def test_a_correction_after_the_hour_does_not_make_a_timely_report_late(cursor: duckdb.DuckDBPyConnection):
    store_reports(cursor, [Report("anet", LAST, ONE, at(LAST, hour)) for hour in (9, 15)])
    status = status_of(cursor, "anet")
    assert (status["late_minutes"], status["files_count"]) == (0, 2)
    assert (status["first_received_at"], status["received_at"]) == (at(LAST, 9), at(LAST, 15))
    assert status["file_name"].endswith("00000002.xlsx")


def test_a_missing_carrier_has_a_row_that_says_when_it_last_reported(cursor: duckdb.DuckDBPyConnection):
    store_reports(cursor, [Report("bnet", BEFORE, ONE)])
    status = status_of(cursor, "bnet")
    assert (status["is_missing"], status["last_reported_on"], status["files_count"]) == (True, BEFORE, 0)
    assert (status["received_at"], status["late_minutes"]) == (None, None)
    assert status_of(cursor, "cnet")["last_reported_on"] is None


def test_what_was_not_there_yet_is_missing(cursor: duckdb.DuckDBPyConnection):
    store_reports(cursor, [Report("anet", LAST, ONE, at(LAST, 15))])
    assert status_of(cursor, "anet", as_of=at(LAST, 12))["is_missing"]
    assert not status_of(cursor, "anet", as_of=at(LAST, 15))["is_missing"]


def test_as_of_a_moment_the_hour_is_the_one_known_then(tmp_path: Path):
    """What a meeting saw does not change with an hour that was moved afterwards."""
    with closing(open_store(tmp_path)) as store:
        before = datetime.now(LOCAL_ZONE)
        move_due(store, LAST, at(LAST, 16), By("A", "họp chiều"))
        with store.reader() as cursor:
            assert status_of(cursor, "anet")["due_at"] == at(LAST, 16)
            assert status_of(cursor, "anet", as_of=before)["due_at"] == at(LAST, 10)
