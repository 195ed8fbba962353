"""python -m dashboard warnings: what other programs read, and what people do."""

import json
from contextlib import closing
from datetime import date, datetime
from pathlib import Path
from typing import Any

import pytest
from typer.testing import CliRunner, Result

from dashboard.cli.app import app
from dashboard.intake.acceptance import accept, warnings_filed
from dashboard.reference.round_decisions import By, open_ad_hoc_round
from dashboard.settings import LOCAL_ZONE
from dashboard.store.database import open_store
from tests.web.prepared import LAST, LEFT_OUT_BY_MOBIFONE, report


def run(*arguments: str) -> Result:
    return CliRunner().invoke(app, ["warnings", *arguments])


def answer(*arguments: str) -> dict[str, Any]:
    result = run("--json", *arguments)
    assert result.exit_code == 0
    return json.loads(result.stdout)


@pytest.fixture
def warned(home: Path) -> None:
    """A file without three communes, and one whose warning somebody accepted."""
    store = open_store(home)
    report(store, LEFT_OUT_BY_MOBIFONE, LAST)
    report(store, "vietnamobile_2026-11-11.xlsx", LAST, is_simulated=False)
    with store.reader() as cursor:
        vietnamobile = [w for w in warnings_filed(cursor) if w.carrier_code == "vietnamobile"]
    accept(store, vietnamobile, "Lê Thị Ước", "[đã gọi] điện hỏi")
    store.close()


@pytest.mark.usefixtures("warned")
def test_json_tells_of_each_warning_whether_it_was_accepted():
    found = answer("--round", "2026-11-10")
    assert (found["round"], found["open_count"], found["accepted_count"]) == ("2026-11-11", 1, 1)
    waiting, accepted = found["warnings"]
    assert waiting["accepted"] is None
    assert (waiting["rule"], waiting["carrier"], waiting["accepted"]) == (
        "missing_communes",
        "mobifone",
        None,
    )
    assert (accepted["rule"], accepted["is_simulated"]) == ("missing_old_communes", False)
    assert accepted["accepted"].keys() == {"by", "at", "reason", "carried_from"}
    assert accepted["accepted"]["reason"] == "[đã gọi] điện hỏi"


@pytest.mark.usefixtures("warned")
def test_people_read_counts_and_reasons_as_they_were_written():
    said = " ".join(run().stdout.split())
    assert "1 cảnh báo chưa xem xét, 1 đã chấp nhận." in said
    assert "[đã gọi]" in said
    assert "SỐ LIỆU MÔ PHỎNG" in said


def test_a_round_without_files_has_none():
    found = answer("--round", date(2026, 10, 7).isoformat())
    assert (found["open_count"], found["warnings"]) == (0, [])


def test_the_day_of_an_ad_hoc_round_names_it(home: Path):
    with closing(open_store(home)) as store:
        open_ad_hoc_round(
            store, datetime(2026, 11, 13, 15, tzinfo=LOCAL_ZONE), ("viettel",), By("A", "họp đột xuất")
        )
    assert answer("--round", "2026-11-13")["round"] == "2026-11-13"
    assert answer("--round", "2026-11-12")["round"] == "2026-11-18"
