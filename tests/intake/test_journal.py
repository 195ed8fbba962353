"""The journal: whole lines only, whatever a crash leaves."""

from dataclasses import replace
from datetime import UTC, datetime
from pathlib import Path

import pytest

from dashboard.intake.journal import (
    JOURNAL_NAME,
    TORN_NAME,
    Act,
    Entry,
    JournalError,
    append_entry,
    last_ordinal,
    read_entries,
)
from dashboard.intake.receipt import Status
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
    assert last_ordinal(home) == 0


@pytest.mark.parametrize("kept_bytes", [1, 100, 300])
def test_a_torn_line_is_passed_over_then_moved_aside_and_the_next_entry_is_whole(home: Path, kept_bytes: int):
    append_entry(home, FIRST)
    append_entry(home, REFUSED)
    path = home / JOURNAL_NAME
    whole, torn = path.read_bytes().splitlines(keepends=True)
    path.write_bytes(whole + torn[:kept_bytes])
    assert read_entries(home) == (FIRST,)
    assert last_ordinal(home) == 1
    append_entry(home, REFUSED)
    assert read_entries(home) == (FIRST, REFUSED)
    assert (home / TORN_NAME).read_bytes() == torn[:kept_bytes] + b"\n"


def test_a_first_line_that_is_torn_leaves_an_empty_journal(home: Path):
    home.mkdir(parents=True)
    (home / JOURNAL_NAME).write_bytes(b'{"ordinal": 1, "a')
    assert last_ordinal(home) == 0
    append_entry(home, FIRST)
    assert read_entries(home) == (FIRST,)


def test_a_whole_line_that_cannot_be_read_is_named(home: Path):
    append_entry(home, FIRST)
    with (home / JOURNAL_NAME).open("ab") as file:
        file.write(b"{}\n")
    with pytest.raises(JournalError, match="line 2"):
        read_entries(home)
