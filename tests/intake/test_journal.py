"""Files in the journal: what was written comes back, other acts are passed over."""

from dataclasses import replace
from datetime import UTC, datetime
from pathlib import Path

import pytest

from dashboard.intake.journal import Act, Entry, append_entry, read_entries
from dashboard.intake.receipt import Status
from dashboard.store.journal import JournalError, append_lines, last_ordinal
from tests.intake.reports import RECEIVED_AT, ROUND_ON

FIRST = Entry(
    ordinal=1,
    act=Act.TAKEN_IN,
    sha256="ab" * 32,
    file_name="báo cáo “tuần” 46.xlsx",
    given_carrier_code=None,
    given_round_on=None,
    carrier_code="mobifone",
    round_on=ROUND_ON,
    status=Status.ACCEPTED,
    received_at=RECEIVED_AT,
    recorded_at=datetime(2026, 11, 11, 3, 4, 5, 678, tzinfo=UTC),
    taken_in_by="Lê Thị Ước",
    way="page",
    is_simulated=False,
)
REFUSED = replace(FIRST, ordinal=2, act=Act.REFUSED, status=Status.REJECTED, carrier_code=None, round_on=None)


def test_entries_come_back_as_they_were_written(home: Path):
    append_entry(home, FIRST)
    append_entry(home, REFUSED)
    assert read_entries(home) == (FIRST, REFUSED)
    assert last_ordinal(home) == 2
    assert FIRST.submission_id == "00000001"


def test_without_a_journal_there_are_no_entries(home: Path):
    assert read_entries(home) == ()


def test_acts_that_are_not_about_files_are_passed_over(home: Path):
    append_lines(home, {"ordinal": 1, "act": "decided", "subject": "alias"})
    append_entry(home, REFUSED)
    assert read_entries(home) == (REFUSED,)


def test_an_act_with_a_file_that_lacks_something_is_named(home: Path):
    append_lines(home, {"ordinal": 7, "act": "taken_in"})
    with pytest.raises(JournalError, match="ordinal 7"):
        read_entries(home)
