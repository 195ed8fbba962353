"""Tables without a header: asked about, and read by their letters once somebody has said what they are."""

from datetime import date

from dashboard.intake.examine import examine_reading
from dashboard.intake.layout.confirmed import confirm_layout
from dashboard.intake.layout.header import Header
from dashboard.intake.layout.headerless import headerless
from dashboard.intake.layout.known import Layout
from dashboard.intake.layout.proposal import guesses, header_at
from dashboard.intake.reading.sheet import Reading, Sheet, SheetRow
from dashboard.store.database import Store
from tests.intake.reports import HEADER, examined, good_rows, request_of, sheet_of

COLUMNS = {
    "commune_code": 0, "commune_name": 1, "total_count": 2, "verified_count": 3, "unverified_count": 4,
    "locked_one_way_count": 5, "locked_two_way_count": 6,
}  # fmt: skip


def bare() -> Sheet:
    """A title, then figures at once."""
    rows = [("Tuần báo cáo", "11/11/2026"), *good_rows()]
    return Sheet("", tuple(SheetRow(number, tuple(row)) for number, row in enumerate(rows, start=1)))


def header_of_bare() -> Header:
    """The letters above its figures."""
    header = headerless(bare())
    assert header is not None
    return header


def by_letters() -> Layout:
    """What a person says of it."""
    return Layout("mobifone", 9, date(2026, 11, 11), header_of_bare().texts, COLUMNS)


def test_columns_go_by_their_letters_and_places_are_known_by_their_cells():
    header = header_of_bare()
    assert header.texts == tuple(f"Cột {letter}" for letter in "ABCDEFG")
    assert (header.first_row, header.last_row) == (2, 1)
    assert header_at(bare(), 0, 1) == header
    found = {name: guess.index for name, guess in guesses(header).items()}
    assert found == {"commune_code": 0, "commune_name": 1}


def test_a_header_that_is_not_understood_is_never_passed_over():
    strange = ("Số hiệu", "Nơi", "Quy mô", "Xong", "Tồn đọng", "Dừng đi", "Dừng hẳn")
    assert headerless(sheet_of(good_rows(), strange)) is None
    assert headerless(sheet_of(good_rows(), HEADER)) is None
    assert headerless(sheet_of([], HEADER)) is None


def test_without_a_confirmation_it_is_refused_and_with_one_every_figure_is_read(store: Store):
    asked = examined(store, bare(), carrier_code="mobifone").receipt
    assert "header_not_found" in {finding.rule for finding in asked.findings}
    confirm_layout(store, by_letters(), "test")
    expected = examined(store, sheet_of(good_rows()), carrier_code="mobifone").case
    read = examined(store, bare(), carrier_code="mobifone")
    assert read.case.figures == expected.figures
    assert len(read.case.figures) == 166
    assert "header_not_found" not in {finding.rule for finding in read.receipt.findings}


def test_it_is_that_carriers_alone_and_of_no_other_width(store: Store):
    wider = Sheet("", tuple(SheetRow(row.number, (*row.cells, 1)) for row in bare().rows))
    for carrier_code, sheet in (("viettel", bare()), ("mobifone", wider)):
        request = request_of(carrier_code=carrier_code)
        assert examine_reading(request, Reading("csv", (sheet,)), store, by_letters()).case.figures == ()


def test_a_table_with_a_header_is_never_read_by_letters(store: Store):
    swapped = (*HEADER[:3], HEADER[4], HEADER[3], *HEADER[5:])
    reading = Reading("xlsx", (sheet_of(good_rows(), swapped),))
    read = examine_reading(request_of(carrier_code="mobifone"), reading, store, by_letters())
    assert read.case.headers[0].columns["verified_count"] == 4
