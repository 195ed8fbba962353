"""python -m dashboard layouts."""

import json
from datetime import date
from pathlib import Path
from typing import Any

import pytest
from typer.testing import CliRunner, Result

from dashboard.cli.app import app
from tests.pages.test_questions import bare_workbook, workbook

SAID = ("total_count=C", "verified_count=D", "unverified_count=E", "locked_one_way_count=f")


def run(*words: object) -> Result:
    return CliRunner().invoke(app, [*map(str, words)])


def listed() -> list[dict[str, Any]]:
    return list(json.loads(run("layouts", "list", "--json").stdout)["layouts"])


@pytest.fixture
def file(tmp_path: Path) -> Path:
    return workbook(tmp_path, date(2026, 11, 11), name="Phường Quang Trung")


def confirm(file: Path, *said: str) -> Result:
    options = [word for text in said for word in ("--column", text)]
    return run("layouts", "confirm", file, "--carrier", "mobifone", *options)


def test_what_ships_is_listed(home: Path):
    assert {layout["carrier"] for layout in listed()} == {
        "viettel", "vinaphone", "mobifone", "vietnamobile", "wintel",
    }  # fmt: skip
    assert not any(layout["confirmed"] for layout in listed())
    assert "kèm chương trình" in run("layouts", "list").stdout


def test_a_layout_is_confirmed_used_and_withdrawn(home: Path, file: Path):
    refused = run("ingest", file, "--dry-run", "--json")
    assert refused.exit_code == 1
    assert "layouts confirm" in json.loads(refused.stdout)["files"][0]["findings"][0]["suggestion"]
    lacking = confirm(file, *SAID)
    assert (lacking.exit_code, "Thuê bao bị khóa 2 chiều" in lacking.output) == (1, True)
    done = confirm(file, *SAID, "locked_two_way_count=G")
    assert done.exit_code == 0, done.output
    assert "B (“Đơn vị phụ trách”): “Xã, phường”" in done.stdout
    [layout] = [layout for layout in listed() if layout["confirmed"]]
    assert (layout["version"], layout["columns"]["verified_count"]) == (2, {"letter": "D", "text": "Xong"})
    taken = run("ingest", file)
    assert taken.exit_code == 0, taken.output
    assert "Nhận ra xã, phường: 166 dòng theo đúng tên" in taken.stdout
    assert run("layouts", "withdraw", layout["key"]).exit_code == 0
    assert run("layouts", "withdraw", layout["key"]).exit_code == 1
    assert not any(layout["confirmed"] for layout in listed())


def test_wrong_words_are_refused(home: Path, file: Path):
    assert confirm(file, "total_count").exit_code == 2
    assert run("layouts", "confirm", file, "--carrier", "khong").exit_code == 2
    assert run("layouts", "confirm", file, "--carrier", "mobifone", "--sheet", "khác").exit_code == 2
    assert run("layouts", "withdraw", "mobifone/abc").exit_code == 1


def test_a_table_without_a_header_is_confirmed_by_its_letters(home: Path, tmp_path: Path):
    done = confirm(bare_workbook(tmp_path, date(2026, 11, 11)), *SAID, "locked_two_way_count=G")
    assert done.exit_code == 0, done.output
    assert "D (“Cột D”)" in done.stdout
    assert run("ingest", bare_workbook(tmp_path, date(2026, 11, 18))).exit_code == 0
