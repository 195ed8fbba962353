"""The filters as they stand in an address: a link shows what its sender saw, and nonsense does no harm."""

from datetime import date, timedelta
from typing import get_args
from urllib.parse import parse_qsl

from hypothesis import given
from hypothesis import strategies as st

from dashboard.measures.scope import Basis, Kind, Scope
from dashboard.measures.selection import MEASURE_IN_ADDRESS, Measure, Selection, read_selection
from dashboard.reference.carriers import carriers
from dashboard.reference.communes import communes
from dashboard.reference.policy import policy

ROUNDS = tuple(date(2026, 9, 2) + timedelta(weeks=week) for week in range(12))
CODES = [carrier.code for carrier in carriers()]

selections = st.builds(
    Selection,
    round_on=st.sampled_from(ROUNDS),
    carriers=st.lists(st.sampled_from(CODES), unique=True, max_size=len(CODES) - 1).map(tuple),
    kind=st.sampled_from((None, *get_args(Kind))),
    measure=st.sampled_from(get_args(Measure)),
    basis=st.sampled_from(get_args(Basis)),
    commune_code=st.sampled_from((None, *(commune.code for commune in communes()[:5]))),
)


@given(selections)
def test_a_link_shows_what_its_sender_saw(selection: Selection):
    assert read_selection(dict(parse_qsl(selection.as_query())), ROUNDS) == selection


@given(
    st.dictionaries(
        st.sampled_from(["tuan", "nha-mang", "loai", "chi-so", "so-lieu", "xa", "khac"]), st.text()
    )
)
def test_nonsense_falls_back_to_a_selection_that_works(address: dict[str, str]):
    selection = read_selection(address, ROUNDS)
    assert selection is not None
    assert selection.round_on in ROUNDS
    assert set(selection.carriers) <= set(CODES)
    assert isinstance(selection.scope, Scope)


def test_without_an_address_the_latest_round_of_all_carriers_is_shown():
    assert read_selection({}, ROUNDS) == Selection(ROUNDS[-1])


def test_all_carriers_named_are_the_same_as_none_named():
    assert read_selection({"nha-mang": ",".join(CODES)}, ROUNDS) == Selection(ROUNDS[-1])


def test_without_any_round_there_is_nothing_to_select():
    assert read_selection({"tuan": "2026-11-11"}, ()) is None


def test_every_measure_has_a_word_in_the_address_and_classes_on_the_map():
    assert set(MEASURE_IN_ADDRESS.values()) == set(get_args(Measure)) == set(policy().scales)


def test_another_commune_is_opened_without_touching_the_filters():
    selection = Selection(ROUNDS[3], ("wintel",), "xã")
    assert selection.opened("14797") == Selection(ROUNDS[3], ("wintel",), "xã", commune_code="14797")
