"""Cells, their names, and the way of a reading from child to parent."""

import json
from datetime import date

from hypothesis import given
from hypothesis import strategies as st

from dashboard.intake.reading.sheet import (
    Fault,
    Reading,
    Sheet,
    SheetRow,
    as_json,
    cell_name,
    cell_position,
    cell_text,
    column_index,
    column_letter,
    from_json,
)

CELLS = st.one_of(
    st.none(),
    st.text(),
    st.booleans(),
    st.integers(),
    st.floats(allow_nan=False, allow_infinity=False),
    st.dates(),
)
SHEETS = st.builds(
    Sheet,
    name=st.text(),
    rows=st.lists(st.builds(SheetRow, st.integers(1, 5000), st.lists(CELLS).map(tuple))).map(tuple),
    is_visible=st.booleans(),
    formulas=st.dictionaries(st.text(), st.text()),
)


@given(st.integers(0, 20_000))
def test_a_column_s_letter_leads_back_to_it(index: int):
    assert column_index(column_letter(index)) == index


def test_columns_are_lettered_as_spreadsheet_programs_do():
    assert [column_letter(index) for index in (0, 25, 26, 701, 702, 16383)] == [
        "A",
        "Z",
        "AA",
        "ZZ",
        "AAA",
        "XFD",
    ]


def test_a_cell_s_name_leads_back_to_it_and_others_to_nothing():
    assert cell_position(cell_name(44, 1)) == (44, 1)
    assert cell_position("R1C1") is None
    assert cell_position("") is None


@given(st.lists(SHEETS, max_size=3).map(tuple))
def test_a_reading_comes_back_from_the_child_as_it_was(sheets: tuple[Sheet, ...]):
    reading = Reading("xlsx", sheets)
    assert from_json(json.loads(json.dumps(as_json(reading)))) == reading


def test_a_fault_comes_back_from_the_child_as_it_was():
    reading = Reading("", fault=Fault("too_large", {"what": "rows", "found": 9}))
    assert from_json(json.loads(json.dumps(as_json(reading)))) == reading


def test_a_cell_reads_as_a_person_reads_it():
    assert [cell_text(value) for value in (None, 14758.0, 1234.5, date(2026, 10, 8), "x")] == [
        "", "14758", "1234.5", "08/10/2026", "x",
    ]  # fmt: skip
