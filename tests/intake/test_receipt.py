"""The receipt, and its JSON, which other programs rely on."""

import json
from dataclasses import replace
from datetime import timedelta

from dashboard.intake.reading.sheet import SheetRow
from dashboard.intake.receipt import Status
from dashboard.intake.take_in import store_examined
from dashboard.store.database import Store
from tests.intake.reports import RECEIVED_AT, ROUND_ON, changed, examined, good_rows, sheet_of


def test_the_json_has_what_the_contract_names(store: Store):
    answer = json.loads(json.dumps(examined(store, sheet_of(good_rows())).receipt.as_json()))
    assert {
        "file": "mobifone.xlsx",
        "status": "accepted",
        "carrier": "mobifone",
        "round": "2026-11-11",
        "communes": 166,
        "totals": {
            "total_count": 16600,
            "verified_count": 11620,
            "unverified_count": 4980,
            "locked_one_way_count": 830,
            "locked_two_way_count": 498,
        },
    }.items() <= answer.items()
    assert list(answer)[:8] == [
        "file", "sha256", "status", "carrier", "round", "communes", "totals", "findings",
    ]  # fmt: skip


def test_the_json_tells_when_and_which_way_a_file_came_and_nothing_of_an_act_that_was_none(store: Store):
    answer = examined(store, sheet_of(good_rows())).receipt.as_json()
    assert {
        "received_at": "2026-11-11T09:00:00+07:00",
        "taken_in_by": "test",
        "way": "test",
        "is_simulated": False,
        "submission": None,
        "version": None,
        "compared": None,
    }.items() <= answer.items()


def test_a_file_is_compared_with_the_one_that_it_replaces(store: Store):
    store_examined(examined(store, sheet_of(good_rows())), store)
    later = RECEIVED_AT + timedelta(days=8)
    sheet = sheet_of(changed(3, 5, 1)[:-1])
    receipt = examined(store, sheet, content=b"later", received_at=later).receipt
    compared = receipt.as_json()["compared"]
    assert (compared["round"], compared["days_since"], compared["submission"]) == (
        "2026-11-11",
        8,
        "00000001",
    )
    assert compared["communes"] == {"then": 166, "now": 165}
    assert compared["totals"]["total_count"] == {"then": 16600, "now": 16500, "difference": -100}
    assert compared["totals"]["locked_one_way_count"] == {"then": 830, "now": 821, "difference": -9}


def test_the_first_file_of_a_round_is_compared_with_the_last_of_an_earlier_one(store: Store):
    for weeks in (3, 1):
        before = {"content": bytes([weeks]), "received_at": RECEIVED_AT - timedelta(weeks=weeks)}
        title = f"{ROUND_ON - timedelta(weeks=weeks):%d/%m/%Y}"
        sheet = replace(
            sheet_of(good_rows()),
            rows=(SheetRow(1, ("Tuần báo cáo", title)), *sheet_of(good_rows()).rows[1:]),
        )
        assert store_examined(examined(store, sheet, **before), store).status.is_accepted
    receipt = examined(store, sheet_of(good_rows())).receipt
    assert receipt.compared is not None
    assert receipt.compared.last.round_on == ROUND_ON - timedelta(weeks=1)
    assert receipt.compared.days_since == 7
    assert receipt.difference("total_count") == 0


def test_a_file_without_figures_is_compared_with_nothing(store: Store):
    store_examined(examined(store, sheet_of(good_rows())), store)
    given = {"content": b"other", "carrier_code": "mobifone", "round_on": ROUND_ON}
    receipt = examined(store, sheet_of([]), **given).receipt
    assert receipt.compared is None
    assert receipt.difference("total_count") is None


def test_a_row_with_several_errors_is_refused_once(store: Store):
    rows = good_rows()
    rows[0][2:4] = ["x", "y"]
    rows[5][2] = -1
    receipt = examined(store, sheet_of(rows)).receipt
    assert (receipt.errors_count, receipt.rows_refused_count, receipt.as_json()["rows_refused"]) == (3, 2, 2)
    assert examined(store, sheet_of(good_rows())).receipt.rows_refused_count == 0


def test_errors_and_warnings_are_counted(store: Store):
    receipt = examined(store, sheet_of(changed(3, 2, 101)[:-1])).receipt
    assert (receipt.errors_count, receipt.warnings_count) == (1, 1)


def test_only_accepted_files_are_stored():
    assert [status for status in Status if status.is_accepted] == ["accepted", "accepted_with_warnings"]
