"""Layouts that people confirm: kept, used for the same header only, withdrawn."""

from datetime import date

import pytest

from dashboard.intake.layout.confirmed import (
    SUBJECT,
    confirm_layout,
    key_of,
    lacking,
    layouts_in_force,
    withdraw_layout,
)
from dashboard.intake.layout.known import Layout, shipped_layouts
from dashboard.store.database import Store
from dashboard.store.decisions import decisions_made
from tests.intake.reports import COUNTS, HEADER, examined, good_rows, sheet_of

STRANGE = ("Số hiệu", "Tên gọi", "Quy mô", "Xong", "Tồn", "Dừng đi", "Dừng hẳn")
COLUMNS = {
    "commune_code": 0,
    "commune_name": 1,
    "total_count": 2,
    "verified_count": 3,
    "unverified_count": 4,
    "locked_one_way_count": 5,
    "locked_two_way_count": 6,
}
LAYOUT = Layout("mobifone", 2, date(2026, 11, 11), STRANGE, COLUMNS, "mobifone.xlsx")


def test_a_confirmed_header_is_read_for_its_carrier_and_nobody_else(store: Store):
    sheet = sheet_of(good_rows(), STRANGE)
    before = examined(store, sheet)
    assert "header_not_found" in {finding.rule for finding in before.receipt.findings}
    confirm_layout(store, LAYOUT, "Lan")
    after = examined(store, sheet)
    assert (after.receipt.status, after.receipt.communes_count) == ("accepted", 166)
    assert after.receipt.totals == examined(store, sheet_of(good_rows())).receipt.totals
    assert examined(store, sheet, file_name="wintel.xlsx").receipt.status == "rejected"
    assert examined(store, sheet, file_name="x.xlsx", carrier_code="mobifone").receipt.status == "accepted"


def test_it_is_found_wherever_it_stands_and_in_two_rows_too(store: Store):
    upper = (None, None, None, "Tiến độ", None, "Dừng", None)
    lower = ("Số hiệu", "Tên gọi", "Quy mô", "Xong", "Tồn", "đi", "hẳn")
    texts = ("Số hiệu", "Tên gọi", "Quy mô", "Tiến độ – Xong", "Tiến độ – Tồn", "Dừng – đi", "Dừng – hẳn")
    confirm_layout(store, Layout("mobifone", 2, date(2026, 11, 11), texts, COLUMNS), "Lan")
    for lines_above in (0, 1, 9):
        rows = [*[[f"Dòng {number}"] for number in range(lines_above)], upper, lower, *good_rows()]
        receipt = examined(store, sheet_of(rows, ("MobiFone",))).receipt
        assert (receipt.status, receipt.communes_count) == ("accepted", 166)


def test_a_confirmed_layout_wins_over_the_words(store: Store):
    swapped = COLUMNS | {"locked_one_way_count": 6, "locked_two_way_count": 5}
    confirm_layout(store, Layout("mobifone", 2, date(2026, 11, 11), HEADER, swapped), "Lan")
    totals = examined(store, sheet_of(good_rows())).receipt.totals
    assert (totals["locked_one_way_count"], totals["locked_two_way_count"]) == (
        166 * COUNTS[4],
        166 * COUNTS[3],
    )


def test_a_withdrawn_layout_is_asked_about_again(store: Store):
    decision = confirm_layout(store, LAYOUT, "Lan")
    found = layouts_in_force(store.reader()).of_carrier("mobifone")[-1]
    assert (found.texts, dict(found.columns), found.ordinal) == (STRANGE, COLUMNS, decision.ordinal)
    withdraw_layout(store, key_of(LAYOUT), "Minh", "nhầm cột")
    assert layouts_in_force(store.reader()).layouts == shipped_layouts()
    assert examined(store, sheet_of(good_rows(), STRANGE)).receipt.status == "rejected"
    assert [it.decided_by for it in decisions_made(store.reader(), SUBJECT)] == ["Lan", "Minh"]


def test_what_stood_before_an_act_can_be_asked(store: Store):
    decision = confirm_layout(store, LAYOUT, "Lan")
    before = layouts_in_force(store.reader(), decision.ordinal)
    assert before.layouts == shipped_layouts()
    assert len(layouts_in_force(store.reader(), decision.ordinal + 1).layouts) == len(before.layouts) + 1


@pytest.mark.parametrize("left_out", ["total_count", "locked_two_way_count"])
def test_a_layout_without_what_a_report_needs_is_not_kept(left_out: str, store: Store):
    columns = {name: index for name, index in COLUMNS.items() if name != left_out}
    assert lacking(columns) == (left_out,)
    with pytest.raises(ValueError, match=left_out):
        confirm_layout(store, Layout("mobifone", 2, date(2026, 11, 11), STRANGE, columns), "Lan")
    doubled = COLUMNS | {left_out: 3}
    with pytest.raises(ValueError, match="twice"):
        confirm_layout(store, Layout("mobifone", 2, date(2026, 11, 11), STRANGE, doubled), "Lan")
    assert lacking({name: 0 for name in COLUMNS if not name.startswith("commune")}) == ("commune_name",)
