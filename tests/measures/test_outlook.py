"""Forecasts and priorities as tables: whose rows, in which order, and who is late."""

from datetime import date

import pytest

from dashboard.measures.forecast import Aim
from dashboard.measures.outlook import (
    next_aim,
    outlook_by_carrier,
    outlook_by_commune,
    outlook_of_province,
    priority_table,
)
from dashboard.measures.priority import priorities
from dashboard.measures.scope import Scope
from dashboard.reference.columns import columns
from dashboard.reference.policy import policy
from tests.measures.cubes import THIS_WEEK, cube_of, everybody
from tests.measures.reports import CARRIERS, COMMUNES, LAST
from tests.measures.test_forecast import FAR, world

STEADY = cube_of([everybody(1000, 100 + 10 * week) for week in range(5)])


def test_the_next_target_of_the_policy_is_aimed_at_and_the_last_one_once_all_are_past():
    last = policy().programme.targets[-1]
    assert next_aim(date(2026, 11, 11)) == Aim(policy().programme.targets[0].verified_pct, date(2027, 4, 15))
    assert next_aim(date(2030, 1, 2)) == Aim(last.verified_pct, last.due_on)


def test_every_carrier_and_every_commune_has_its_row():
    carriers, communes = (
        outlook(STEADY, THIS_WEEK, FAR) for outlook in (outlook_by_carrier, outlook_by_commune)
    )
    assert carriers["carrier_code"].to_pylist() == list(CARRIERS)
    assert communes["commune_code"].to_pylist() == list(COMMUNES)
    assert carriers["verified_per_week"].to_pylist() == pytest.approx([30] * 3)
    assert communes["missing_count"].to_pylist() == [3 * (1000 - 140)] * 3


def test_rows_add_up_to_the_province():
    whole = outlook_of_province(STEADY, THIS_WEEK, FAR)
    assert whole is not None
    for table in (outlook_by_carrier(STEADY, THIS_WEEK, FAR), outlook_by_commune(STEADY, THIS_WEEK, FAR)):
        assert sum(table["missing_count"].to_pylist()) == whole.missing_count
        assert sum(table["verified_per_week"].to_pylist()) == pytest.approx(whole.pace_per_week)


def test_a_carrier_without_reports_has_an_empty_row():
    cube = cube_of([[[(100, 10 * week, 0, 0), None, None]] * 3 for week in range(1, 4)])
    rows = outlook_by_carrier(cube, THIS_WEEK, FAR).to_pylist()
    assert rows[0]["verified_per_week"] == pytest.approx(30)
    assert {rows[1][name] for name in ("missing_count", "reached_on", "is_late")} == {None}


def test_who_comes_after_the_day_is_late():
    soon, never = Aim(12.0, date(2030, 1, 1)), Aim(100.0, date(2026, 11, 18))
    assert not any(outlook_by_commune(world(14), THIS_WEEK, soon)["is_late"].to_pylist())
    assert all(outlook_by_commune(world(14), THIS_WEEK, never)["is_late"].to_pylist())


def test_the_priorities_stand_in_their_order_with_columns_that_are_described():
    table = priority_table(priorities(STEADY, Scope(LAST)))
    assert table["priority_rank"].to_pylist() == [1, 2, 3]
    assert set(table.column_names) <= set(columns())
