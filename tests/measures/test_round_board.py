"""The board of a round at a moment, of real files and the real journal."""

from datetime import datetime

import pytest

from dashboard.intake.journal import read_entries
from dashboard.intake.request import IntakeRequest
from dashboard.intake.take_in import take_in
from dashboard.measures import Scope, figures_by_commune, headline
from dashboard.measures.completeness import FIELDS_COUNT
from dashboard.measures.punctuality import Punctuality
from dashboard.measures.round_board import RoundBoard, board_at
from dashboard.measures.round_facts import read_facts
from dashboard.reference.reporting_round import RoundState
from dashboard.reference.round_calendar import AD_HOC
from dashboard.reference.round_decisions import By, open_ad_hoc_round, withdraw
from dashboard.settings import LOCAL_ZONE
from dashboard.store.database import Store
from tests.conftest import EXAMPLES_DIR
from tests.measures.reports import LAST, at

FRIDAY = datetime(2026, 11, 13, 15, tzinfo=at(LAST).tzinfo)


def send(store: Store, name: str, received_at: datetime, **given: object) -> None:
    content = (EXAMPLES_DIR / name).read_bytes()
    take_in(IntakeRequest(name, content, received_at, "test", "test", **given), store)  # type: ignore[arg-type]


def board(store: Store, now: datetime, round_on: object = LAST) -> RoundBoard:
    with store.reader() as cursor:
        return board_at(read_facts(cursor, round_on, read_entries(store.home)), now)  # type: ignore[arg-type]


@pytest.fixture
def under_way(store: Store) -> Store:
    """MobiFone sent, VinaPhone sent late; a file of Wintel was refused."""
    send(store, "mobifone_2026-11-11.xlsx", at(LAST, 9))
    send(store, "bad/sum_mismatch.xlsx", at(LAST, 9, 30), carrier_code="wintel", round_on=LAST)
    send(store, "vinaphone_2026-11-11.csv", at(LAST, 10, 30))
    return store


def test_before_and_after_it_is_due(under_way: Store):
    before, after = board(under_way, at(LAST, 9, 48)), board(under_way, at(LAST, 12))
    assert (before.state, after.state) == (RoundState.OPEN, RoundState.DUE)
    assert (after.reported_count, len(after.asked)) == (2, 5)
    turns = {it.carrier.code: it.turn for it in after.standings}
    assert turns["mobifone"].punctuality is Punctuality.ON_TIME
    assert (turns["vinaphone"].punctuality, turns["vinaphone"].late_minutes) == (Punctuality.LATE, 31)
    assert (turns["viettel"].punctuality, turns["viettel"].late_minutes) == (Punctuality.MISSING, 121)
    assert [it.carrier.code for it in after.to_be_reminded] == ["viettel", "vietnamobile", "wintel"]
    assert [it.file_name for it in after.standings[-1].refusals] == ["bad/sum_mismatch.xlsx"]


def test_a_good_file_settles_the_refused_one_and_completeness_is_counted(under_way: Store):
    send(under_way, "wintel_2026-11-11.csv", at(LAST, 11))
    after = board(under_way, at(LAST, 12))
    wintel = after.standings[-1]
    assert wintel.refusals == ()
    assert (wintel.completeness.communes_count, wintel.completeness.fields_filled_count) == (166, 5)
    mobifone = next(it for it in after.standings if it.carrier.code == "mobifone")
    assert mobifone.completeness.sim_fields_filled_count == 3
    assert mobifone.completeness.fields_filled_count < FIELDS_COUNT + 1


def test_a_file_of_nobody_is_told_apart(store: Store):
    send(store, "bad/no_header.xlsx", at(LAST, 9))
    found = board(store, at(LAST, 9, 30))
    assert [it.file_name for it in found.refusals_of_nobody] == ["bad/no_header.xlsx"]
    assert all(not it.refusals for it in found.standings)


def test_an_ad_hoc_round_is_a_round_of_those_asked_everywhere(store: Store):
    send(store, "mobifone_2026-11-11.xlsx", at(LAST, 9))
    open_ad_hoc_round(store, FRIDAY, ("viettel", "wintel"), By("A", "họp đột xuất"))
    friday = FRIDAY.date()
    content = (EXAMPLES_DIR / "wintel_2026-11-11.csv").read_bytes()
    named = IntakeRequest("wintel_2026-11-13.csv", content, at(friday, 14), "test", "test")
    assert take_in(named, store).round_on == friday, "the name says the very day of the ad hoc round"
    found = board(store, at(friday, 14, 30), friday)
    assert (found.reported_count, len(found.asked), found.state) == (1, 2, RoundState.OPEN)
    assert [it.carrier.code for it in found.to_be_reminded] == ["viettel"]
    with store.reader() as cursor:
        head = headline(cursor, Scope(friday))
        rows = figures_by_commune(cursor, Scope(friday, carriers=("mobifone", "wintel"))).to_pylist()
    assert (head.carriers_missing, head.carriers_expected_count) == (("viettel",), 2)
    assert not any(row["is_partly_reported"] for row in rows), "MobiFone was not asked"


def test_who_was_asked_is_known_as_of_a_moment_too(store: Store):
    open_ad_hoc_round(store, FRIDAY, ("viettel", "wintel"), By("A", "họp đột xuất"))
    friday, then = FRIDAY.date(), datetime.now(LOCAL_ZONE)
    withdraw(store, AD_HOC, friday, By("A", "hoãn họp"))
    with store.reader() as cursor:
        now, at_the_meeting = (headline(cursor, Scope(friday, as_of=moment)) for moment in (None, then))
    assert (now.carriers_expected_count, at_the_meeting.carriers_expected_count) == (0, 2)
