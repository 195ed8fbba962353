"""The journal: whole lines only, whatever a crash leaves."""

from pathlib import Path

import pytest

from dashboard.store.journal import (
    JOURNAL_NAME,
    TAIL_BYTES,
    TORN_NAME,
    JournalError,
    append_lines,
    last_ordinal,
    read_lines,
)

FIRST = {"ordinal": 1, "act": "taken_in", "file_name": "báo cáo “tuần” 46.xlsx"}
SECOND = {"ordinal": 2, "act": "decided", "reason": "đã gọi điện"}


def test_acts_come_back_as_they_were_written(home: Path):
    append_lines(home, FIRST, SECOND)
    assert read_lines(home) == (FIRST, SECOND)
    assert last_ordinal(home) == 2


def test_without_a_journal_there_are_no_acts(home: Path):
    assert read_lines(home) == ()
    assert last_ordinal(home) == 0


@pytest.mark.parametrize("kept_bytes", [1, 10, 50])
def test_a_torn_line_is_passed_over_then_moved_aside_and_the_next_is_whole(home: Path, kept_bytes: int):
    append_lines(home, FIRST, SECOND)
    path = home / JOURNAL_NAME
    whole, torn = path.read_bytes().splitlines(keepends=True)
    path.write_bytes(whole + torn[:kept_bytes])
    assert read_lines(home) == (FIRST,)
    assert last_ordinal(home) == 1
    append_lines(home, SECOND)
    assert read_lines(home) == (FIRST, SECOND)
    assert (home / TORN_NAME).read_bytes() == torn[:kept_bytes] + b"\n"


def test_a_first_line_that_is_torn_leaves_an_empty_journal(home: Path):
    home.mkdir(parents=True)
    (home / JOURNAL_NAME).write_bytes(b'{"ordinal": 1, "a')
    assert last_ordinal(home) == 0
    append_lines(home, FIRST)
    assert read_lines(home) == (FIRST,)


def test_a_whole_line_that_cannot_be_read_is_named(home: Path):
    append_lines(home, FIRST)
    with (home / JOURNAL_NAME).open("ab") as file:
        file.write(b"{}\n")
    with pytest.raises(JournalError, match="line 2"):
        read_lines(home)


def test_the_last_line_is_found_however_long_it_is(home: Path):
    append_lines(home, FIRST, SECOND | {"reason": "x" * 3 * TAIL_BYTES})
    assert last_ordinal(home) == 2
