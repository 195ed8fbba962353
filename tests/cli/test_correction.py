"""python -m dashboard correction FILE: writes the marked file and stores nothing."""

import shutil
from pathlib import Path

import openpyxl
import pytest
from click.testing import Result
from typer.testing import CliRunner

from dashboard.cli.app import app
from dashboard.intake.findings_sheet import FINDINGS_SHEET

GIVEN = ("--carrier", "mobifone", "--round", "2026-11-11")


def run(*words: object) -> Result:
    return CliRunner().invoke(app, ["correction", *map(str, words)])


def test_it_lies_beside_the_file_under_a_name_that_says_carrier_and_round(
    examples: Path, tmp_path: Path, home: Path
):
    file = Path(shutil.copy(examples / "bad" / "negative.xlsx", tmp_path))
    result = run(file, *GIVEN)
    made = tmp_path / "negative_mobifone_2026-11-11_can-sua.xlsx"
    assert result.exit_code == 0
    assert str(made) in result.stdout.replace("\n", "")
    assert openpyxl.load_workbook(made).sheetnames[0] == FINDINGS_SHEET
    assert not (home / "journal.jsonl").exists()


def test_it_lies_where_it_is_told_to(examples: Path, tmp_path: Path):
    out = tmp_path / "x.xlsx"
    assert run(examples / "bad" / "fraction.xlsx", *GIVEN, "--out", out).exit_code == 0
    assert out.exists()


@pytest.mark.parametrize(
    ("name", "code", "said"),
    [("bad/truncated.xlsx", 1, "không mở được"), ("wintel_2026-11-11.csv", 0, "không cần sửa")],
)
def test_where_there_is_nothing_to_mark_it_says_so(examples: Path, name: str, code: int, said: str):
    result = run(examples / name)
    assert (result.exit_code, result.stdout) == (code, "")
    assert said in result.stderr


def test_a_file_that_is_not_there_ends_with_2(tmp_path: Path):
    assert run(tmp_path / "nothing.xlsx").exit_code == 2
