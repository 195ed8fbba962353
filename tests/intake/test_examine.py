"""Examination: everything is found out, nothing is stored."""

from pathlib import Path

import pytest

from dashboard.intake.examine import examine, reading_of
from dashboard.store.database import Store
from dashboard.store.questions import ask
from tests.intake.reports import ROUND_ON, examined, good_rows, request_of, sheet_of


def test_examining_a_file_stores_nothing(store: Store, home: Path, examples: Path):
    content = (examples / "mobifone_2026-11-11.xlsx").read_bytes()
    examination = examine(request_of("mobifone_2026-11-11.xlsx", content), store)
    assert examination.receipt.status == "accepted"
    assert ask(store.reader(), "intake/submission_ids").num_rows == 0
    assert not (home / "archive").exists()
    assert not (home / "journal.jsonl").exists()


def test_a_carrier_that_nobody_knows_is_the_caller_s_fault(store: Store):
    with pytest.raises(ValueError, match="unknown carrier"):
        examined(store, sheet_of(good_rows()), carrier_code="nobody")


def test_a_file_beyond_the_size_limit_is_not_looked_into():
    reading = reading_of(request_of(content=bytes(20 * 2**20 + 1)))
    assert reading.fault is not None
    assert reading.fault.facts == {"what": "bytes", "found": 21, "limit": 20}


def test_what_is_given_fills_in_what_the_file_does_not_say(store: Store):
    sheet = sheet_of(good_rows())
    receipt = examined(store, sheet, file_name="x.xlsx", carrier_code="wintel", round_on=ROUND_ON).receipt
    assert (receipt.carrier_code, receipt.round_on, receipt.status) == ("wintel", ROUND_ON, "accepted")
