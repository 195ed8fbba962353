"""python -m dashboard receipt: by number or checksum, as words, JSON or a workbook."""

import json
from pathlib import Path

import openpyxl
import pytest
from click.testing import Result
from typer.testing import CliRunner

from dashboard.cli.app import app


def run(*words: object) -> Result:
    return CliRunner().invoke(app, [*map(str, words)])


@pytest.fixture
def given(examples: Path) -> list[dict[str, str]]:
    """The JSON of a good and a refused file as `ingest` gave it."""
    files = examples / "wintel_2026-11-11.csv", examples / "bad" / "sum_mismatch.xlsx"
    return list(json.loads(run("ingest", *files, "--json").stdout)["files"])


def test_the_json_is_that_of_ingest_and_what_today_s_rules_say(given: list[dict[str, str]]):
    for place, answer in enumerate(given, start=1):
        again = json.loads(run("receipt", place, "--format", "json").stdout)
        assert again == answer | {"status_today": answer["status"], "trouble": None, "accepted": []}
        assert again == json.loads(run("receipt", answer["sha256"][:12], "--format", "json").stdout)


def test_people_read_what_was_read_refused_and_found(given: list[dict[str, str]]):
    result = run("receipt", given[1]["sha256"])
    assert result.exit_code == 0
    assert "Bị từ chối" in result.stdout
    assert "sum_mismatch" in result.stdout


def test_it_is_written_where_it_is_told_to(given: list[dict[str, str]], tmp_path: Path):
    assert run("receipt", 1, "--format", "xlsx", "--out", tmp_path / "x.xlsx").exit_code == 0
    assert "Biên nhận báo cáo" in openpyxl.load_workbook(tmp_path / "x.xlsx").sheetnames
    assert run("receipt", 1, "--format", "json", "--out", tmp_path / "x.json").exit_code == 0
    assert json.loads((tmp_path / "x.json").read_text(encoding="utf-8"))["submission"] == "00000001"
    assert run("receipt", 2, "--out", tmp_path / "x.txt").exit_code == 0
    assert "Bị từ chối" in (tmp_path / "x.txt").read_text(encoding="utf-8")


def test_the_same_bytes_sent_twice_give_the_newer_and_name_the_older(
    given: list[dict[str, str]], examples: Path
):
    run("ingest", examples / "bad" / "sum_mismatch.xlsx")
    result = run("receipt", given[1]["sha256"], "--format", "json")
    assert json.loads(result.stdout)["submission"] == "00000003"
    assert "00000002" in result.stderr


def test_a_file_nobody_knows_ends_with_1(home: Path):
    result = run("receipt", "abcdef123456")
    assert (result.exit_code, result.stdout) == (1, "")
    assert "abcdef123456" in result.stderr
