"""Handling plans as they were given."""

from collections.abc import Iterator
from datetime import date

import duckdb
import pyarrow as pa
import pytest

from dashboard.intake.annexes.records import PlanItem
from dashboard.intake.submission import PLAN_ITEM, SUBMISSION
from dashboard.measures.plans import Plan, plans_until
from dashboard.store.database import Store
from dashboard.store.questions import tell
from tests.measures.reports import BEFORE, LAST, Report, at, store_reports


@pytest.fixture
def cursor(store: Store) -> Iterator[duckdb.DuckDBPyConnection]:
    with store.reader() as opened:
        yield opened


def give(cursor: duckdb.DuckDBPyConnection, report: Report, text: str | None, *items: PlanItem) -> None:
    """A report with its plan, as the intake would have stored it."""
    before = cursor.execute("select count(*) from submission").fetchone()
    store_reports(cursor, [report])
    submission_id = f"{(before or (0,))[0] + 1:08d}"
    rows = cursor.execute(
        "select * replace ($text as handling_plan) from submission where submission_id = $id",
        {"text": text, "id": submission_id},
    ).to_arrow_table()
    cursor.execute("delete from submission where submission_id = $id", {"id": submission_id})
    tell(cursor, "append/submission", rows=rows.cast(SUBMISSION, safe=False))
    lines = [
        {"submission_id": submission_id, "ordinal": place, **vars(item)}
        for place, item in enumerate(items, start=1)
    ]
    tell(cursor, "append/reported_plan_item", rows=pa.Table.from_pylist(lines, PLAN_ITEM))


def test_words_and_items_belong_to_carrier_and_round(cursor: duckdb.DuckDBPyConnection):
    item = PlanItem("Mở điểm", "14797", date(2026, 11, 20), 300)
    give(cursor, Report("anet", BEFORE, {}), "Nhắn tin tại xã Thọ Xuân")
    give(cursor, Report("bnet", LAST, {}), None, item)
    give(cursor, Report("cnet", LAST, {}), None)
    first, second = plans_until(cursor, LAST)
    assert first == Plan("anet", BEFORE, "Nhắn tin tại xã Thọ Xuân")
    assert second == Plan("bnet", LAST, None, (item,))
    assert [commune.name for plan in (first, second) for commune in plan.communes] == [
        "Xã Thọ Xuân",
        "Phường Hạc Thành",
    ]
    assert plans_until(cursor, BEFORE) == (first,)


def test_a_correction_without_a_plan_does_not_take_it_back_one_with_a_plan_does(
    cursor: duckdb.DuckDBPyConnection,
):
    give(cursor, Report("anet", LAST, {}, at(LAST, 9)), "A", PlanItem("Việc cũ"))
    give(cursor, Report("anet", LAST, {}, at(LAST, 10)), None)
    assert [plan.text for plan in plans_until(cursor, LAST)] == ["A"]
    give(cursor, Report("anet", LAST, {}, at(LAST, 11)), "B")
    assert plans_until(cursor, LAST) == (Plan("anet", LAST, "B"),)
    assert [plan.text for plan in plans_until(cursor, LAST, at(LAST, 10, 30))] == ["A"]
