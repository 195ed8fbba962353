"""python -m dashboard rounds: what programs read, what people read, what can be decided."""

import json
from typing import Any

import pytest
from click.testing import Result
from typer.testing import CliRunner

from dashboard.cli.app import app
from dashboard.store.database import open_store
from tests.web.prepared import LAST, copy_of_filled

REASON = ("--reason", "phục vụ họp Tổ công tác")


def run(*words: str) -> Result:
    return CliRunner().invoke(app, ["rounds", *words])


def listed(*words: str) -> dict[str, dict[str, Any]]:
    result = run(*words, "--json")
    assert result.exit_code == 0, result.output
    return {row["round"]: row for row in json.loads(result.stdout)["rounds"]}


@pytest.fixture
def filled(tmp_path_factory: pytest.TempPathFactory, home: Any) -> None:
    copy_of_filled(tmp_path_factory, home)


@pytest.mark.usefixtures("filled")
def test_rounds_say_who_is_missing_and_how_complete_the_others_are():
    found = listed()["2026-11-11"]
    assert (found["kind"], found["state"], found["due_at"]) == (
        "weekly",
        "closed",
        "2026-11-11T10:00:00+07:00",
    )
    assert found["missing"] == ["wintel"]
    assert found["expected"] == ["viettel", "vinaphone", "mobifone", "vietnamobile", "wintel"]
    carriers = {row["carrier"]: row for row in found["carriers"]}
    assert (carriers["mobifone"]["communes"], carriers["mobifone"]["communes_known"]) == (163, 166)
    assert 0 < carriers["mobifone"]["covered_pct"] < 100
    assert (carriers["wintel"]["punctuality"], carriers["wintel"]["communes"]) == ("missing", 0)
    assert carriers["wintel"]["late_minutes"] > 0
    words = run().stdout
    assert "Kỳ 11/11/2026: đã chốt, hạn 10:00 ngày 11/11/2026; đã báo cáo 4/5" in words
    assert "còn thiếu: Wintel" in words
    assert "MobiFone: 163/166 xã, phường" in words


def test_an_ad_hoc_round_is_opened_moved_and_closed():
    opened = run("open", "2026-11-13T15:00", *REASON, "--carrier", "viettel", "--carrier", "wintel")
    assert "Đã mở kỳ đột xuất 13/11/2026, hạn gửi trước 15:00 ngày 13/11/2026." in opened.stdout
    assert run("due", "2026-11-13", "2026-11-13T16:30", "--reason", "xin lùi").exit_code == 0
    assert run("close", "2026-11-13", "--at", "2026-11-14T08:00", *REASON).exit_code == 0
    found = listed()["2026-11-13"]
    assert (found["kind"], found["expected"]) == ("ad_hoc", ["viettel", "wintel"])
    assert (found["due_at"], found["closes_at"]) == ("2026-11-13T16:30:00+07:00", "2026-11-14T08:00:00+07:00")
    assert (found["reason"], found["due_note"]) == (REASON[1], "đổi hạn: xin lùi")


@pytest.mark.parametrize(
    ("words", "said"),
    [
        (["open", "2026-11-11T15:00", *REASON], "kỳ hàng tuần"),
        (["open", "2026-11-13T15:00", *REASON, "--carrier", "nobody"], "nobody"),
        (["close", "2026-11-12", *REASON], "18/11/2026"),
        (["due", "2026-11-11", "2026-11-11T15:00", "--reason", " "], "lý do"),
    ],
)
def test_wrong_use_ends_with_2_and_says_why(words: list[str], said: str, home: Any):
    result = run(*words)
    assert result.exit_code == 2
    assert said in result.stderr.replace("\n", " ")
    store = open_store(home)
    store.close()
    assert not (home / "journal.jsonl").exists()


def test_the_round_under_way_is_listed_before_the_first_report():
    assert len(listed()) == 1
    assert LAST.isoformat() not in listed()
