"""Service points that end before they start."""

from dashboard.store.database import Store
from tests.intake.annex_sheets import points
from tests.intake.reports import found, good_rows, sheet_of

RULE = "point_ends_before_start"


def test_days_the_wrong_way_round_are_a_warning(store: Store):
    row = ("Lưu động", "Phường Hạc Thành", "A", None, "22/11/2026", "20/11/2026")
    [finding] = found(store, RULE, sheet_of(good_rows()), points(row))
    assert (finding.row, finding.column, finding.severity) == (4, "F", "warning")


def test_one_day_is_none(store: Store):
    row = ("Lưu động", "Phường Hạc Thành", "A", None, "22/11/2026", "22/11/2026")
    assert not found(store, RULE, sheet_of(good_rows()), points(row))
