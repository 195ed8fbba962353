"""The state of the data: read once, and anew after every commit."""

from datetime import date

import pytest

from dashboard.measures import Basis, Scope, figures_by_commune
from dashboard.measures.sums import sum_by
from dashboard.reference.carriers import carriers
from dashboard.store.database import Store
from dashboard.web.state import data_state, received_at, round_cube
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
