"""python -m dashboard figures: what other programs read, and what people do."""

import csv
import json
from collections import defaultdict
from datetime import datetime
from pathlib import Path
from typing import Any

import pytest
from typer.testing import CliRunner, Result

from dashboard.cli.app import app
from dashboard.reference.communes import communes
from dashboard.settings import LOCAL_ZONE
from dashboard.store.database import open_store
from tests.measures.reports import Report, at, counts, store_reports

LAST, BEFORE = "2026-11-11", "2026-11-04"
COUNTS = ("total_count", "verified_count", "unverified_count", "locked_one_way_count", "locked_two_way_count")
FIRST, SECOND = (commune.code for commune in communes()[:2])


def run(*arguments: str) -> Result:
    return CliRunner().invoke(app, ["figures", *arguments])


def answer(*arguments: str) -> dict[str, Any]:
    result = run("--json", *arguments)
    assert result.exit_code == 0
    return json.loads(result.stdout)


@pytest.fixture
def reported(home: Path) -> None:
    """viettel in both weeks, corrected at 15:00 in the last; wintel in the earlier week only."""
    store = open_store(home)
    last, before = (datetime.fromisoformat(day).date() for day in (LAST, BEFORE))
    with store.writer() as cursor:
        store_reports(
            cursor,
            [
                Report("viettel", before, {FIRST: counts(100, 70)}),
                Report("wintel", before, {FIRST: counts(10, 1), SECOND: counts(3, 1)}),
                Report("viettel", last, {FIRST: counts(100, 10)}, at(last, 9)),
                Report("viettel", last, {FIRST: counts(100, 75, 6, 2)}, at(last, 15)),
            ],
        )
    store.close()


@pytest.mark.usefixtures("reported")
def test_json_has_the_contracts_keys_and_nothing_else():
    found = answer("--round", LAST)
    rows = found.pop("rows")
    assert found == {
        "round": LAST,
        "basis": "this-week",
        "carriers_expected": 5,
        "carriers_reported": 1,
        "carriers_missing": ["vinaphone", "mobifone", "vietnamobile", "wintel"],
        "as_of": None,
    }
    assert [row["commune_code"] for row in rows] == [commune.code for commune in communes()]
    assert rows[0] == {
        "commune_code": FIRST,
        **dict(zip(COUNTS, (100, 75, 25, 6, 2), strict=True)),
        "verified_pct": 75,
        "carriers_reported": 1,
    }
    assert rows[1] == {
        "commune_code": SECOND,
        **dict.fromkeys(COUNTS),
        "verified_pct": None,
        "carriers_reported": 0,
    }


@pytest.mark.usefixtures("reported")
@pytest.mark.parametrize(
    ("by", "keys", "rows_count"),
    [
        ("province", set(), 1),
        ("carrier", {"carrier"}, 5),
        ("commune", {"commune_code"}, 166),
        ("commune-carrier", {"commune_code", "carrier"}, 830),
    ],
)
def test_rows_are_named_by_what_they_are_of(by: str, keys: set[str], rows_count: int):
    rows = answer("--round", LAST, "--by", by)["rows"]
    assert len(rows) == rows_count
    assert {frozenset(row) for row in rows} == {
        frozenset(keys | {*COUNTS, "verified_pct", "carriers_reported"})
    }


@pytest.mark.usefixtures("reported")
def test_carriers_can_be_chosen_one_after_the_other():
    found = answer("--round", LAST, "--by", "carrier", "--carrier", "wintel", "--carrier", "VIETTEL")
    assert (found["carriers_expected"], found["carriers_missing"]) == (2, ["wintel"])
    assert [(row["carrier"], row["total_count"]) for row in found["rows"]] == [
        ("viettel", 100),
        ("wintel", None),
    ]


@pytest.mark.usefixtures("reported")
def test_last_known_fills_the_figures_and_still_names_the_missing():
    found = answer("--round", LAST, "--by", "province", "--basis", "last-known")
    assert found["carriers_missing"] == ["vinaphone", "mobifone", "vietnamobile", "wintel"]
    (row,) = found["rows"]
    assert (row["total_count"], row["verified_count"], row["carriers_reported"]) == (113, 77, 2)


@pytest.mark.usefixtures("reported")
@pytest.mark.parametrize(
    ("as_of", "verified"),
    [
        ("2026-11-11T08:59", None),
        ("2026-11-11T09:00", 10),
        ("2026-11-11T14:59", 10),
        ("2026-11-11T08:00:00+00:00", 75),
    ],
)
def test_as_of_shows_what_was_known_then_by_the_departments_clock(as_of: str, verified: int | None):
    found = answer("--round", LAST, "--by", "province", "--as-of", as_of)
    assert found["rows"][0]["verified_count"] == verified
    moment = datetime.fromisoformat(as_of)
    assert datetime.fromisoformat(found["as_of"]) == (
        moment if moment.tzinfo else moment.replace(tzinfo=LOCAL_ZONE)
    )


@pytest.mark.parametrize(
    "wrong",
    [
        (),
        ("--round", "11/11/2026"),
        ("--round", "9999-12-31"),
        ("--round", LAST, "--by", "district"),
        ("--round", LAST, "--basis", "guess"),
        ("--round", LAST, "--carrier", "gmobile"),
        ("--round", LAST, "--as-of", "yesterday"),
    ],
)
def test_wrong_use_ends_with_two_and_prints_no_figures(wrong: tuple[str, ...]):
    result = run("--json", *wrong)
    assert (result.exit_code, result.stdout) == (2, "")


def test_a_round_nobody_reported_for_is_all_nulls_and_no_error():
    found = answer("--round", "2020-01-01", "--by", "province")
    assert (found["carriers_reported"], found["rows"][0]["total_count"]) == (0, None)


def test_a_day_that_names_no_round_is_answered_with_a_hint():
    result = run("--json", "--round", "2026-11-12")
    assert result.exit_code == 0
    assert "18/11/2026" in result.stderr


def test_without_json_people_read_a_table():
    assert "0/5 nhà mạng đã báo cáo" in run("--round", LAST).stdout


def test_the_example_reports_give_the_true_figures_before_and_after_a_rebuild(examples: Path):
    with (examples / "truth.csv").open(encoding="utf-8") as file:
        truth = [row for row in csv.DictReader(file) if row["week"] == LAST]
    files = [str(path) for path in sorted(examples.glob(f"*_{LAST}.*"))]
    assert CliRunner().invoke(app, ["ingest", *files]).exit_code == 0
    first = run("--round", LAST, "--json").stdout
    sums: dict[str, int] = defaultdict(int)
    for row in truth:
        sums[row["code"]] += int(row["verified"])
    assert {row["commune_code"]: row["verified_count"] for row in json.loads(first)["rows"]} == sums
    assert CliRunner().invoke(app, ["rebuild"]).exit_code == 0
    assert run("--round", LAST, "--json").stdout == first
