"""python -m dashboard support plan: sessions as JSON, kept when asked; nothing to plan is said."""

import json
from pathlib import Path

import pytest
from typer.testing import CliRunner

from dashboard.cli.app import app
from dashboard.reference.round_decisions import By
from dashboard.store.database import open_store
from dashboard.support.planning import job
from dashboard.support.register.keeping import Change, change_entries
from dashboard.support.register.kinds import GROUPS, HALLS
from dashboard.support.register.records import EVERY_DAY, Hall, VolunteerGroup
from dashboard.support.sessions.keeping import sessions_in_force
from tests.web.prepared import copy_of_filled

CODE = "14758"


def test_without_figures_there_is_no_plan(home: Path):
    found = CliRunner().invoke(app, ["support", "plan", "--weeks", "1", "--seconds", "2"])
    assert found.exit_code == 1
    assert "Chưa có báo cáo nào" in found.output


def test_sessions_are_told_and_kept_when_asked(
    home: Path, tmp_path_factory: pytest.TempPathFactory, monkeypatch: pytest.MonkeyPatch
):
    copy_of_filled(tmp_path_factory, home)
    store = open_store(home)
    hall = Hall("h", CODE, "Hội trường", people_per_day_count=200)
    group = VolunteerGroup("g", CODE, "Đoàn xã", "youth", 10, 20.0, EVERY_DAY)
    change_entries(store, (Change(HALLS, "h", hall, None), Change(GROUPS, "g", group, None)), By("Lê B", ""))
    store.close()
    monkeypatch.setattr(job, "SECONDS_A_WEEK", 0.5)
    words = ["support", "plan", "--weeks", "1", "--seconds", "2", "--keep", "--json"]
    answer = CliRunner().invoke(app, words)
    assert answer.exit_code == 0, (answer.output, answer.exception)
    told = json.loads(answer.stdout)
    assert told["state"] in {"feasible", "optimal", "greedy"}
    assert told["kept"]
    assert {session["hall_id"] for session in told["sessions"]} == {"h"}
    store = open_store(home)
    with store.reader() as cursor:
        assert [it.session_id for it in sessions_in_force(cursor)] == [
            it["session_id"] for it in told["sessions"]
        ]
    store.close()
