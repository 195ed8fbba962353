"""The agenda by its address: all of a meeting in one answer."""

from datetime import datetime

from starlette.testclient import TestClient

from dashboard.measures.selection import Selection
from dashboard.meeting.records import Opening, open_meeting
from dashboard.settings import LOCAL_ZONE
from dashboard.store.database import Store
from dashboard.web.meetings import facts_now, facts_then, meeting_path, mounted
from dashboard.web.state import data_state
from tests.web.prepared import LAST, report

NOW = datetime(2026, 11, 11, 14, tzinfo=LOCAL_ZONE)
MOST_BYTES = 100_000  # packed: one answer instead of a call for every page


def test_one_answer_holds_every_page_and_map(client: TestClient, filled: Store):
    meeting = open_meeting(filled, Opening(Selection(LAST), "Lan", NOW))
    answer = client.get(meeting_path(meeting))
    told = answer.json()
    assert answer.headers["cache-control"] == "no-store"
    assert int(answer.headers["content-length"]) < MOST_BYTES
    assert told["key"] == meeting.key
    codes = data_state(filled).layer.codes
    assert all(
        len(sheet["values"]) == len(codes) for layer in told["layers"].values() for sheet in layer["sheets"]
    )
    assert {step["focus"] for step in told["steps"] if step["focus"]} < set(told["communes"])


def test_a_meeting_that_nobody_opened_is_not_found(client: TestClient, filled: Store):
    assert client.get("/meetings/20261111-140000-abc.json").status_code == 404


def test_what_was_decided_is_a_workbook(client: TestClient, filled: Store):
    meeting = open_meeting(filled, Opening(Selection(LAST), "Lan", NOW))
    answer = client.get(mounted(filled, meeting)["minutes"])
    assert answer.content.startswith(b"PK")
    assert 'filename="quyet-dinh_2026-11-11.xlsx"' in answer.headers["content-disposition"]
    assert client.get("/meetings/nobody/decisions.xlsx").status_code == 404


def test_then_stands_and_now_follows_what_comes_in(filled: Store):
    meeting = open_meeting(filled, Opening(Selection(LAST), "Lan", NOW))
    then = facts_then(filled, meeting)
    assert facts_now(filled, meeting).data_version == then.data_version
    report(filled, "wintel_2026-11-11.csv", LAST, hour=15)
    assert facts_now(filled, meeting).data_version != then.data_version
    assert facts_then(filled, meeting) is then
    assert set(mounted(filled, meeting)) == {"agenda", "context", "minutes"}
