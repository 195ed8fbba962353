"""Codes and names that do not go together."""

from dashboard.store.database import Store
from tests.intake.reports import changed, examined, found, sheet_of


def test_a_code_with_another_commune_s_name_is_refused(store: Store):
    [finding] = found(store, "code_name_conflict", sheet_of(changed(3, 1, "Phường Hạc Thành")))
    assert (finding.row, finding.column, finding.value) == (3, "A", "14758")
    assert "Phường Hàm Rồng" in finding.message
    assert "14797" in finding.message
    assert finding.severity == "error"


def test_a_code_with_the_name_of_a_former_commune_elsewhere_is_refused(store: Store):
    [finding] = found(store, "code_name_conflict", sheet_of(changed(3, 1, "Xã Hà Bình")))
    assert finding.severity == "error"


def test_a_code_with_a_name_that_is_nobody_s_decides_with_a_warning(store: Store):
    sheet = sheet_of(changed(3, 1, "Phường Hàm Rồngg"))
    [finding] = found(store, "code_name_conflict", sheet)
    receipt = examined(store, sheet).receipt
    assert (finding.severity, finding.column) == ("warning", "B")
    assert (receipt.status, receipt.communes_count) == ("accepted_with_warnings", 166)


def test_other_spellings_of_the_right_name_are_no_conflict(store: Store):
    for name in ("PHƯỜNG HÀM RỒNG", "Hàm Rồng", "P. Hàm Rồng", "ham rong", None):
        assert not found(store, "code_name_conflict", sheet_of(changed(3, 1, name)))


def test_a_total_with_the_code_of_a_commune_is_a_conflict_not_a_total(store: Store):
    [finding] = found(store, "code_name_conflict", sheet_of(changed(3, 1, "Tổng")))
    assert (finding.severity, finding.row, finding.value) == ("error", 3, "14758")
