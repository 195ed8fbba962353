from collections.abc import Callable

import pandas as pd
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from dashboard.boundaries.matching import Match, match_rows
from dashboard.boundaries.reading import MAX_AREAS
from dashboard.reference.communes import communes
from dashboard.reference.names import fold

CODES = [commune.code for commune in communes()]
NAMES = [commune.name for commune in communes()]


def match(**columns: list[str | None]) -> Match:
    found = match_rows(pd.DataFrame(columns, dtype=object))
    assert found is not None
    return found


@pytest.mark.parametrize("written", ["{}", " {} ", "{}.0", "{}.00", "38{}", "38380{}"])
def test_codes_are_found_however_a_program_writes_them(written: str):
    found = match(ten=["?"] * len(CODES), ma=[written.format(code) for code in CODES])
    assert (found.by, found.column, found.missing) == ("code", "ma", ())
    assert list(found.codes) == CODES


def test_a_code_wins_over_a_name():
    assert match(ten=NAMES, ma=CODES).by == "code"


@pytest.mark.parametrize("form", [str, str.upper, fold])
def test_names_are_found_with_and_without_accents(form: Callable[[str], str]):
    found = match(OBJECTID=[str(row) for row in range(len(NAMES))], ten=[form(name) for name in NAMES])
    assert (found.by, found.column, found.missing) == ("name", "ten", ())


def test_kind_and_name_in_two_columns_tell_unaccented_twins_apart():
    kinds = ["Phường" if commune.kind == "phường" else "Xã" for commune in communes()]
    bare = [fold(commune.short_name) for commune in communes()]
    found = match(loai=kinds, ten=bare)
    assert (found.column, found.missing) == ("loai + ten", ())
    assert len(match(ten=bare).missing) == 2


def test_names_of_other_provinces_do_not_count_where_a_column_tells_provinces():
    elsewhere = NAMES[:40]
    provinces = ["Tỉnh Thanh Hóa"] * len(NAMES) + ["Nghệ An"] * len(elsewhere)
    found = match(tinh=provinces, ten=NAMES + elsewhere)
    assert found.doubled == ()
    assert found.codes[len(NAMES) :] == (None,) * len(elsewhere)
    assert len(match(ten=NAMES + elsewhere).doubled) == len(elsewhere)


def test_missing_doubled_and_extra_rows_are_told():
    found = match(ma=[*CODES[2:], CODES[5], "99999", None])
    assert found.missing == tuple(CODES[:2])
    assert found.doubled == (CODES[5],)
    assert found.codes.count(None) == 2


def test_numbers_of_rows_never_look_like_codes():
    rows = [str(row) for row in range(MAX_AREAS + 1)]
    assert match_rows(pd.DataFrame({"OBJECTID": rows, "FID": rows}, dtype=object)) is None


def test_a_table_without_columns_or_rows_matches_nothing():
    assert match_rows(pd.DataFrame(index=range(3))) is None
    assert match_rows(pd.DataFrame({"ma": []}, dtype=object)) is None


@settings(deadline=None)
@given(st.lists(st.one_of(st.none(), st.text(max_size=12), st.sampled_from(CODES + NAMES)), max_size=20))
def test_any_column_gives_one_code_or_none_per_row(values: list[str | None]):
    found = match_rows(pd.DataFrame({"x": values}, dtype=object))
    assert found is None or (len(found.codes) == len(values) and set(found.codes) <= {*CODES, None})
