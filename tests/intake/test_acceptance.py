"""Warnings accepted with a reason: kept, taken back, carried over, made again."""

from dataclasses import replace
from datetime import UTC, datetime
from pathlib import Path

import pytest

from dashboard.intake.acceptance import (
    SUBJECT,
    FiledWarning,
    accept,
    open_count,
    warnings_filed,
    warnings_of_submission,
    withdraw,
)
from dashboard.intake.journal import read_entries
from dashboard.intake.rebuild import rebuild
from dashboard.intake.receipts import RemadeReceipt
from dashboard.intake.take_in import store_examined, take_in
from dashboard.store.database import Store, open_store
from dashboard.store.decisions import decisions_made
from tests.conftest import EXAMPLES_DIR
from tests.intake.reports import ROUND_ON, examined, request_of
from tests.intake.weeks import TOTAL, UNVERIFIED, VERIFIED, Counts, counts_of, send, send_weeks, sheet
from tests.web.prepared import LEFT_OUT_BY_MOBIFONE

WHO, WHY = "Lê Thị Ước", "nhà mạng đã giải thích"


def fallen(*communes: int) -> Counts:
    """This week with a fifth of the verified gone in some communes."""
    counts = counts_of()
    for commune in communes:
        lost = int(counts[commune, VERIFIED] // 5)
        counts[commune, VERIFIED] -= lost
        counts[commune, UNVERIFIED] += lost
    return counts


@pytest.fixture
def warned(store: Store) -> Store:
    """A round in which two communes fall."""
    send_weeks(store)
    send(store, fallen(0, 1), 0)
    return store


def warnings_of(store: Store) -> tuple[FiledWarning, ...]:
    with store.reader() as cursor:
        return warnings_filed(cursor, ROUND_ON)


def send_again(store: Store, counts: Counts) -> None:
    """Another file for the round."""
    content = counts.tobytes()
    request = {"content": content, "received_at": datetime(2026, 11, 11, 5, tzinfo=UTC)}
    take = examined(store, sheet(counts), **request)
    assert store_examined(take, store).status.is_accepted


def test_warnings_of_the_file_that_stands_are_open_at_first(warned: Store):
    first, second = warnings_of(warned)
    assert (first.finding.rule, first.carrier_code, first.round_on) == (
        "verified_falls",
        "mobifone",
        ROUND_ON,
    )
    assert (first.acceptance, second.acceptance) == (None, None)
    assert first.key == "00000002/verified_falls/SoLieu!D3"
    assert open_count((first, second)) == 2


def test_one_is_accepted_with_who_when_and_why_and_the_other_stays_open(warned: Store):
    before = datetime.now(UTC)
    accept(warned, warnings_of(warned)[:1], f" {WHO} ", WHY)
    first, second = warnings_of(warned)
    assert first.acceptance is not None
    assert (first.acceptance.decided_by, first.acceptance.reason) == (WHO, WHY)
    assert before <= first.acceptance.decided_at <= datetime.now(UTC)
    assert first.acceptance.carried_from is None
    assert second.acceptance is None
    assert first.as_json()["accepted"]["by"] == WHO


def test_all_are_accepted_at_one_moment(warned: Store):
    accept(warned, warnings_of(warned), WHO, WHY)
    moments = {warning.acceptance.decided_at for warning in warnings_of(warned) if warning.acceptance}
    assert len(moments) == 1
    assert open_count(warnings_of(warned)) == 0


@pytest.mark.parametrize(("who", "why"), [("", WHY), (WHO, "  ")])
def test_nothing_is_accepted_without_a_person_and_a_reason(warned: Store, who: str, why: str):
    with pytest.raises(ValueError, match="who and why"):
        accept(warned, warnings_of(warned), who, why)
    assert open_count(warnings_of(warned)) == 2


def test_what_was_accepted_can_be_taken_back_and_both_are_remembered(warned: Store):
    accept(warned, warnings_of(warned), WHO, WHY)
    withdraw(warned, warnings_of(warned)[:1], "Trần Văn Ân", "nhầm")
    first, second = warnings_of(warned)
    assert first.acceptance is None
    assert second.acceptance is not None
    made = decisions_made(warned.reader(), SUBJECT, first.key)
    assert [decision.decided_by for decision in made] == [WHO, "Trần Văn Ân"]


def test_a_file_sent_again_keeps_what_was_accepted_of_the_same_commune_and_values(warned: Store):
    accept(warned, warnings_of(warned), WHO, WHY)
    changed = fallen(0, 1)
    changed[1, VERIFIED] -= 1
    changed[1, UNVERIFIED] += 1
    send_again(warned, changed)
    same, other = warnings_of(warned)
    assert same.submission_id == "00000005"
    assert same.acceptance is not None
    assert same.acceptance.carried_from == "00000002"
    assert other.acceptance is None


def test_what_is_taken_back_after_it_was_carried_over_is_open_again(warned: Store):
    accept(warned, warnings_of(warned), WHO, WHY)
    again = fallen(0, 1)
    again[5, TOTAL] += 1
    again[5, UNVERIFIED] += 1
    send_again(warned, again)
    assert open_count(warnings_of(warned)) == 0
    withdraw(warned, warnings_of(warned)[:1], WHO, "nhầm")
    assert open_count(warnings_of(warned)) == 1


def test_a_warning_about_the_file_as_a_whole_is_looked_at_again(store: Store):
    send_weeks(store)
    counts = counts_of()
    counts[:90] = counts_of(1)[:90]
    send(store, counts, 0)
    accept(store, warnings_of(store), WHO, WHY)
    assert open_count(warnings_of(store)) == 0
    counts[:90], counts[70:160] = counts_of()[:90], counts_of(1)[70:160]
    send_again(store, counts)
    [warning] = warnings_of(store)
    assert warning.finding.rule == "copied_figures"
    assert warning.acceptance is None


def test_another_round_and_another_carrier_are_no_part_of_it(warned: Store):
    accept(warned, warnings_of(warned), WHO, WHY)
    send_weeks(warned, carrier_code="wintel")
    with warned.reader() as cursor:
        assert {warning.carrier_code for warning in warnings_filed(cursor)} == {"mobifone"}
        assert warnings_filed(cursor, ROUND_ON.replace(day=4)) == ()


def test_two_warnings_of_a_rule_without_a_place_have_keys_of_their_own(store: Store):
    send_weeks(store)
    counts = counts_of()
    counts[:, UNVERIFIED + 1 :] = 0
    send(store, counts, 0)
    first, second = warnings_of(store)
    assert (first.finding.rule, second.finding.rule) == ("column_of_zeros", "column_of_zeros")
    assert second.key == f"{first.key}#2"
    accept(store, [second], WHO, WHY)
    assert open_count(warnings_of(store)) == 1


def test_acceptances_are_there_again_after_a_rebuild(home: Path):
    store = open_store(home)
    path = EXAMPLES_DIR / LEFT_OUT_BY_MOBIFONE
    take_in(request_of(path.name, path.read_bytes(), carrier_code="mobifone", round_on=ROUND_ON), store)
    accept(store, warnings_of(store), WHO, WHY)
    before = warnings_of(store)
    store.close()
    assert rebuild(home).is_whole
    store = open_store(home)
    assert before == warnings_of(store) != ()
    assert open_count(before) == 0
    store.close()


def test_the_receipt_made_again_says_who_accepted_what(warned: Store):
    accept(warned, warnings_of(warned)[:1], WHO, WHY)
    entry = read_entries(warned.home)[-1]
    with warned.reader() as cursor:
        first, second = warnings_of_submission(cursor, entry.submission_id)
    assert (first, second) == warnings_of(warned)
    receipt = examined(warned, sheet(fallen(0, 1)), content=b"mobifone 0").receipt
    remade = RemadeReceipt(receipt, entry, None)
    accepted = replace(remade, warnings=(first, second)).as_json()["accepted"]
    assert [(said["rule"], said["row"], said["by"], said["reason"]) for said in accepted] == [
        ("verified_falls", 3, WHO, WHY)
    ]


def test_a_file_that_no_longer_stands_has_its_warnings_still(warned: Store):
    send_again(warned, counts_of())
    assert warnings_of(warned) == ()
    with warned.reader() as cursor:
        assert len(warnings_of_submission(cursor, "00000002")) == 2
