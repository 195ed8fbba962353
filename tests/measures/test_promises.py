"""What was promised and what happened, worked out by hand."""

from collections.abc import Iterator
from dataclasses import replace
from datetime import timedelta

import duckdb
import pytest

from dashboard.intake.annexes.records import PlanItem
from dashboard.measures.promises import Promise, promises
from dashboard.measures.scope import Expected
from dashboard.reference.communes import commune_by_code
from dashboard.store.database import Store
from tests.measures.reports import BEFORE, LAST, SMALL_WORLD, Report, at, counts
from tests.measures.test_plans import give

HAC_THANH, THO_XUAN = "14797", "15499"
WORLD: Expected = replace(
    SMALL_WORLD, communes=tuple(commune_by_code()[code] for code in (HAC_THANH, THO_XUAN))
)
EARLIER = BEFORE - timedelta(days=7)


@pytest.fixture
def cursor(store: Store) -> Iterator[duckdb.DuckDBPyConnection]:
    with store.reader() as opened:
        yield opened


def of_anet(cursor: duckdb.DuckDBPyConnection) -> Promise:
    return promises(cursor, LAST, expected=WORLD)[0]


def figures(first: tuple[int, ...], second: tuple[int, ...]) -> dict[str, tuple[int, int, int, int, int]]:
    return {HAC_THANH: counts(*first), THO_XUAN: counts(*second)}


def test_the_last_plan_stands_beside_the_change_since_its_round(cursor: duckdb.DuckDBPyConnection):
    items = (
        PlanItem("Mở điểm", HAC_THANH, LAST, 30),
        PlanItem("Gọi điện", None, LAST + timedelta(days=1), 200),
        PlanItem("Nhắn tin"),
    )
    was = figures((1000, 700, 50, 10), (500, 300, 20, 5))
    now = figures((1000, 750, 40, 12), (510, 320, 25, 5))
    give(cursor, Report("anet", BEFORE, was), "Thêm điểm tại xã Thọ Xuân", *items)
    give(cursor, Report("anet", LAST, now), "Tiếp tục")
    promise = of_anet(cursor)
    assert promise.promised is not None
    assert promise.new is not None
    assert (promise.promised.round_on, promise.new.text) == (BEFORE, "Tiếp tục")
    assert promise.is_reported
    names = ("verified", "unverified", "locked_one_way", "locked_two_way")
    assert [promise.province[f"{name}_count_change"] for name in names] == [70, -60, -5, 2]
    assert [
        (commune.code, *(row[f"{name}_count_change"] for name in names)) for commune, row in promise.places
    ] == [(HAC_THANH, 50, -50, -10, 2), (THO_XUAN, 20, -10, 5, 0)]
    assert [(kept.verified_count_change, kept.is_due, kept.missing_count) for kept in promise.kept] == [
        (50, True, 0),
        (70, False, 130),
        (70, False, None),
    ]


def test_a_plan_of_longer_ago_is_held_against_its_own_round(cursor: duckdb.DuckDBPyConnection):
    rows = [figures((1000, verified), (500, 300)) for verified in (600, 650, 720)]
    give(cursor, Report("anet", EARLIER, rows[0]), "Xã Thọ Xuân")
    give(cursor, Report("anet", BEFORE, rows[1]), None)
    give(cursor, Report("anet", LAST, rows[2]), None)
    promise = of_anet(cursor)
    assert promise.promised is not None
    assert (promise.promised.round_on, promise.province["verified_count_change"]) == (EARLIER, 120)


def test_only_communes_of_both_rounds_are_compared(cursor: duckdb.DuckDBPyConnection):
    was = figures((1000, 700), (500, 300))
    give(cursor, Report("anet", BEFORE, was), None, PlanItem("Mở điểm", THO_XUAN, None, 10))
    give(cursor, Report("anet", LAST, {HAC_THANH: counts(1000, 710)}), None)
    promise = of_anet(cursor)
    assert promise.province["verified_count_change"] == 10
    assert [kept.missing_count for kept in promise.kept] == [None]


def test_who_did_not_report_has_promised_all_the_same_and_nothing_is_known(
    cursor: duckdb.DuckDBPyConnection,
):
    give(cursor, Report("anet", BEFORE, figures((1000, 700), (500, 300))), "Mở thêm điểm")
    promise = of_anet(cursor)
    assert promise.promised is not None
    assert not promise.is_reported
    assert promise.province["verified_count_change"] is None


def test_without_a_plan_before_there_is_nothing_to_hold_against(cursor: duckdb.DuckDBPyConnection):
    give(cursor, Report("anet", LAST, figures((1000, 700), (500, 300))), "Phương án đầu tiên")
    every = promises(cursor, LAST, expected=WORLD)
    assert [promise.carrier.code for promise in every] == ["anet", "bnet", "cnet"]
    assert (every[0].promised, every[0].places, every[0].kept) == (None, (), ())
    assert every[0].new is not None
    assert (every[1].promised, every[1].new) == (None, None)


def test_a_meeting_is_shown_again_as_it_was_known(cursor: duckdb.DuckDBPyConnection):
    was = figures((1000, 700), (500, 300))
    give(cursor, Report("anet", BEFORE, was), "A")
    give(cursor, Report("anet", LAST, figures((1000, 710), (500, 300)), at(LAST, 9)), "B")
    give(cursor, Report("anet", LAST, figures((1000, 790), (500, 300)), at(LAST, 15)), "C")
    seen = promises(cursor, LAST, at(LAST, 10), WORLD)[0]
    assert seen.new is not None
    assert (seen.new.text, seen.province["verified_count_change"]) == ("B", 10)
    assert of_anet(cursor).province["verified_count_change"] == 90
