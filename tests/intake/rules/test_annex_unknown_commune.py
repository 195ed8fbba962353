"""Rows of further sheets whose commune cannot be told."""

from dashboard.store.database import Store
from tests.intake.annex_sheets import points, sims
from tests.intake.reports import examined, found, good_rows, sheet_of

RULE = "annex_unknown_commune"


def test_a_point_in_an_unknown_commune_is_a_warning_with_the_nearest_names(store: Store):
    sheets = sheet_of(good_rows()), points(("Cố định", "Phường Hạc Thanhh", "1 Lê Lợi"))
    [finding] = found(store, RULE, *sheets)
    assert (finding.severity, finding.sheet, finding.row, finding.column) == ("warning", "Điểm", 4, "B")
    assert "Phường Hạc Thành, mã 14797" in str(finding.suggestion)
    assert examined(store, *sheets).case.annexes.service_points == ()


def test_a_code_against_its_name_is_one_too(store: Store):
    assert found(store, RULE, sheet_of(good_rows()), sims(("14797", "Phường Hàm Rồng", 1)))


def test_known_communes_are_none(store: Store):
    assert not found(store, RULE, sheet_of(good_rows()), points(("Cố định", "P. Hạc Thành", "1 Lê Lợi")))
