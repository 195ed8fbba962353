"""The receipt, and its JSON, which other programs rely on."""

import json

from dashboard.intake.receipt import Status
from dashboard.store.database import Store
from tests.intake.reports import changed, examined, good_rows, sheet_of


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


def test_errors_and_warnings_are_counted(store: Store):
    receipt = examined(store, sheet_of(changed(3, 2, 101)[:-1])).receipt
    assert (receipt.errors_count, receipt.warnings_count) == (1, 1)


def test_only_accepted_files_are_stored():
    assert [status for status in Status if status.is_accepted] == ["accepted", "accepted_with_warnings"]
