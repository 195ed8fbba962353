"""Cells on further sheets that have to be one of a few words."""

from dashboard.store.database import Store
from tests.intake.annex_sheets import points
from tests.intake.reports import examined, found, good_rows, sheet_of

RULE = "annex_not_a_choice"
REST = (None,) * 6


def test_a_kind_that_is_none_leaves_the_row_out_an_answer_that_is_none_only_itself(store: Store):
    sheet = points(
        ("Xe buýt", "Phường Hạc Thành", "A"), ("Cố định", "Phường Hạc Thành", "B", *REST, "tùy hôm")
    )
    kind, answer = found(store, RULE, sheet_of(good_rows()), sheet)
    assert (kind.column, answer.column, kind.severity) == ("A", "J", "warning")
    assert "không lấy dòng này" in kind.message
    assert "không lấy ô này" in answer.message
    stored = examined(store, sheet_of(good_rows()), sheet).case.annexes.service_points
    assert [(point.address, point.serves_other_carriers) for point in stored] == [("B", None)]


def test_known_words_are_none(store: Store):
    sheet = points(("lưu động", "Phường Hạc Thành", "B", *REST, "không"))
    assert not found(store, RULE, sheet_of(good_rows()), sheet)
