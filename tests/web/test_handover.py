"""The app's own listener for commands; what commands make of it is shown in tests/cli/test_hand_over.py."""

import json
import socket
import threading
from collections.abc import Iterator
from contextlib import suppress
from dataclasses import replace
from pathlib import Path

import pytest

from dashboard.handover.line import LineError, call
from dashboard.handover.note import read_note
from dashboard.intake.journal import read_entries
from dashboard.store.database import Store
from dashboard.store.decisions import decisions_in_force
from dashboard.web.handover import COPIES_NAME, MOST_CALLS, Handover, open_handover

ASKED = {
    "ask": "ingest",
    "received_at": "2026-11-11T09:00:00+07:00",
    "taken_in_by": "x",
    "way": "command",
    "carrier": None,
    "round": None,
    "dry_run": False,
}


@pytest.fixture
def app(store: Store) -> Iterator[Handover]:
    """What the app does for commands, over an empty home."""
    opened = open_handover(store)
    yield opened
    opened.stop()


def test_files_and_receipts_pass_each_other_on_the_line(app: Handover, examples: Path):
    line = call(app.note)
    line.tell(ASKED)
    for name in ("wintel_2026-11-11.csv", "bad/negative.xlsx"):
        line.tell({"file": Path(name).name})
        line.send((examples / name).read_bytes())
    line.tell({"end": True})
    assert [line.hear()["receipt"]["status"] for _ in range(2)] == ["accepted", "rejected"]
    assert line.hear() == {"end": True}
    line.close()


def test_a_command_that_goes_away_in_the_middle_leaves_whole_files_only(app: Handover, examples: Path):
    line = call(app.note)
    line.tell(ASKED)
    line.tell({"file": "wintel_2026-11-11.csv"})
    line.socket.sendall((1 << 20).to_bytes(4) + (examples / "wintel_2026-11-11.csv").read_bytes()[:500])
    line.close()
    app.stop()
    assert read_entries(app.store.home) == ()


def test_decisions_are_kept_by_the_app(app: Handover):
    line = call(app.note)
    draft = {"subject": "a", "key": "k", "content": {"n": 1}, "decided_by": "x", "reason": "y"}
    line.tell({"ask": "decide", "drafts": [draft]})
    [decision] = line.hear()["decisions"]
    assert decision["decided_by"] == "x"
    assert list(decisions_in_force(app.store.reader(), "a")) == ["k"]


@pytest.mark.parametrize("asked", [{"ask": "nonsense"}, {"ask": "ingest"}, {}])
def test_what_the_app_does_not_understand_it_says(app: Handover, asked: dict[str, str]):
    line = call(app.note)
    line.tell(asked)
    assert "fault" in line.hear()


def test_more_than_a_message_may_be_is_not_read(app: Handover):
    line = call(app.note)
    with suppress(LineError):  # the app may hang up while it is being told
        line.tell({"ask": "x" * (2 << 20)})
    with pytest.raises(LineError):
        line.hear()


def test_who_does_not_know_the_secret_gets_nothing(app: Handover):
    with pytest.raises(LineError):
        call(replace(app.note, secret="00" * 32))


def test_silent_callers_cannot_keep_commands_out_for_long(app: Handover):
    address = ("127.0.0.1", app.note.port)
    silent = [socket.create_connection(address) for _ in range(MOST_CALLS)]
    with pytest.raises(LineError):
        call(app.note)
    for caller in silent:
        caller.close()
    for _ in range(50):
        try:
            call(app.note).close()
            break
        except LineError:
            threading.Event().wait(0.1)
    else:
        pytest.fail("the app does not answer any more")


def test_the_note_and_left_over_copies_go_with_the_app(store: Store):
    left_over = store.home / COPIES_NAME / "of-a-killed-app.duckdb"
    left_over.parent.mkdir()
    left_over.write_bytes(b"x")
    opened = open_handover(store)
    assert not left_over.exists()
    assert json.loads((store.home / "running.json").read_text())["port"] == opened.note.port
    opened.stop()
    assert read_note(store.home) is None
    with pytest.raises(LineError):
        call(opened.note)
