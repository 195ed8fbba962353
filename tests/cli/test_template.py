"""python -m dashboard template: the form of a carrier and round."""

import json
from pathlib import Path

import pytest
from openpyxl import load_workbook
from typer.testing import CliRunner

from dashboard.cli.app import app

RUNNER = CliRunner()


@pytest.fixture(autouse=True)
def here(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """Forms go where the command is run."""
    monkeypatch.chdir(tmp_path)
    return tmp_path


def test_it_is_written_under_a_name_that_says_whose_it_is(here: Path):
    result = RUNNER.invoke(app, ["template", "--carrier", "viettel", "--round", "2026-11-18"])
    assert result.exit_code == 0, result.output
    assert "Viettel, kỳ 18/11/2026" in result.stdout
    book = load_workbook(here / "mau-bao-cao_viettel_2026-11-18.xlsx")
    assert book.worksheets[0]["A2"].value == "Nhà mạng: Viettel"


def test_json_says_all_and_nothing_else(here: Path, home: Path, examples: Path):
    RUNNER.invoke(app, ["ingest", str(examples / "wintel_2026-11-11.csv")])
    words = ["template", "--carrier", "Wintel", "--round", "2026-11-16", "--out", "mau.xlsx", "--json"]
    result = RUNNER.invoke(app, words)
    assert json.loads(result.stdout) == {
        "file": "mau.xlsx",
        "carrier": "wintel",
        "round": "2026-11-18",
        "due_at": "2026-11-18T10:00:00+07:00",
        "communes": 166,
        "previous_round": "2026-11-11",
    }
    assert (here / "mau.xlsx").exists()


def test_without_a_database_none_is_made(home: Path):
    result = RUNNER.invoke(app, ["template", "--carrier", "viettel", "--json"])
    assert json.loads(result.stdout)["previous_round"] is None
    assert not home.exists()


@pytest.mark.parametrize(
    "words",
    [
        ["--carrier", "ai-do"],
        ["--carrier", "viettel", "--round", "mai"],
        ["--carrier", "viettel", "--out", "x/y.xlsx"],
    ],
)
def test_wrong_use_is_refused_and_nothing_is_written(here: Path, words: list[str]):
    result = RUNNER.invoke(app, ["template", *words])
    assert result.exit_code == 2
    assert not list(here.glob("*.xlsx"))
