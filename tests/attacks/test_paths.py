"""File names and addresses that try to leave their folder, by every way in: nothing is written outside it."""

import re
from datetime import datetime
from pathlib import Path

import pytest
from starlette.applications import Starlette

from dashboard.access.rights import ROUTES
from dashboard.handover.line import call
from dashboard.intake.inbox.found import INBOX_NAME
from dashboard.intake.request import IntakeRequest
from dashboard.intake.take_in import take_in
from dashboard.intake.tokens import new_token
from dashboard.settings import LOCAL_ZONE
from dashboard.store.database import Store
from dashboard.store.decisions import decide
from dashboard.support.register.keeping import By
from dashboard.support.register.take_in import examine_file, keep_file_of
from dashboard.web.api import reports
from dashboard.web.api.allowance import Allowance
from dashboard.web.handover import open_handover
from dashboard.web.inbox_watch import QUIET_LOOKS, InboxWatch
from dashboard.web.live import FirstStart
from dashboard.web.routes import middleware, routes
from tests.conftest import EXAMPLES_DIR
from tests.web.homes import empty_live, without_demo  # noqa: F401
from tests.web.near import near
from tests.web.prepared import LAST

CONTENT = (EXAMPLES_DIR / "wintel_2026-11-11.csv").read_bytes()
TRICKS = (
    "../../evil.csv",
    "..\\..\\evil.csv",
    "/etc/cron.d/evil.csv",
    "C:\\Windows\\evil.csv",
    "\\\\may-chu\\chung\\evil.csv",
    "evil.csv\x00.png",
    "evil\n.csv",
    "nul.csv",
    "\u202evsc.evil",
    "%2e%2e%2fevil.csv",
    "x" * 300 + ".csv",
    "..",
    "",
)
A_FEW = (*TRICKS[:3], *TRICKS[5:7], TRICKS[10])  # by ways that end in the same code as the page
# Where files may lie below a home once one was taken in or refused; archive and contacts name by checksum.
PLACES = {
    "archive",
    "contacts",
    "journal.jsonl",
    "dashboard.duckdb",
    "dashboard.duckdb.wal",
    "layers",
    "done",
}
PLACES |= {"refused", "inbox", "running.json", "copies"}


def assert_nothing_outside(home: Path) -> None:
    """Only known places in the home, only checksums in the archive, and nothing beside the home."""
    assert {path.name for path in home.iterdir()} <= PLACES
    assert {path.name for path in home.parent.iterdir()} <= {"home", "given"}
    for part in ("archive", "contacts/files"):
        names = [path.name for path in (home / part).rglob("*") if path.is_file()]
        assert all(len(name) == 64 and set(name) <= set("0123456789abcdef") for name in names)


def refused_bytes(place: int) -> bytes:
    """Another file each time, so that none is a duplicate; no report, so that reading it costs little."""
    return f"không phải báo cáo {place}".encode()


def test_the_page_and_the_command(store: Store):
    for place, name in enumerate(TRICKS):
        request = IntakeRequest(name, refused_bytes(place), datetime.now(LOCAL_ZONE), "test", "page")
        assert not take_in(request, store).status.is_accepted
    assert_nothing_outside(store.home)


def test_a_good_report_with_a_bad_name(store: Store):
    request = IntakeRequest(TRICKS[0], CONTENT, datetime.now(LOCAL_ZONE), "test", "page", "wintel", LAST)
    assert take_in(request, store).status.is_accepted
    assert_nothing_outside(store.home)


def test_the_api(empty: Store, monkeypatch: pytest.MonkeyPatch):
    monkeypatch.setattr(reports, "ALLOWANCE", Allowance())
    token, draft = new_token("wintel", "test")
    decide(empty, draft)
    client = near(Starlette(routes=routes(), middleware=middleware()))
    headers = {"Authorization": f"Bearer {token}"}
    for place, name in enumerate(A_FEW):
        files = {"file": (name, refused_bytes(place), "text/csv")}
        answer = client.post("/api/v1/reports", headers=headers, files=files)
        assert answer.status_code in {400, 422}, (name, answer.text)
    assert_nothing_outside(empty.home)


def test_the_drop_folder(store: Store):
    inbox = store.home / INBOX_NAME
    inbox.mkdir()
    for place, name in enumerate(TRICKS):
        if "/" not in name and "\x00" not in name and len(name) < 200 and name not in ("..", ""):
            (inbox / name).write_bytes(refused_bytes(place))
    (inbox / "link.csv").symlink_to("/etc/passwd")
    watch = InboxWatch(store, FirstStart())
    for _ in range(QUIET_LOOKS + 1):
        watch.look()
    left = [path.name for path in inbox.iterdir() if not path.name.startswith(".")]  # unfinished, by its name
    assert left == []
    assert_nothing_outside(store.home)
    kept = [path for path in (store.home / "archive").rglob("*") if path.is_file()]
    assert not [path for path in kept if b"root:" in path.read_bytes()]


def test_a_command_s_line(store: Store):
    opened = open_handover(store)
    line = call(opened.note)
    asked = {
        "ask": "ingest",
        "received_at": "2026-11-11T09:00:00+07:00",
        "taken_in_by": "x",
        "way": "command",
    }
    line.tell({**asked, "carrier": None, "round": None, "dry_run": False})
    for place, name in enumerate(A_FEW):
        line.tell({"file": name})
        line.send(refused_bytes(place))
    line.tell({"end": True})
    assert [line.hear()["receipt"]["status"] for _ in A_FEW] == ["rejected"] * len(A_FEW)
    line.close()
    opened.stop()
    assert_nothing_outside(store.home)


def test_the_register_s_files(store: Store):
    for place, name in enumerate(A_FEW):
        examined = examine_file(store, name, refused_bytes(place))
        assert keep_file_of(store, examined, By("test", "")) == ()
    assert_nothing_outside(store.home)


def test_what_goes_out_again_is_named_without_a_path(empty: Store):
    client = near(Starlette(routes=routes(), middleware=middleware()))
    for place, name in enumerate(TRICKS[5:8]):
        request = IntakeRequest(name, refused_bytes(place), datetime.now(LOCAL_ZONE), "test", "page")
        number = take_in(request, empty).submission_id
        said = client.get(f"/receipts/{number}.xlsx").headers["content-disposition"]
        assert not set(said) & set("/\\\r\n\0"), said


OF_ANY_VERSION = {"/context/{version}.json"}  # answers the same whatever the version says


def test_addresses_that_climb_serve_nothing(empty: Store):
    """Every route of ours that has a part to fill in, filled in with a climb."""
    client = near(Starlette(routes=routes(), middleware=middleware()))
    climbs = [
        "../../../etc/passwd",
        "..%2f..%2f..%2fetc%2fpasswd",
        "%2e%2e/%2e%2e/journal.jsonl",
        "..%5c..%5cx",
    ]
    open_routes = [route for route in ROUTES if "{" in route and not route.startswith(("/_stcore", "/media"))]
    assert len(open_routes) > 8
    for route in open_routes:
        for climb in climbs:
            path = re.sub(r"\{[^}]+\}", climb, route)
            answer = client.get(path)
            assert answer.status_code in {400, 403, 404, 422} or route in OF_ANY_VERSION, path
            assert b"root:" not in answer.content
