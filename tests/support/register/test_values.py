"""Cells of the register, both ways: what is written is read again as it was, what cannot be told is said."""

from datetime import date

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from dashboard.reference.carriers import carriers
from dashboard.reference.communes import communes
from dashboard.support.register import values
from dashboard.support.register.kinds import KINDS
from dashboard.support.register.reading import read_register_table
from dashboard.support.register.values import Unreadable, Value

DAYS = st.dates(date(2026, 1, 1), date(2027, 12, 31))
CODES = st.sampled_from([commune.code for commune in communes()])
CARRIERS = st.sampled_from([carrier.code for carrier in carriers()])
SEEN = {
    "COUNT": (values.COUNT, st.integers(0, values.LARGEST_COUNT)),
    "KM": (values.KM, st.floats(0, 300, allow_nan=False).map(lambda km: round(km, 1))),
    "YES_OR_NO": (values.YES_OR_NO, st.booleans()),
    "DAY": (values.DAY, DAYS),
    "DAYS": (values.DAYS, st.sets(DAYS, min_size=1, max_size=4).map(lambda days: tuple(sorted(days)))),
    "WEEKDAYS": (
        values.WEEKDAYS_FREE,
        st.sets(st.integers(1, 7), min_size=1).map(lambda days: tuple(sorted(days))),
    ),
    "COMMUNE": (values.COMMUNE, CODES),
    "COMMUNES": (
        values.COMMUNES,
        st.sets(CODES, min_size=1, max_size=4).map(lambda codes: tuple(sorted(codes))),
    ),
    "CARRIERS": (values.CARRIERS, st.sets(CARRIERS, min_size=1).map(lambda codes: tuple(sorted(codes)))),
}


@pytest.mark.parametrize("name", SEEN)
@settings(max_examples=15, deadline=None)
@given(data=st.data())
def test_what_is_written_is_read_again_and_survives_the_journal(name: str, data: st.DataObject):
    value, drawn = SEEN[name]
    told = data.draw(drawn)
    assert value.read(value.write(told)) == told
    assert value.restore(value.keep(told)) == told


@pytest.mark.parametrize(
    ("value", "cell"),
    [
        (values.COUNT, "-3"),
        (values.COUNT, "12,5"),
        (values.COUNT, 10**9),
        (values.KM, "xa"),
        (values.KM, 999),
        (values.DEGREES, "bắc"),
        (values.YES_OR_NO, "có lẽ"),
        (values.DAY, "31/02/2026"),
        (values.DAYS, "02/12/2026; mai"),
        (values.WEEKDAYS_FREE, "T9"),
        (values.COMMUNE, "Xã Không Có"),
        (values.CARRIER, "Mạng lạ"),
        (values.CARRIERS, "Viettel, Mạng lạ"),
        (values.TEXT, "x" * 501),
    ],
)
def test_what_cannot_be_told_is_said_with_what_to_write_instead(value: Value, cell: str | int):
    found = value.read(cell)
    assert isinstance(found, Unreadable)
    assert found.message.endswith(".")
    assert found.suggestion


@pytest.mark.parametrize(
    ("cell", "days"),
    [
        ("hằng ngày", (1, 2, 3, 4, 5, 6, 7)),
        ("Thứ 2, Chủ nhật", (1, 7)),
        ("thứ bảy", (6,)),
        ("Cuối tuần", (6, 7)),
    ],
)
def test_weekdays_are_read_as_people_write_them(cell: str, days: tuple[int, ...]):
    assert values.WEEKDAYS_FREE.read(cell) == days


def test_every_choice_is_read_by_its_word_with_or_without_accents():
    for kind in KINDS.values():
        for field in kind.fields:
            for word in field.value.choices:
                assert not isinstance(field.value.read(word.upper()), Unreadable), (kind.key, word)


def test_a_file_without_sheets_has_no_table():
    found = read_register_table(())
    assert found.kind is None
    assert [finding.rule for finding in found.findings] == ["register_no_table"]
