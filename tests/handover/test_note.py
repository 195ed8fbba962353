"""The note that says where the app listens."""

import stat
import sys
from pathlib import Path

import pytest

from dashboard.handover.note import NOTE_NAME, leave_note, read_note, take_note_away


def test_who_reads_the_note_knows_where_to_call_and_what_to_prove(home: Path):
    note = leave_note(home, 4711)
    assert read_note(home) == note
    assert note.port == 4711
    assert len(bytes.fromhex(note.secret)) == 32
    assert note.secret not in repr(note)


@pytest.mark.skipif(sys.platform == "win32", reason="Windows has no modes; icacls gives the rights there")
def test_only_the_owner_can_read_it(home: Path):
    leave_note(home, 1)
    assert stat.S_IMODE((home / NOTE_NAME).stat().st_mode) == 0o600


def test_each_start_has_a_secret_of_its_own_and_takes_away_only_its_own_note(home: Path):
    first, second = leave_note(home, 1), leave_note(home, 1)
    assert first.secret != second.secret
    take_note_away(home, first)
    assert read_note(home) == second
    take_note_away(home, second)
    assert read_note(home) is None


@pytest.mark.parametrize("text", ["", "{", "[]", '{"port": "x"}', "x" * 10_000])
def test_what_is_no_note_is_read_as_none(home: Path, text: str):
    home.mkdir()
    (home / NOTE_NAME).write_text(text, encoding="utf-8")
    assert read_note(home) is None
