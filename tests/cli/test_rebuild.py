"""python -m dashboard rebuild: the database again, the same figures, and what is missing by name."""

import json
from pathlib import Path

import pytest
from typer.testing import CliRunner

from dashboard.cli.app import app
from dashboard.store.database import open_store
from dashboard.store.questions import ask

RUNNER = CliRunner()


def everything(home: Path) -> object:
    store = open_store(home)
    try:
        return ask(store.reader(), "intake/everything_taken_in")
    finally:
        store.close()


@pytest.fixture
def filled_home(home: Path, examples: Path) -> Path:
    RUNNER.invoke(app, ["ingest", *map(str, sorted(examples.glob("*_2026-11-11.*")))])
    return home


def test_the_figures_are_the_same_before_and_after(filled_home: Path):
    before = everything(filled_home)
    result = RUNNER.invoke(app, ["rebuild", "--json"])
    report = json.loads(result.stdout)
    assert result.exit_code == 0
    assert (report["submissions"], report["figures"], report["identical"]) == (5, 5 * 166, True)
    assert (filled_home / report["set_aside"]).exists()
    assert everything(filled_home) == before


def test_people_read_what_was_made_and_where_the_old_one_lies(filled_home: Path):
    result = RUNNER.invoke(app, ["rebuild"])
    assert "5 báo cáo, 830 dòng số liệu" in result.stdout
    assert "giống hệt" in result.stdout
    assert str(filled_home) in result.stdout.replace("\n", "")


def test_a_file_missing_from_the_archive_ends_with_1_and_its_name(filled_home: Path):
    for path in filled_home.glob("archive/*/*"):
        path.unlink()
        break
    result = RUNNER.invoke(app, ["rebuild"])
    assert result.exit_code == 1
    assert "kho lưu không còn bản gốc" in result.stderr
    assert "KHÁC" in result.stdout
