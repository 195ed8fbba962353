"""What a selection's payload says equals what the measures say."""

from dataclasses import replace
from typing import Any

import pytest

from dashboard.measures import (
    figures_by_commune,
    figures_by_commune_and_carrier,
    headline,
    history_by_commune,
)
from dashboard.measures.cube import COUNTS
from dashboard.measures.selection import MEASURE_IN_ADDRESS, Selection
from dashboard.reference.carriers import carriers
from dashboard.reference.communes import communes
from dashboard.store.database import Store
from dashboard.web.board_payload import board_payload
from dashboard.web.dictionary import SCALE_ON_THE_WIRE
from dashboard.web.state import data_state
from tests.web.prepared import LAST, ROUNDS, WHOLE, report
from tests.web.reading import Payload, read_payload

SELECTIONS = [
    Selection(LAST),
    Selection(WHOLE),
    Selection(ROUNDS[0]),
    Selection(LAST, basis="last-known"),
    Selection(LAST, carriers=("wintel",)),
    Selection(LAST, carriers=("mobifone", "wintel"), basis="last-known"),
    Selection(LAST, kind="phường"),
    *(Selection(LAST, measure=name) for name in MEASURE_IN_ADDRESS.values()),
    Selection(WHOLE, measure="verified_pct_change", carriers=("viettel",)),
]


def payload_of(selection: Selection, store: Store) -> Payload:
    return read_payload(board_payload(selection, "overview", store), data_state(store).layer.codes)


@pytest.mark.parametrize("selection", SELECTIONS, ids=Selection.as_query)
def test_figures_by_commune_are_those_of_the_measures(filled: Store, selection: Selection):
    read = payload_of(selection, filled)
    rows = figures_by_commune(filled.reader(), selection.scope).to_pylist()
    assert {code for code, figure in read.figures.items() if figure.total_count is not None} == {
        row["commune_code"] for row in rows if row["total_count"] is not None
    }
    for row in rows:
        agrees(read.figures[row["commune_code"]], row, selection)


def agrees(figure: Any, row: dict[str, Any], selection: Selection) -> None:
    assert figure.total_count == row["total_count"]
    if row["total_count"] is None:
        return
    assert figure.unverified_count == row["unverified_count"]
    assert figure.carriers_mask == row["carriers_mask"]
    assert figure.is_partly_reported == row["is_partly_reported"]
    since = row["reported_on"]
    assert figure.reported_on == (since.isoformat() if since != selection.round_on else None)
    value, scale = row[selection.measure], SCALE_ON_THE_WIRE.get(selection.measure, 1)
    if selection.measure not in ("verified_pct", "unverified_count"):
        assert figure.extra == (None if value is None else round(value * scale))


@pytest.mark.parametrize("selection", SELECTIONS, ids=Selection.as_query)
def test_the_headline_is_that_of_the_measures(filled: Store, selection: Selection):
    header = payload_of(selection, filled).header
    found = headline(filled.reader(), selection.scope)
    counts = [getattr(found, name) for name in COUNTS]
    assert header["now"] == (None if found.total_count is None else counts)
    if found.change is None:
        assert header["change"] is None
    else:
        rate, *counts = header["change"]["values"]
        assert rate == pytest.approx(found.change.verified_pct, abs=1e-4)
        assert counts == [getattr(found.change, name) for name in COUNTS[2:]]
        assert header["change"]["since"] == found.change.since.isoformat()
        assert header["change"]["compared"] == found.change.pairs_compared_count
        assert header["change"]["reported"] == found.change.pairs_reported_count
    assert header["reported"].bit_count() == found.carriers_reported_count
    assert header["expected"].bit_count() == found.carriers_expected_count
    assert header["query"] == selection.as_query()


def test_the_missing_carrier_is_the_one_whose_bit_is_not_set(filled: Store):
    header = payload_of(Selection(LAST), filled).header
    missing = [
        one.code for bit, one in enumerate(carriers()) if header["expected"] & ~header["reported"] & 1 << bit
    ]
    assert missing == ["wintel"]


def test_the_cut_off_is_when_the_last_file_shown_came_in(filled: Store):
    assert payload_of(Selection(LAST), filled).header["cutoff"] == "09:00 ngày 11/11/2026"
    assert payload_of(Selection(LAST, carriers=("wintel",)), filled).header["cutoff"] is None
    report(filled, "wintel_2026-11-11.csv", LAST, hour=15)
    assert payload_of(Selection(LAST), filled).header["cutoff"] == "15:00 ngày 11/11/2026"
    assert (
        payload_of(Selection(LAST, carriers=("viettel",)), filled).header["cutoff"] == "09:00 ngày 11/11/2026"
    )


@pytest.mark.parametrize("kind", [None, "xã", "phường"])
def test_the_opened_commune_is_told_by_carrier_and_round_whatever_the_kind(filled: Store, kind: Any):
    commune = communes()[80]
    selection = Selection(LAST, kind=kind, basis="last-known", commune_code=commune.code)
    opened = payload_of(selection, filled).header["opened"]
    scope = replace(selection, kind=None).scope
    rows = figures_by_commune_and_carrier(filled.reader(), scope).to_pylist()
    own = [row for row in rows if row["commune_code"] == commune.code]
    names = ("carrier_code", "total_count", "verified_count", "locked_one_way_count", "locked_two_way_count")
    assert [told[:5] for told in opened["carriers"]] == [[row[name] for name in names] for row in own]
    assert {told[0]: told[5] for told in opened["carriers"]}["wintel"] == WHOLE.isoformat()
    history = history_by_commune(filled.reader(), scope, commune.code)
    assert opened["rounds"] == [day.isoformat() for day in ROUNDS]
    assert opened["rates"] == pytest.approx(history["verified_pct"].to_pylist(), abs=0.005)


def test_a_late_file_is_told_as_late(filled: Store):
    assert payload_of(Selection(LAST), filled).header["late"] == 0
    report(filled, "wintel_2026-11-11.csv", LAST, hour=10)
    late = payload_of(Selection(LAST), filled).header["late"]
    assert [carrier.code for bit, carrier in enumerate(carriers()) if late >> bit & 1] == ["wintel"]


def test_a_correction_after_the_hour_makes_no_timely_report_late(filled: Store):
    report(filled, "mobifone_2026-11-11.xlsx", LAST, hour=15)
    assert payload_of(Selection(LAST), filled).header["late"] == 0


def test_real_figures_beside_simulated_ones_are_told_as_mixed(filled: Store):
    assert not payload_of(Selection(LAST), filled).header["mixed"]
    report(filled, "wintel_2026-11-11.csv", LAST, is_simulated=False)
    assert payload_of(Selection(LAST), filled).header["mixed"]


def test_nothing_opened_travels_as_nothing(filled: Store):
    assert payload_of(Selection(LAST), filled).header["opened"] is None


def test_the_same_question_is_answered_with_the_same_bytes_until_the_data_change(filled: Store):
    first = board_payload(Selection(LAST), "overview", filled)
    assert board_payload(Selection(LAST), "overview", filled) is first
    report(filled, "wintel_2026-11-11.csv", LAST)
    assert board_payload(Selection(LAST), "overview", filled) != first


@pytest.mark.parametrize("selection", SELECTIONS, ids=Selection.as_query)
def test_a_change_of_filter_stays_small(filled: Store, selection: Selection):
    most = (
        1_300 if selection.measure in ("verified_pct", "unverified_count") else 1_700
    )  # a third column of numbers
    assert len(board_payload(selection, "overview", filled)) <= most
