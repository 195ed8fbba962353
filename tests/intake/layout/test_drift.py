"""What changed since the carrier's last layout."""

from datetime import date

from dashboard.intake.layout.drift import Drift, drift_since
from dashboard.intake.layout.header import find_headers
from dashboard.intake.layout.known import Layout
from tests.intake.reports import HEADER, good_rows, sheet_of

COLUMNS = {
    "commune_code": 0, "commune_name": 1, "total_count": 2, "verified_count": 3, "unverified_count": 4,
    "locked_one_way_count": 5, "locked_two_way_count": 6,
}  # fmt: skip


def drift(then: tuple[str, ...], columns: dict[str, int], now: tuple[str, ...]) -> Drift:
    [header] = find_headers((sheet_of(good_rows(), now),))
    return drift_since(Layout("mobifone", 1, date(2026, 10, 28), then, columns), header)


def test_the_same_header_has_not_drifted():
    assert drift(HEADER, COLUMNS, HEADER) == Drift()
    assert drift(HEADER, COLUMNS, HEADER).is_only_moved


def test_a_renamed_an_added_and_a_lost_column_are_told_apart():
    now = (*HEADER[:3], "Số TB đã XT", *HEADER[4:], "SIM rác", "Số điểm")
    then, columns = (*HEADER, "Tỷ lệ", "Ghi nhận"), COLUMNS | {"verified_pct": 7}
    found = drift(then, columns, now)
    assert found.renamed == (("Đã xác thực", "Số TB đã XT"),)
    assert (found.lost, found.gained) == (("verified_pct",), ("junk_sim_found_count",))
    assert (found.gone_texts, found.added_texts) == (("Ghi nhận",), ("Số điểm",))
    assert not found.is_moved


def test_columns_that_changed_places_have_moved():
    assert drift(HEADER, COLUMNS, (*HEADER[:5], HEADER[6], HEADER[5])) == Drift(is_moved=True)


def test_ordinal_and_note_are_nobodys_loss():
    then, columns = (*HEADER, "STT", "Ghi chú"), COLUMNS | {"ordinal": 7, "note": 8}
    found = drift(then, columns, HEADER)
    assert (found.lost, found.gone_texts) == ((), ("STT", "Ghi chú"))


def test_a_table_of_which_hardly_a_text_is_left_is_another():
    then = ("ma", "ten", "tong", "da", "chua", "k1", "k2")
    assert drift(then, COLUMNS, HEADER) == Drift(is_another=True)
