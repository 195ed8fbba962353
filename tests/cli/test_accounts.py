"""python -m dashboard account, by which the first administrator is made."""

import json
from pathlib import Path

from click.testing import Result
from typer.testing import CliRunner

from dashboard.access.sessions import Place, identity_draft, identity_of, new_session, sessions_in_force
from dashboard.cli.app import app
from dashboard.store.database import open_store
from dashboard.store.decisions import decide_all


def run(*words: str) -> Result:
    return CliRunner().invoke(app, ["account", *words])


def listed() -> list[dict[str, object]]:
    found: list[dict[str, object]] = json.loads(run("list", "--json").stdout)["accounts"]
    return found


def test_the_first_administrator_is_made_and_others_change_and_go(home: Path):
    assert "Chưa có tài khoản" in run("list").stdout
    assert run("add", "Quan.Tri", "--role", "administrator", "--full-name", "Lê Bình").exit_code == 0
    assert run("add", "quan.tri", "--role", "officer").exit_code == 1
    vt = run("add", "vt", "--role", "carrier", "--carrier", "Viettel", "--json")
    assert json.loads(vt.stdout) == {
        "name": "vt", "full_name": "", "roles": ["carrier"], "carrier": "viettel", "commune": ""
    }  # fmt: skip
    assert "quan.tri (Lê Bình): Quản trị" in run("list").stdout
    assert run("role", "quan.tri", "--role", "administrator", "--role", "officer").exit_code == 0
    kept = [(it["name"], it["roles"], it["full_name"]) for it in listed()]
    assert kept == [("quan.tri", ["administrator", "officer"], "Lê Bình"), ("vt", ["carrier"], "")]
    assert run("role", "nobody", "--role", "officer").exit_code == 1
    assert run("add", "x", "--role", "carrier").exit_code == 2


def test_removing_an_account_ends_its_sessions(home: Path):
    run("add", "lan", "--role", "officer")
    store = open_store(home)
    decide_all(store, (new_session("lan", Place("", ""))[1], identity_draft("lan", "i", "s")))
    store.close()
    assert "kết thúc 1 phiên" in run("remove", "Lan", "--reason", "nghỉ").stdout
    store = open_store(home)
    assert not sessions_in_force(store.reader())
    assert identity_of(store.reader(), "lan") is None
    store.close()
    assert run("remove", "lan").exit_code == 1
