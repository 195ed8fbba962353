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
    without_controls,
)

TEXTS = st.text().map(without_controls)
CELLS = st.one_of(
    st.none(),
    TEXTS,
    st.booleans(),
    st.integers(),
    st.floats(allow_nan=False, allow_infinity=False),
    st.dates(),
)
SHEETS = st.builds(
    Sheet,
    name=TEXTS,
    rows=st.lists(st.builds(SheetRow, st.integers(1, 5000), st.lists(CELLS).map(tuple))).map(tuple),
    is_visible=st.booleans(),
    formulas=st.dictionaries(TEXTS, TEXTS),
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


def test_nothing_from_a_file_commands_a_terminal_or_breaks_a_document():
    sent = "\x1b[31mXã\x00 \x9b2J\x0bTân\ufffe\ud800\tA\nB"
    plain = "\ufffd[31mXã\ufffd \ufffd2J Tân\ufffd\ufffd\tA\nB"
    sheet = Sheet(sent, (SheetRow(1, (sent, 5)),), formulas={"A1": sent})
    assert from_json(as_json(Reading("xlsx", (sheet,)))).sheets == (
        Sheet(plain, (SheetRow(1, (plain, 5)),), formulas={"A1": plain}),
    )


@given(st.text(st.characters(exclude_categories=("Cc", "Cs", "Cn"))))
def test_every_text_without_controls_is_read_as_it_is(text: str):
    assert without_controls(text) == text
