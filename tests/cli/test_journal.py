"""python -m dashboard journal verify."""

import json
from pathlib import Path

from click.testing import Result
from typer.testing import CliRunner

from dashboard.cli.app import app
from dashboard.store.journal import JOURNAL_NAME


def verify(*words: str) -> Result:
    return CliRunner().invoke(app, ["journal", "verify", *words])


def test_a_file_and_a_decision_are_links_of_one_chain(home: Path, examples: Path):
    CliRunner().invoke(app, ["ingest", str(examples / "viettel_2026-11-11.xlsx")])
    CliRunner().invoke(app, ["tokens", "make", "--carrier", "viettel"])
    CliRunner().invoke(app, ["ingest", str(examples / "wintel_2026-11-11.csv")])
    whole = json.loads(verify("--json").stdout)
    assert (whole["whole"], whole["lines"], verify().exit_code) == (True, 3, 0)
    path = home / JOURNAL_NAME
    path.write_bytes(path.read_bytes().replace(b"viettel_2026-11-11", b"viettel_2026-11-12", 1))
    broken = verify("--json")
    assert (broken.exit_code, json.loads(broken.stdout)["line"]) == (1, 2)
    assert "dòng 2 không khớp" in verify().stdout


def test_a_noted_head_that_is_gone_is_said():
    assert verify().exit_code == 0
    gone = verify("--head", "0" * 64)
    assert gone.exit_code == 1
    assert "bị cắt bớt" in gone.stdout


def show(*words: str) -> Result:
    return CliRunner().invoke(app, ["journal", "show", *words])


def test_acts_are_shown_with_who_from_where_and_what(home: Path):
    runner = CliRunner()
    runner.invoke(app, ["account", "add", "lan.nt", "--role", "administrator", "--reason", "phân công"])
    runner.invoke(app, ["tokens", "make", "--carrier", "viettel"])
    newest, oldest = json.loads(show("--json").stdout)
    assert (newest["subject"], oldest["subject"], oldest["way"]) == ("report_token", "account", "command")
    assert (oldest["key"], oldest["before"], oldest["reason"]) == ("lan.nt", None, "phân công")
    assert [it["ordinal"] for it in json.loads(show("--json", "--find", "PHAN cong").stdout)] == [1]
    assert json.loads(show("--json", "--until", "2020-01-01").stdout) == []
    assert len(json.loads(show("--json", "--limit", "1").stdout)) == 1
    assert "Tài khoản lan.nt: (chưa có) → " in show("--subject", "account").stdout
