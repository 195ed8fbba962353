"""What is asked about: each strange name once, with its rows and what it is most like."""

from dashboard.intake.matching.open_names import open_annex_names, open_names, units_in
from dashboard.reference.communes import communes
from dashboard.store.database import Store
from tests.intake.annex_sheets import HAC_THANH, annexes_of, points, sims
from tests.intake.matching.test_aliases import GONE, NO_CODES, by_name
from tests.intake.reports import changed, examined, sheet_of


def test_a_name_in_two_rows_is_asked_about_once_with_both(store: Store):
    rows = by_name("Phường Hàm Rồngg")
    rows[5][1] = "P. hàm rồngg"
    (name,) = open_names(examined(store, sheet_of(rows, NO_CODES)).case.matches)
    assert (name.written.name, name.row_numbers, name.total_count) == ("Phường Hàm Rồngg", (3, 8), 200)
    assert len(name.likely) == 3
    assert name.likely[0].place.name == "Phường Hàm Rồng"
    assert 100 > name.likely[0].score >= name.likely[1].score >= name.likely[2].score > 0


def test_names_of_units_and_rows_with_codes_are_never_asked_about(store: Store):
    for name in (GONE, "Tân Phong"):
        assert open_names(examined(store, sheet_of(by_name(name), NO_CODES)).case.matches) == ()
    assert open_names(examined(store, sheet_of(changed(3, 0, "99999"))).case.matches) == ()
    assert open_names(None) == ()


def test_the_units_that_have_a_row_are_known(store: Store):
    matches = examined(store, sheet_of(by_name("Phường Lạ"), NO_CODES)).case.matches
    assert units_in(matches) == {commune.code for commune in communes()[1:]}


def test_a_strange_name_of_an_annex_is_asked_about_once_unless_the_table_asks_already(store: Store):
    annexes = annexes_of(points(("Cố định", "P. Hạc Thành cũ", "A"), ("Lưu động", "p. hạc thành CŨ", "B")))
    (name,) = open_annex_names(annexes)
    assert (name.written.name, name.row_numbers, name.sheet) == ("P. Hạc Thành cũ", (4, 5), "Điểm")
    assert name.likely[0].place.name == "Phường Hạc Thành"
    assert open_annex_names(annexes, (name,)) == ()


def test_a_row_of_an_annex_with_a_code_and_a_name_of_another_list_are_never_asked_about():
    assert open_annex_names(annexes_of(sims((HAC_THANH, "Tên Lạ", 1), (None, "Phường Nam Ngạn", 1)))) == ()
