"""python -m dashboard ingest: the answer that programs rely on, its exit codes, what people read."""

import json
import os
import subprocess
import sys
from pathlib import Path
from typing import Any

import pytest
from click.testing import Result
from typer.testing import CliRunner

from dashboard.cli.app import app
from dashboard.store.database import Store, open_store
from dashboard.store.questions import ask

TOTALS = ["total_count", "verified_count", "unverified_count", "locked_one_way_count", "locked_two_way_count"]
FINDING_FIELDS = ["rule", "severity", "sheet", "row", "column", "value", "message", "suggestion"]


def run(*words: object) -> Result:
    return CliRunner().invoke(app, ["ingest", *map(str, words)])


def answer_of(*words: object) -> list[dict[str, Any]]:
    return list(json.loads(run(*words, "--json").stdout)["files"])


def rows_stored(home: Path) -> int:
    store = open_store(home)
    try:
        return int(ask(store.reader(), "intake/everything_taken_in").num_rows)
    finally:
        store.close()


def test_the_json_keeps_its_contract(examples: Path):
    [file] = answer_of(examples / "viettel_2026-11-11.xlsx")
    assert list(file)[:8] == [
        "file", "sha256", "status", "carrier", "round", "communes", "totals", "findings",
    ]  # fmt: skip
    assert (file["file"], file["status"]) == ("viettel_2026-11-11.xlsx", "accepted")
    assert (file["carrier"], file["round"], file["communes"]) == ("viettel", "2026-11-11", 166)
    assert list(file["totals"]) == TOTALS
    assert file["totals"]["total_count"] == 2436112
    assert [list(finding) for finding in file["findings"]] == [FINDING_FIELDS] * len(file["findings"])


def test_all_examples_in_one_call_are_accepted_and_stored(examples: Path, home: Path):
    files = sorted(examples.glob("*_2026-*"))
    result = run(*files, "--json")
    statuses = [file["status"] for file in json.loads(result.stdout)["files"]]
    assert result.exit_code == 0
    assert len(statuses) == 15
    assert set(statuses) <= {"accepted", "accepted_with_warnings"}
    assert rows_stored(home) == 15 * 166


def test_a_second_time_they_are_duplicates_and_still_end_with_0(examples: Path, home: Path):
    file = examples / "wintel_2026-11-11.csv"
    assert run(file).exit_code == 0
    again = run(file, "--json")
    assert (again.exit_code, json.loads(again.stdout)["files"][0]["status"]) == (0, "duplicate")
    assert rows_stored(home) == 166


def test_a_refused_file_ends_with_1_and_the_others_are_taken_in(examples: Path, home: Path):
    files = examples / "bad" / "sum_mismatch.xlsx", examples / "vinaphone_2026-11-11.csv"
    result = run(*files, "--json")
    assert result.exit_code == 1
    assert [file["status"] for file in json.loads(result.stdout)["files"]] == ["rejected", "accepted"]
    assert rows_stored(home) == 166


def test_what_is_given_reaches_the_file(examples: Path):
    file = examples / "bad" / "missing_communes.xlsx"
    given = ("--carrier", "MobiFone", "--round", "2026-11-11", "--received-at", "2026-11-11T09:30")
    [answer] = answer_of(file, *given)
    assert (answer["carrier"], answer["status"], answer["communes"]) == (
        "mobifone",
        "accepted_with_warnings",
        163,
    )


def test_a_time_without_a_zone_is_of_the_department_s_clock(examples: Path, home: Path):
    run(examples / "wintel_2026-11-11.csv", "--received-at", "2026-11-11T09:30")
    store = open_store(home)
    [row, *_] = ask(store.reader(), "intake/everything_taken_in").to_pylist()
    store.close()
    assert row["received_at"].isoformat() == "2026-11-11T09:30:00+07:00"


def test_a_dry_run_tells_the_same_and_stores_nothing(examples: Path, home: Path):
    file = examples / "mobifone_2026-11-11.xlsx"
    [dry] = answer_of(file, "--dry-run")
    assert rows_stored(home) == 0
    assert not (home / "journal.jsonl").exists()
    [done] = answer_of(file)
    assert told_by_the_file(done) == told_by_the_file(dry)
    assert (dry["submission"], done["submission"]) == (None, "00000001")


def told_by_the_file(answer: dict[str, Any]) -> dict[str, Any]:
    """An answer without what belongs to the act: its number, moment and the state of the data after it."""
    return {
        key: value for key, value in answer.items() if key not in ("submission", "received_at", "version")
    }


@pytest.mark.parametrize(
    ("words", "said"),
    [
        (["--carrier", "nobody"], "nobody"),
        (["--round", "11/11/2026"], "YYYY-MM-DD"),
        (["--round", "9999-12-31"], "2099"),
        (["--round", "2019-12-31"], "2020"),
        (["--received-at", "hôm qua"], "thời điểm"),
    ],
)
def test_wrong_use_ends_with_2_and_says_why(words: list[str], said: str, examples: Path, home: Path):
    result = run(examples / "wintel_2026-11-11.csv", *words)
    assert result.exit_code == 2
    assert said in result.stderr
    assert not home.exists()


def test_a_file_that_is_not_there_ends_with_2_before_anything_is_taken_in(examples: Path, home: Path):
    result = run(examples / "wintel_2026-11-11.csv", examples / "nothing.csv")
    assert result.exit_code == 2
    assert "nothing.csv" in result.stderr
    assert not home.exists()
    assert run().exit_code == 2


def test_people_read_a_summary_with_numbers_the_vietnamese_way(examples: Path):
    result = run(examples / "viettel_2026-11-11.xlsx", examples / "bad" / "negative.xlsx")
    assert "2.436.112" in result.stdout
    assert "đã tiếp nhận" in result.stdout
    assert "bị từ chối" in result.stdout
    assert "negative_count" in result.stdout.replace("\n", "")


def test_an_oversized_file_is_refused_unread(tmp_path: Path, home: Path):
    path = tmp_path / "big.xlsx"
    path.write_bytes(bytes(21 * 2**20))
    result = run(path, "--json")
    [file] = json.loads(result.stdout)["files"]
    assert result.exit_code == 1
    assert [finding["rule"] for finding in file["findings"]] == ["too_large"]
    assert not (home / "archive").exists()


def test_while_another_process_owns_the_database_it_says_so_and_ends_with_2(examples: Path, store: Store):
    done = subprocess.run(
        [sys.executable, "-m", "dashboard", "ingest", examples / "wintel_2026-11-11.csv", "--json"],
        capture_output=True,
        check=False,
        env={**os.environ, "PYTHONIOENCODING": "ascii"},
    )
    assert done.returncode == 2
    assert done.stdout == b""
    assert "đang được chương trình khác sử dụng" in done.stderr.decode("utf-8")
    assert str(store.home) in done.stderr.decode("utf-8")


def test_as_a_program_it_prints_utf_8_json_and_nothing_else(examples: Path):
    done = subprocess.run(
        [sys.executable, "-m", "dashboard", "ingest", examples / "bad" / "negative.xlsx", "--json"],
        capture_output=True,
        check=False,
        env={**os.environ, "PYTHONIOENCODING": "ascii"},
    )
    [file] = json.loads(done.stdout.decode("utf-8"))["files"]
    assert done.returncode == 1
    assert "số âm" in file["findings"][0]["message"] + file["findings"][1]["message"]
