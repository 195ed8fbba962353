"""Rows to communes, by one list as a whole."""

from collections.abc import Sequence

from dashboard.intake.layout.header import find_headers
from dashboard.intake.layout.table import read_table
from dashboard.intake.matching.match import Lists, Matches, Problem, match_table
from dashboard.intake.reading.sheet import CellValue
from dashboard.reference.communes import communes
from dashboard.reference.old_communes import old_communes
from tests.intake.reports import COUNTS, HEADER, good_rows, sheet_of

OLD_HEADER = ("Huyện", "Xã/phường/TT", *HEADER[2:])
CODE_HEADER = ("Mã ĐVHC", *HEADER[2:])
NAME_HEADER = HEADER[1:]


def matched(rows: Sequence[Sequence[CellValue]], header: tuple[str, ...] = HEADER) -> Matches:
    [found] = find_headers((sheet_of(rows, header=header),))
    return match_table(read_table(found))


def test_by_code_and_name_by_code_alone_and_by_name_alone_lead_to_the_same():
    expected = [commune.code for commune in communes()]
    by_both = matched(good_rows())
    by_code = matched([[float(commune.code), *COUNTS] for commune in communes()], CODE_HEADER)
    by_name = matched([[commune.name, *COUNTS] for commune in communes()], NAME_HEADER)
    for matches in (by_both, by_code, by_name):
        assert matches.lists is Lists.TODAY
        assert [match.commune_code for match in matches.rows] == expected


def test_a_file_by_old_communes_is_known_by_its_names_also_without_districts():
    rows = [[old.name, *COUNTS] for old in old_communes()]
    assert matched(rows, NAME_HEADER).lists is Lists.BEFORE


def test_a_file_by_old_communes_is_known_by_its_codes_too():
    rows = [[old.code, *COUNTS] for old in old_communes()]
    matches = matched(rows, CODE_HEADER)
    assert matches.lists is Lists.BEFORE
    assert [match.commune_code for match in matches.rows] == [old.commune_code for old in old_communes()]


def test_a_column_of_districts_beside_communes_of_today_does_not_make_them_old():
    rows = [[commune.old_district, commune.name, *COUNTS] for commune in communes()]
    matches = matched(rows, OLD_HEADER)
    assert matches.lists is Lists.TODAY
    assert [match.commune_code for match in matches.rows] == [commune.code for commune in communes()]


def test_names_of_both_lists_beside_districts_are_old():
    rows = [["Thành phố Thanh Hóa", "Phường Hàm Rồng", *COUNTS]]
    assert matched(rows, OLD_HEADER).lists is Lists.BEFORE


def test_a_name_of_both_lists_means_the_old_commune_in_a_file_of_old_ones():
    old = next(
        it for it in old_communes() if it.name == "Phường Đông Sơn" and it.district.endswith("Bỉm Sơn")
    )
    rows = [[it.district, it.name, *COUNTS] for it in old_communes()]
    match = next(it for it in matched(rows, OLD_HEADER).rows if it.place.code == old.code)
    today = {commune.code: commune.name for commune in communes()}
    assert match.commune_code == old.commune_code
    assert today[match.commune_code] != "Phường Đông Sơn"


def test_an_old_name_of_several_districts_needs_its_district():
    rows = [[old.name, *COUNTS] for old in old_communes()]
    ambiguous = [match for match in matched(rows, NAME_HEADER).rows if match.problem]
    assert {match.problem for match in ambiguous} == {Problem.AMBIGUOUS_NAME}
    assert all(len(match.others) > 1 for match in ambiguous)
    assert all(match.commune_code is None for match in ambiguous)


def test_ways_of_matching_are_counted():
    rows = good_rows()
    rows[0][0] = None
    rows[1][0], rows[1][1] = None, "Hạc Thành"
    rows[2][0], rows[2][1] = None, "phuong quang phu"
    rows[3][0], rows[3][1] = None, "Không Có"
    assert matched(rows).counts() == {
        "code": 162, "exact_name": 1, "spelling_variant": 1, "name_without_accents": 1, "nothing": 1,
    }  # fmt: skip


def test_a_row_without_code_and_name_has_no_commune():
    matches = matched([*good_rows(), [None, None, *COUNTS]])
    assert matches.rows[-1].problem is Problem.NAMELESS


def test_a_code_that_is_no_code_is_unknown():
    rows = good_rows()
    rows[0][0] = "mã khác"
    assert matched(rows).rows[0].problem is Problem.UNKNOWN_CODE
