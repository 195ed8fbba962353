"""python -m dashboard tokens, with and without the app."""

import json
import subprocess
import sys
from pathlib import Path

from click.testing import Result
from typer.testing import CliRunner

from dashboard.cli.app import app
from dashboard.intake.tokens import token_of
from dashboard.store.database import Store, open_store
from dashboard.web.handover import open_handover


def run(*words: str) -> Result:
    return CliRunner().invoke(app, ["tokens", *words])


def test_a_token_is_made_listed_replaced_and_revoked(home: Path):
    made = json.loads(run("make", "--carrier", "Viettel", "--json").stdout)
    listed = json.loads(run("list", "--json").stdout)["tokens"]
    assert [(token["key"], token["carrier"]) for token in listed] == [(made["key"], "viettel")]
    assert made["token"].split("_")[2] not in run("list").stdout
    second = run("make", "--carrier", "viettel")
    assert (second.exit_code, made["key"] in second.stderr) == (1, True)
    replaced = json.loads(run("make", "--carrier", "viettel", "--replace", "--json").stdout)
    store = open_store(home)
    assert token_of(made["token"], store.reader()) is None
    assert token_of(replaced["token"], store.reader()) is not None
    store.close()
    assert run("revoke", replaced["key"], "--reason", "lộ").exit_code == 0
    assert run("revoke", replaced["key"]).exit_code == 1
    assert "Chưa có mã" in run("list").stdout


def test_an_unknown_carrier_is_wrong_use(home: Path):
    assert run("make", "--carrier", "nobody").exit_code == 2
    assert not home.exists()


def test_while_the_app_runs_it_keeps_the_decision_and_the_token_opens_at_once(store: Store):
    handover = open_handover(store)
    words = [sys.executable, "-m", "dashboard", "tokens", "make", "--carrier", "wintel", "--json"]
    done = subprocess.run(words, capture_output=True, text=True, check=True, encoding="utf-8")
    found = token_of(json.loads(done.stdout)["token"], store.reader())
    handover.stop()
    assert found is not None
    assert found.carrier_code == "wintel"
