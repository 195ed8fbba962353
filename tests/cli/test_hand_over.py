"""Commands while the app owns the database: real processes against the app's own listener."""

import json
import subprocess
import sys
from collections.abc import Iterator
from datetime import date
from pathlib import Path
from typing import Any

import pytest

from dashboard.cli.running_app import NobodyThereError, line_to_app
from dashboard.handover.note import leave_note
from dashboard.intake.journal import read_entries
from dashboard.reference.round_calendar import read_calendar
from dashboard.store.database import Store
from dashboard.store.decisions import decisions_in_force
from dashboard.store.questions import ask
from dashboard.web.handover import COPIES_NAME, Handover, open_handover


def run(*words: object) -> subprocess.CompletedProcess[str]:
    command = [sys.executable, "-m", "dashboard", *map(str, words)]
    return subprocess.run(command, capture_output=True, text=True, check=False, encoding="utf-8")


def of_any_run(answer: dict[str, Any]) -> dict[str, Any]:
    """A receipt without its moment and its act."""
    return {
        name: said for name, said in answer.items() if name not in {"received_at", "submission", "version"}
    }


@pytest.fixture
def app(store: Store) -> Iterator[Handover]:
    """What the app does for commands, over an empty home that this process owns."""
    opened = open_handover(store)
    yield opened
    opened.stop()


def test_ingest_hands_its_files_over_and_figures_come_from_the_app(
    app: Handover, examples: Path, tmp_path: Path
):
    big = tmp_path / "big.xlsx"
    big.write_bytes(bytes(21 << 20))
    files = [examples / "wintel_2026-11-11.csv", examples / "bad" / "sum_mismatch.xlsx", big]
    dry = run("ingest", *files, "--json", "--dry-run")
    assert read_entries(app.store.home) == ()
    done = run("ingest", *files, "--json")
    assert (dry.returncode, done.returncode) == (1, 1), done.stderr
    answers = json.loads(done.stdout)["files"]
    assert [of_any_run(answer) for answer in json.loads(dry.stdout)["files"]] == list(
        map(of_any_run, answers)
    )
    assert [answer["status"] for answer in answers] == ["accepted", "rejected", "rejected"]
    assert ask(app.store.reader(), "intake/everything_taken_in").num_rows == 166

    words = ("figures", "--round", "2026-11-11", "--by", "carrier", "--json")
    from_app = run(*words)
    assert list((app.store.home / COPIES_NAME).iterdir()) == []
    app.stop()
    app.store.close()
    assert run(*words).stdout == from_app.stdout
    assert json.loads(from_app.stdout)["carriers_reported"] == 1


def test_what_is_given_reaches_the_app(app: Handover, examples: Path):
    given = ("--carrier", "mobifone", "--round", "2026-11-11", "--received-at", "2026-11-11T09:30")
    done = run("ingest", examples / "bad" / "missing_communes.xlsx", *given)
    assert done.returncode == 0, done.stderr
    assert "đã tiếp nhận, có cảnh báo" in done.stdout
    [entry] = read_entries(app.store.home)
    assert (entry.given_carrier_code, str(entry.given_round_on)) == ("mobifone", "2026-11-11")
    assert entry.received_at.isoformat() == "2026-11-11T09:30:00+07:00"
    assert entry.way == "command"


def test_simulated_figures_and_the_state_of_the_layer_come_through_the_app(app: Handover, examples: Path):
    assert "sơ đồ" in run("boundaries", "status").stdout
    done = run("demo", "--rounds", "1", "--until", "2026-11-11", "--json")
    assert done.returncode == 0, done.stderr
    assert not {file["status"] for file in json.loads(done.stdout)["files"]} & {"rejected", "duplicate"}
    assert {entry.is_simulated for entry in read_entries(app.store.home)} == {True}
    run("ingest", examples / "wintel_2026-11-04.csv")
    beside_real_ones = run("demo", "--rounds", "1")
    assert beside_real_ones.returncode == 2
    assert "đã có báo cáo thật" in beside_real_ones.stderr


def test_what_is_decided_by_commands_the_app_keeps(app: Handover):
    for words in (
        ("aliases", "confirm", "Xã Ba Lang", "15667"),
        ("rounds", "open", "2026-11-13T15:00", "--reason", "họp đột xuất", "--carrier", "viettel"),
    ):
        done = run(*words)
        assert done.returncode == 0, done.stderr
    with app.store.reader() as cursor:
        calendar = read_calendar(cursor)
        [alias] = decisions_in_force(cursor, "alias").values()
    assert calendar.names_round(date(2026, 11, 13))
    assert alias.content["code"] == "15667"
    assert json.loads(run("aliases", "list", "--json").stdout)["aliases"][0]["code"] == "15667"
    assert "13/11/2026" in run("rounds").stdout
    assert run("aliases", "withdraw", "Xã Ba Lang").returncode == 0
    with app.store.reader() as cursor:
        assert not decisions_in_force(cursor, "alias")
    assert list((app.store.home / COPIES_NAME).iterdir()) == []


def test_rebuild_says_that_the_app_has_to_be_closed(app: Handover):
    done = run("rebuild")
    assert done.returncode == 2
    assert "phải tắt ứng dụng" in done.stderr


def test_a_note_of_an_app_that_was_killed_is_nobody(store: Store):
    leave_note(store.home, 9)  # nobody listens there
    with pytest.raises(NobodyThereError), line_to_app():
        pytest.fail("a call to nobody was taken")
