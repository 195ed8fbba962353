"""GET /healthz: up, how old, and nothing that is anybody's business."""

from datetime import datetime

from starlette.testclient import TestClient

from dashboard.store.database import Store
from dashboard.upkeep.backup import make_backup
from dashboard.upkeep.daily import backup_folder
from dashboard.web.live import live

FIELDS = {"status", "version", "up_since", "last_received_at", "data_age_seconds", "last_backup_at"}


def test_it_says_what_is_up_and_how_old_the_data_is(filled: Store, client: TestClient):
    answered = client.get("/healthz")
    told = answered.json()
    assert (answered.status_code, told["status"], set(told)) == (200, "ok", FIELDS)
    received = datetime.fromisoformat(told["last_received_at"])
    assert told["data_age_seconds"] - (datetime.now(received.tzinfo) - received).total_seconds() < 5
    assert told["last_backup_at"] is None
    assert answered.headers["cache-control"] == "no-store"
    make_backup(filled, backup_folder(filled.home))
    assert client.get("/healthz").json()["last_backup_at"] is not None


def test_without_figures_there_is_no_age(empty: Store, client: TestClient):
    assert client.get("/healthz").json()["data_age_seconds"] is None


def test_a_database_that_does_not_answer_is_down(filled: Store, client: TestClient):
    live().store.close()
    assert client.get("/healthz").status_code == 503
