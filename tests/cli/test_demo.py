"""python -m dashboard demo."""

import json
from datetime import UTC, datetime
from pathlib import Path

import pytest
from typer.testing import CliRunner

from dashboard.cli.app import app
from dashboard.demo.plan import demo_request, planned_files
from dashboard.demo.run import content, file_name

UNTIL = ("--until", "2026-11-18")


def run(*arguments: str) -> tuple[int, str]:
    result = CliRunner().invoke(app, ["demo", *arguments])
    return result.exit_code, result.stdout


def test_json_lists_the_receipts_as_ingest_does(home: Path):
    code, output = run("--rounds", "1", *UNTIL, "--seed", "5", "--json")
    answer = json.loads(output)
    assert code == 0
    assert (answer["seed"], answer["rounds"], answer["is_simulated"]) == (5, ["2026-11-18"], True)
    assert [file["carrier"] for file in answer["files"]][-1] == "wintel"
    assert {file["communes"] for file in answer["files"]} == {163, 166}
    assert (home / "dashboard.duckdb").is_file()


def test_people_read_how_many_files_came_to_what():
    assert run("--rounds", "1", *UNTIL) == (
        0,
        "SỐ LIỆU MÔ PHỎNG: 5 tệp; tiếp nhận 5 (có cảnh báo 1), đã có từ trước 0, bị từ chối 0.\n",
    )
    assert "tiếp nhận 0 (có cảnh báo 0), đã có từ trước 5" in run("--rounds", "1", *UNTIL)[1]


def test_files_only_writes_files_and_no_database(home: Path, tmp_path: Path):
    code, output = run("--rounds", "2", *UNTIL, "--files-only", str(tmp_path / "out"), "--json")
    files = json.loads(output)["files"]
    assert code == 0
    assert {file["file"] for file in files} == {path.name for path in (tmp_path / "out").iterdir()}
    assert files[-1]["received_at"].startswith("2026-11-18T1")
    assert not home.exists()


def test_without_until_the_last_round_is_the_one_due_last(tmp_path: Path):
    before = demo_request(datetime.now(UTC)).last_round_on
    _, output = run("--rounds", "1", "--files-only", str(tmp_path / "out"), "--json")
    after = demo_request(datetime.now(UTC)).last_round_on
    assert json.loads(output)["rounds"][0] in {before.isoformat(), after.isoformat()}


@pytest.mark.parametrize("wrong", [("--until", "18/11/2026"), ("--rounds", "0"), ("--seed", "-1")])
def test_wrong_use_ends_with_two(wrong: tuple[str, str]):
    assert run(*wrong) == (2, "")


def test_beside_real_figures_nothing_is_simulated(tmp_path: Path):
    file = planned_files(demo_request(datetime.now(UTC)))[0]
    real = tmp_path / file_name(file)
    real.write_bytes(content(file))
    assert CliRunner().invoke(app, ["ingest", str(real)]).exit_code == 0
    assert run("--rounds", "1") == (2, "")
