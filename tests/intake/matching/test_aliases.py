"""Confirmed names: they speak where nothing else does, and never instead of a code or a unit's own name."""

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from dashboard.intake.examine import Examination, examine
from dashboard.intake.layout.header import find_headers
from dashboard.intake.layout.table import read_table
from dashboard.intake.matching.aliases import (
    SUBJECT,
    Alias,
    Aliases,
    Written,
    aliases_in_force,
    confirm_aliases,
    meant_by,
    withdraw_alias,
)
from dashboard.intake.matching.match import Matches, match_table
from dashboard.intake.matching.places import Lists, today
from dashboard.intake.reading.sheet import CellValue, Sheet
from dashboard.reference.communes import communes
from dashboard.reference.old_communes import old_communes
from dashboard.store.database import Store
from dashboard.store.decisions import decisions_made
from tests.conftest import EXAMPLES_DIR
from tests.intake.reports import changed, examined, good_rows, request_of, sheet_of

FIRST, SECOND = communes()[0], communes()[1]
GONE = next(old.name for old in old_communes() if not today().find(old.name).places)  # of the old list only
STRANGE = Written(Lists.TODAY, "Phường Hàm Rồngg Mới")
NO_CODES = ("Số", "Tên ĐVHC", "Tổng số", "Đã xác thực", "Chưa xác thực", "Khóa 1 chiều", "Khóa 2 chiều")


def by_name(first_name: str) -> list[list[CellValue]]:
    """All communes by name only, the first called so."""
    rows = [[number, *row[1:]] for number, row in enumerate(good_rows(), start=1)]
    rows[0][1] = first_name
    return rows


def figures(examination: Examination) -> dict[str, dict[str, int | None]]:
    return {figure.commune_code: dict(figure.counts) for figure in examination.case.figures}


@pytest.mark.parametrize(
    "name",
    [
        "Phường Hạc Thành",
        "hạc thành",
        "Hac Thanh",
        "P. Hạc Thành",
        GONE,
        "Tổng cộng",
        "",
        " ",
        "x" * 200,
    ],
)
def test_no_alias_is_made_of_a_units_name_a_label_or_nothing(name: str, store: Store):
    written = Written(Lists.TODAY, name)
    assert not written.can_be_alias
    with pytest.raises(ValueError, match="cannot stand"):
        confirm_aliases(store, (Alias(written, FIRST.code),), "thử")
    assert meant_by(written, {written.key: Alias(written, FIRST.code)}) is None
    assert decisions_made(store.reader(), SUBJECT) == []


def test_no_alias_is_made_for_a_code_that_is_in_no_list(store: Store):
    with pytest.raises(ValueError, match="cannot stand"):
        confirm_aliases(store, (Alias(STRANGE, "00000"),), "thử")


def test_a_confirmed_name_is_matched_from_then_on_in_every_spelling(store: Store):
    before = examined(store, sheet_of(by_name("P. Ham Rongg moi"), NO_CODES))
    assert before.receipt.status == "rejected"
    confirm_aliases(store, (Alias(STRANGE, FIRST.code, "a.xlsx"),), "Lan")
    for name in ("P. Ham Rongg moi", "PHƯỜNG HÀM RỒNGG MỚI", "phuong ham rongg moi"):
        after = examined(store, sheet_of(by_name(name), NO_CODES))
        assert after.receipt.status == "accepted"
        assert after.receipt.matches == {"exact_name": 165, "alias": 1}
    (decision,) = decisions_made(store.reader(), SUBJECT)
    assert (decision.decided_by, decision.content and decision.content["file_name"]) == ("Lan", "a.xlsx")


def test_the_first_confirmation_stands_until_it_is_withdrawn(store: Store):
    first, second = Alias(STRANGE, FIRST.code), Alias(STRANGE, SECOND.code)
    assert confirm_aliases(store, (first,), "Lan") == (first,)
    assert confirm_aliases(store, (second,), "Minh") == ()
    assert aliases_in_force(store.reader())[STRANGE.key] == first
    withdraw_alias(store, STRANGE.key, "Minh", "nhầm")
    assert aliases_in_force(store.reader()) == {}
    assert confirm_aliases(store, (second,), "Minh") == (second,)
    assert [it.reason for it in decisions_made(store.reader(), SUBJECT)] == ["", "nhầm", ""]


def test_what_was_taken_in_stays_when_a_name_is_withdrawn_and_a_later_file_is_asked_about(store: Store):
    confirm_aliases(store, (Alias(STRANGE, FIRST.code),), "Lan")
    sheet = sheet_of(by_name(STRANGE.name), NO_CODES)
    assert examined(store, sheet).receipt.status == "accepted"
    withdraw_alias(store, STRANGE.key, "Lan")
    assert examined(store, sheet).receipt.status == "rejected"


def test_a_row_with_a_code_is_not_touched_by_an_alias(store: Store):
    rows = changed(3, 1, STRANGE.name)
    before = examined(store, sheet_of(rows))
    confirm_aliases(store, (Alias(STRANGE, SECOND.code),), "Lan")
    after = examined(store, sheet_of(rows))
    assert after.receipt == before.receipt
    assert figures(after) == figures(before)


def test_an_alias_of_the_old_list_belongs_to_its_district_and_is_carried_on(store: Store):
    divided = next(old for old in old_communes() if old.is_divided)
    written = Written(Lists.BEFORE, "Xã Không Ai Biết", divided.district)
    elsewhere = Written(Lists.BEFORE, written.name, "Huyện Khác")
    header = ("Huyện", "Tên xã", *NO_CODES[2:])
    rows = [
        [old.district, written.name if old is divided else old.name, 100, 70, 30, 5, 3]
        for old in old_communes()
    ]
    assert examined(store, sheet_of(rows, header)).receipt.status == "rejected"
    confirm_aliases(store, (Alias(elsewhere, divided.code),), "Lan")
    assert examined(store, sheet_of(rows, header)).receipt.status == "rejected"
    confirm_aliases(store, (Alias(written, divided.code),), "Lan")
    examination = examined(store, sheet_of(rows, header))
    assert examination.receipt.matches["alias"] == 1
    assert examination.receipt.totals["total_count"] == 54_700
    told = {it.value for it in examination.receipt.findings if it.rule == "divided_commune"}
    assert written.name in told, "where its counts went is told as of any other"


def test_a_name_confirmed_for_one_list_says_nothing_in_the_other():
    aliases = {STRANGE.key: Alias(STRANGE, FIRST.code)}
    assert meant_by(STRANGE, aliases) is not None
    assert meant_by(Written(Lists.BEFORE, STRANGE.name), aliases) is None


names = st.one_of(
    st.sampled_from([commune.name for commune in communes()]),
    st.sampled_from([old.name for old in old_communes()]),
    st.text(min_size=1, max_size=30),
)


@given(said=st.dictionaries(names, st.sampled_from([commune.code for commune in communes()]), max_size=20))
@settings(max_examples=25, deadline=None)
def test_no_aliases_whatever_change_a_table_that_was_matched_without_them(said: dict[str, str]):
    aliases: dict[str, Alias] = {}
    for name, code in said.items():
        for lists in Lists:
            written = Written(lists, name)
            aliases[written.key] = Alias(written, code)
    for sheet in (sheet_of(good_rows()), sheet_of(by_name(FIRST.name), NO_CODES)):
        assert matched(sheet, aliases) == matched(sheet, {})


def matched(sheet: Sheet, aliases: Aliases) -> Matches:
    return match_table(read_table(find_headers((sheet,))[0]), aliases)


@pytest.mark.parametrize("name", sorted(path.name for path in EXAMPLES_DIR.glob("*_2026-11-11.*")))
def test_the_examples_are_read_the_same_with_aliases_in_force(name: str, store: Store):
    request = request_of(name, (EXAMPLES_DIR / name).read_bytes())
    before = examine(request, store)
    strange = (Alias(STRANGE, FIRST.code), Alias(Written(Lists.BEFORE, "Xã Lạ", "Huyện Hà Trung"), "14818"))
    confirm_aliases(store, tuple(alias for alias in strange if alias.place), "Lan")
    assert examine(request, store).receipt == before.receipt
