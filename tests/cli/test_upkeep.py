"""python -m dashboard backup, restore and check, with and without the app."""

import json
import subprocess
import sys
from pathlib import Path

import pytest
from click.testing import Result
from typer.testing import CliRunner

from dashboard.cli.app import app
from dashboard.store.database import open_store
from dashboard.web.handover import open_handover


def run(*words: str) -> Result:
    return CliRunner().invoke(app, list(words))


@pytest.fixture
def filled_home(home: Path, examples: Path) -> Path:
    run("ingest", str(examples / "viettel_2026-11-11.xlsx"))
    return home


def test_a_backup_is_made_restored_and_agrees(filled_home: Path, tmp_path: Path):
    made = json.loads(run("backup", "--json").stdout)
    assert Path(made["folder"]).parent == filled_home / "backups"
    assert made["held"]["figures_count"] == 166
    restored = run("restore", made["folder"], str(tmp_path / "new"), "--json")
    assert (restored.exit_code, json.loads(restored.stdout)["identical"]) == (0, True)
    again = run("restore", made["folder"], str(tmp_path / "new"))
    assert (again.exit_code, "không trống" in again.stderr) == (2, True)
    assert json.loads(run("check", "--json").stdout) == {"whole": True, "problems": []}


def test_people_read_what_was_done_and_what_does_not_agree(filled_home: Path, tmp_path: Path):
    said = run("backup", "--into", str(tmp_path / "elsewhere")).stdout
    assert "1 báo cáo, 166 dòng số liệu" in said
    (folder,) = (tmp_path / "elsewhere").iterdir()
    assert "giống hệt" in run("restore", str(folder), str(tmp_path / "new")).stdout
    (folder / "journal.jsonl").write_bytes(b"")
    refused = run("restore", str(folder), str(tmp_path / "other"))
    assert (refused.exit_code, "journal.jsonl" in refused.stderr) == (2, True)
    next(filled_home.glob("archive/*/*")).unlink()
    checked = run("check")
    assert (checked.exit_code, "Kho lưu thiếu tệp" in checked.stdout) == (1, True)


def test_while_the_app_runs_it_makes_the_backup_and_a_check_is_answered(filled_home: Path):
    store = open_store(filled_home)
    handover = open_handover(store)
    try:
        made = json.loads(_outside("backup", "--json"))
        assert json.loads(_outside("check", "--json"))["whole"]
    finally:
        handover.stop()
        store.close()
    assert made["held"]["submissions_count"] == 1
    assert (Path(made["folder"]) / "manifest.json").exists()


def _outside(*words: str) -> str:
    command = [sys.executable, "-m", "dashboard", *words]
    return subprocess.run(command, capture_output=True, text=True, check=True, encoding="utf-8").stdout
