"""python -m dashboard restatements: what was published first and what is known now."""

import json
from pathlib import Path
from typing import Any

import pytest
from click.testing import Result
from typer.testing import CliRunner

from dashboard.cli.app import app

FIRST_AT, LATER_AT = "2026-11-11T09:00", "2026-11-20T08:00"


def run(*words: object) -> Result:
    result = CliRunner().invoke(app, [*map(str, words)])
    assert result.exit_code == 0, result.output
    return result


def figures(as_of: str) -> dict[str, Any]:
    told = run(
        "figures",
        "--round",
        "2026-11-11",
        "--by",
        "carrier",
        "--carrier",
        "mobifone",
        "--as-of",
        as_of,
        "--json",
    )
    return dict(json.loads(told.stdout)["rows"][0])


@pytest.fixture
def restated(examples: Path) -> dict[str, Any]:
    """MobiFone's file of 11/11 with three communes left out, then nine days later the whole of it."""
    left_out = examples / "bad" / "missing_communes.xlsx"
    given = ("--carrier", "mobifone", "--round", "2026-11-11")
    run("ingest", left_out, *given, "--received-at", FIRST_AT)
    run("ingest", examples / "mobifone_2026-11-11.xlsx", "--received-at", LATER_AT)
    [found] = json.loads(run("restatements", "--json").stdout)["restatements"]
    return dict(found)


def test_first_and_now_are_what_figures_tell_as_of_those_moments(restated: dict[str, Any]):
    for name, as_of in (("first", FIRST_AT), ("first", "2026-11-11T10:00"), ("now", LATER_AT)):
        row = figures(as_of)
        assert restated[name]["totals"] == {count: row[count] for count in restated[name]["totals"]}
    assert restated["difference"] == {
        count: now - restated["first"]["totals"][count] for count, now in restated["now"]["totals"].items()
    }


def test_it_says_whose_when_which_way_and_that_nobody_said_why(restated: dict[str, Any]):
    assert (restated["round"], restated["carrier"], restated["files"]) == ("2026-11-11", "mobifone", 2)
    assert (restated["first"]["communes"], restated["now"]["communes"]) == (163, 166)
    assert restated["now"]["received_at"] == "2026-11-20T08:00:00+07:00"
    assert (restated["way"], restated["reason"], restated["is_after_closing"]) == ("command", None, True)


def test_people_read_it_and_other_rounds_have_none(restated: dict[str, Any]):
    told = run("restatements").stdout
    assert "MobiFone, kỳ 11/11/2026" in told
    assert "không nêu lý do" in told
    assert "Chưa có số liệu nào bị đính chính" in run("restatements", "--round", "2026-11-04").stdout
