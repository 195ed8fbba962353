"""The log: what a line says, that it turns over, and that neither a secret nor a figure ever is in it."""

import json
import logging
import re
from collections.abc import Iterator
from datetime import date, datetime
from pathlib import Path

import pytest
from starlette.applications import Starlette

from dashboard.access.roles import Role
from dashboard.intake.tokens import new_token
from dashboard.paths import PROJECT_DIR
from dashboard.settings import LOCAL_ZONE
from dashboard.store.database import Store
from dashboard.store.decisions import decide
from dashboard.web.logs import LOG_NAME, LOGS_FOLDER, DailyFile, begin_logging, end_logging, formatter
from dashboard.web.routes import middleware, routes
from tests.web.near import near
from tests.web.prepared import LAST, report
from tests.web.shared import SIGN_IN, make_accounts, shared_settings, signed_in_as  # noqa: F401


@pytest.fixture
def log(home: Path) -> Iterator[Path]:
    handler = begin_logging(home)
    yield home / LOGS_FOLDER / LOG_NAME
    end_logging(handler)


def lines(log: Path) -> list[dict[str, object]]:
    return [json.loads(line) for line in log.read_text(encoding="utf-8").splitlines()]


def test_a_request_tells_its_number_route_and_person(empty: Store, shared: None, log: Path):
    make_accounts(empty)
    client = near(Starlette(routes=routes(), middleware=middleware()))
    client.cookies = signed_in_as(empty, Role.OFFICER)
    answer = client.get("/export/communes.csv?tuan=2026-11-11&q=ten-ai-do")
    line = lines(log)[-1]
    assert line["request"] == answer.headers["x-request-id"]
    assert (line["route"], line["person"]) == ("/export/{table}.{kind}", "chuyen-vien")
    assert (line["code"], line["event"], line["level"]) == (404, "request", "info")
    assert "ten-ai-do" not in log.read_text(encoding="utf-8")


def test_a_file_tells_its_round_and_carrier(empty: Store, log: Path):
    report(empty, "viettel_2026-11-11.xlsx", LAST)
    line = next(line for line in lines(log) if line.get("act") == "taken_in")
    assert (line["file"], line["carrier"], line["round"]) == (
        "viettel_2026-11-11.xlsx",
        "viettel",
        "2026-11-11",
    )
    assert line["person"] == "test"


def test_no_secret_and_no_figure_is_in_it(empty: Store, shared: None, log: Path):
    """Everything that knows a secret or a figure is made to act, and to fail with it in the message."""
    make_accounts(empty)
    client = near(Starlette(routes=routes(), middleware=middleware()))
    client.cookies = signed_in_as(empty, Role.OFFICER)
    report(empty, "viettel_2026-11-11.xlsx", LAST)
    token, draft = new_token("viettel", "Lan")
    decide(empty, draft)
    client.post("/api/v1/reports", headers={"authorization": f"Bearer {token}"}, content=b"x")
    figures = client.get("/export/communes.csv?tuan=2026-11-11").text
    counts = set(re.findall(r"\b\d{5,}\b", figures)) - set(re.findall(r"\b1[4-6]\d{3}\b", figures))
    try:
        raise ValueError(f"{token} {max(counts)}")
    except ValueError:
        logging.getLogger("dashboard.web").exception("failed with %s", max(counts))
    text = log.read_text(encoding="utf-8")
    assert '"error": ["ValueError"]' in text
    assert "test_logs.py" in text
    assert len(counts) > 50
    assert not [count for count in counts if re.search(rf"\b{count}\b", re.sub(r"[0-9a-f]{12,}", "", text))]
    secrets = (token, token.split("_")[-1], client.cookies["phien"], SIGN_IN["DASHBOARD_OIDC_CLIENT_SECRET"])
    assert not [secret for secret in secrets if secret in text]


def test_messages_are_never_put_together_before_they_are_logged():
    """A message that is written as it stands in the code must not have been filled in there already."""
    filled_in = re.compile(r"\blogger\.\w+\(\s*(f[\"']|[^\"')]*%\s|.*\.format\()")
    sources = (PROJECT_DIR / "src" / "dashboard").rglob("*.py")
    assert not [path for path in sources if filled_in.search(path.read_text(encoding="utf-8"))]


def test_it_turns_over_by_day_and_by_size(tmp_path: Path, monkeypatch: pytest.MonkeyPatch):
    monkeypatch.setattr("dashboard.web.logs.MOST_BYTES", 2000)
    monkeypatch.setattr("dashboard.web.logs.KEPT_FILES", 3)
    handler = DailyFile(tmp_path / LOG_NAME)
    handler.setFormatter(formatter())
    for day in (date(2026, 11, 17), date(2026, 11, 18)):
        handler.emit(record_of(day))
    assert len(list(tmp_path.iterdir())) == 2
    for _ in range(200):
        handler.emit(record_of(date(2026, 11, 18)))
    handler.close()
    assert len(list(tmp_path.iterdir())) == 4
    assert all(path.stat().st_size <= 2000 for path in tmp_path.iterdir())


def record_of(day: date) -> logging.LogRecord:
    record = logging.LogRecord("dashboard", logging.INFO, "x.py", 1, "done", (), None)
    record.created = datetime(day.year, day.month, day.day, 12, tzinfo=LOCAL_ZONE).timestamp()
    return record
