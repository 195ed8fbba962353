"""Places side by side are the sums of their communes."""

import pytest

from dashboard.measures import Scope, figures_by_commune, figures_by_province
from dashboard.measures.places import PROVINCE, places
from dashboard.measures.side_by_side import COMPARED, compared_table, side_by_side
from dashboard.reference.columns import columns
from dashboard.store.database import Store
from tests.web.homes import filled_by_itself  # noqa: F401
from tests.web.prepared import LAST, ROUNDS


def test_every_figure_is_that_of_the_place(filled: Store):
    chosen = [places()[key] for key in (PROVINCE, "phuong", "14797")]
    cursor, scope = filled.reader(), Scope(LAST)
    province, wards, ward = side_by_side(cursor, scope, chosen)
    whole = figures_by_province(cursor, scope).to_pylist()[0]
    rows = {row["commune_code"]: row for row in figures_by_commune(cursor, scope).to_pylist()}
    for name in ("total_count", "verified_count", "unverified_count", "verified_pct_change"):
        assert province.figures[name] == whole[name]
    assert ward.figures["verified_pct"] == rows["14797"]["verified_pct"]
    codes = [it.code for it in places()["phuong"].communes]
    assert wards.figures["unverified_count"] == sum(rows[code]["unverified_count"] for code in codes)
    assert province.history.num_rows == len(ROUNDS)
    assert ward.carriers_pct["wintel"] is None


def test_the_kind_of_a_filter_does_not_empty_a_place_of_the_other(filled: Store):
    [ward] = side_by_side(filled.reader(), Scope(LAST, kind="xã"), [places()["14797"]])
    assert ward.figures["total_count"] > 0


def test_weeks_left_follow_from_the_pace_and_the_table_from_the_dictionary(filled: Store):
    found = side_by_side(filled.reader(), Scope(LAST), [places()["14797"], places()["xa"]])
    for it in found:
        assert it.pace_per_week is not None
        left = it.figures["unverified_count"]
        assert it.weeks_left == (pytest.approx(left / it.pace_per_week) if it.pace_per_week > 0 else None)
    assert set(COMPARED.names) <= set(columns())
    assert compared_table(found)["place_name"].to_pylist() == [it.place.name for it in found]
