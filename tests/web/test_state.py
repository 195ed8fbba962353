"""The state of the data: read once, and anew after every commit."""

from datetime import date, datetime

import pytest

from dashboard.measures import Basis, Scope, figures_by_commune
from dashboard.measures.cube import read_history
from dashboard.measures.selection import Selection
from dashboard.measures.sums import sum_by
from dashboard.reference.carriers import carriers
from dashboard.reference.round_decisions import By, move_due
from dashboard.settings import LOCAL_ZONE
from dashboard.store.database import Store
from dashboard.web.state import data_state, history_cube, received_at, round_cube, selection_in
from tests.web.prepared import LAST, ROUNDS, WHOLE, report


def test_the_state_knows_rounds_layer_and_marks(filled: Store):
    state = data_state(filled)
    assert state.rounds == ROUNDS
    assert state.layer.is_schematic
    assert len(state.layer.codes) == 166
    assert state.is_simulated


def test_a_state_stands_until_something_is_stored(filled: Store):
    before = data_state(filled)
    assert data_state(filled) is before
    report(filled, "wintel_2026-11-11.csv", LAST)
    assert data_state(filled).version != before.version


def test_a_round_holds_what_has_come_in_for_it(filled: Store):
    wintel = [carrier.code for carrier in carriers()].index("wintel")
    assert not round_cube(filled, data_state(filled), LAST).has_file[-1, wintel]
    report(filled, "wintel_2026-11-11.csv", LAST)
    assert round_cube(filled, data_state(filled), LAST).has_file[-1, wintel]


@pytest.mark.parametrize("round_on", ROUNDS)
@pytest.mark.parametrize("basis", ["this-week", "last-known"])
def test_sums_of_a_round_kept_are_those_of_the_database(filled: Store, round_on: date, basis: Basis):
    scope = Scope(round_on, basis=basis)
    kept = sum_by(round_cube(filled, data_state(filled), round_on), scope, "commune")
    assert kept.equals(figures_by_commune(filled.reader(), scope))


@pytest.mark.parametrize("round_on", ROUNDS)
def test_the_history_of_a_round_ends_with_it_and_is_that_of_the_database(filled: Store, round_on: date):
    kept, read = (history_cube(filled, data_state(filled), round_on), read_history(filled.reader(), round_on))
    assert kept.rounds == read.rounds
    assert (kept.counts == read.counts).all()
    assert kept.first_whole == len(kept.rounds) - 1


def test_what_came_in_is_known_by_carrier(filled: Store):
    state = data_state(filled)
    assert set(received_at(filled, state, WHOLE)) == {
        "viettel",
        "vinaphone",
        "mobifone",
        "vietnamobile",
        "wintel",
    }
    assert "wintel" not in received_at(filled, state, LAST)
    assert received_at(filled, state, LAST)["viettel"].isoformat() == "2026-11-11T09:00:00+07:00"


def test_without_reports_there_is_a_layer_and_no_round(empty: Store):
    state = data_state(empty)
    assert state.rounds == ()
    assert not state.is_simulated
    assert len(state.layer.codes) == 166


def due_in(store: Store, year: int) -> None:
    """Have the last round due long ago or far ahead, whatever the clock says."""
    move_due(store, LAST, datetime(year, 1, 1, tzinfo=LOCAL_ZONE), By("test", "test"))
    move_due(store, WHOLE, datetime(2000, 1, 1, tzinfo=LOCAL_ZONE), By("test", "test"))


def test_an_address_without_a_round_opens_the_newest_that_is_due(filled: Store):
    due_in(filled, 2000)
    assert selection_in({}, filled) == Selection(LAST)
    assert selection_in({"tuan": WHOLE.isoformat()}, filled) == Selection(WHOLE)


def test_a_round_that_is_not_due_opens_when_all_have_reported(filled: Store):
    due_in(filled, 9000)
    assert selection_in({}, filled) == Selection(WHOLE)
    report(filled, "wintel_2026-11-11.csv", LAST)
    assert selection_in({}, filled) == Selection(LAST)


def test_before_any_round_is_due_or_complete_the_newest_opens(empty: Store):
    due_in(empty, 9000)
    assert selection_in({}, empty) is None
    report(empty, "wintel_2026-11-11.csv", LAST)
    assert selection_in({"tuan": "nonsense"}, empty) == Selection(LAST)
