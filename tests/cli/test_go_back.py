"""Data of a newer program: refused in a sentence by every command and by the app, and gone back from."""

import json
from pathlib import Path

import duckdb
import pytest
from typer.testing import CliRunner

from dashboard.cli.app import app
from dashboard.paths import PROJECT_DIR
from dashboard.store.database import DATABASE_NAME, open_store
from dashboard.store.journal import JOURNAL_NAME
from dashboard.web.routes import refuse_unreadable_data

run = CliRunner().invoke
COMMANDS = (["check"], ["account", "list"], ["figures", "--round", "2026-11-11"], ["backup"], ["rebuild"])


@pytest.fixture
def newer(home: Path) -> Path:
    open_store(home).close()
    with duckdb.connect(home / DATABASE_NAME) as connection:
        connection.execute("insert into schema_version values (9999, now())")
    return home


@pytest.mark.parametrize("words", COMMANDS, ids=lambda words: words[0])
def test_every_command_says_so_in_a_sentence(newer: Path, words: list[str]):
    said = run(app, words)
    assert (said.exit_code, "go-back" in said.stderr, "Traceback" in said.stderr) == (2, True, False)


def test_a_journal_that_cannot_be_read_is_said_too(home: Path):
    open_store(home).close()
    (home / JOURNAL_NAME).write_text('{"ordinal": 1, "act": "taken_in", "of_the_future": 1}\n')
    said = run(app, ["figures", "--round", "2026-11-11"])
    assert (said.exit_code, "không đọc được" in said.stderr) == (2, True)


def test_it_is_gone_back_from(newer: Path):
    done = run(app, ["go-back", "--json"])
    assert (done.exit_code, json.loads(done.stdout)["problems"]) == (0, [])
    assert run(app, ["check"]).exit_code == 0
    again = run(app, ["go-back"])
    assert (again.exit_code, "không cần" in again.stderr) == (2, True)


def test_people_read_what_was_done(newer: Path):
    said = run(app, ["go-back"])
    assert "dựng lại cả từ kho lưu và nhật ký" in said.stdout
    assert "set-aside-" in said.stdout


def test_the_app_does_not_start_and_says_why(newer: Path):
    with pytest.raises(SystemExit, match="go-back"):
        refuse_unreadable_data()
    started = (PROJECT_DIR / "app.py").read_text(encoding="utf-8")
    assert 0 < started.index("\nrefuse_unreadable_data()") < started.index("st.App(")
