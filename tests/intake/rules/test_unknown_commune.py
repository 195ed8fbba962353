"""Rows whose commune cannot be told."""

from dashboard.store.database import Store
from tests.intake.reports import COUNTS, HEADER, changed, examined, found, good_rows, sheet_of


def test_a_name_nobody_knows_gets_the_nearest_ones_suggested_and_is_never_taken(store: Store):
    rows = [row[1:] for row in changed(3, 1, "Phường Hạm Rồg")]
    sheet = sheet_of(rows, header=HEADER[1:])
    [finding] = found(store, "unknown_commune", sheet)
    receipt = examined(store, sheet).receipt
    assert (finding.row, finding.column, finding.value) == (3, "A", "Phường Hạm Rồg")
    assert "Phường Hàm Rồng, mã 14758" in str(finding.suggestion)
    assert (receipt.status, receipt.communes_count) == ("rejected", 165)


def test_a_code_nobody_knows_is_refused_also_beside_a_good_name(store: Store):
    [finding] = found(store, "unknown_commune", sheet_of(changed(3, 0, 99999)))
    assert (finding.column, finding.value) == ("A", "99999")
    assert "mã 14758" in str(finding.suggestion)


def test_a_name_of_several_communes_asks_which(store: Store):
    rows = [[name, *counts] for _, name, *counts in good_rows() if "Tiến" not in str(name)]
    sheet = sheet_of([*rows, ["Dong Tien", *COUNTS]], header=HEADER[1:])
    [finding] = found(store, "unknown_commune", sheet)
    assert "Xã Đồng Tiến" in str(finding.suggestion)
    assert "Phường Đông Tiến" in str(finding.suggestion)


def test_figures_without_any_name_are_refused(store: Store):
    [finding] = found(store, "unknown_commune", sheet_of([*good_rows(), ["", None, *COUNTS]]))
    assert (finding.row, finding.value) == (169, "")
    assert "Tổng cộng" in str(finding.suggestion)


def test_a_nameless_row_whose_counts_are_no_numbers_is_not_taken_for_words(store: Store):
    rows = good_rows()
    rows[9] = [None, None, "1 234x", "1 000x", "234x", "5x", "3x"]
    [finding] = found(store, "unknown_commune", sheet_of(rows))
    assert (finding.severity, finding.row) == ("error", 12)
