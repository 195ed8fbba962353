"""GET /metrics: what it counts, that no figure is in it, and who may read it."""

import re

import pytest
from prometheus_client.parser import text_string_to_metric_families
from starlette.applications import Starlette
from starlette.testclient import TestClient

from dashboard.access.roles import Role
from dashboard.settings import settings
from dashboard.store.database import Store
from dashboard.upkeep.backup import make_backup
from dashboard.upkeep.daily import backup_folder
from dashboard.upkeep.manifest import held_by
from dashboard.web.routes import middleware, routes
from tests.web.near import near
from tests.web.shared import make_accounts, shared_settings, signed_in_as  # noqa: F401


def whole() -> Starlette:
    return Starlette(routes=routes(), middleware=middleware())


def samples(client: TestClient) -> dict[str, float]:
    answer = client.get("/metrics")
    assert answer.status_code == 200
    families = text_string_to_metric_families(answer.text)
    return {
        it.name + "".join(f" {value}" for value in it.labels.values()): it.value
        for family in families
        for it in family.samples
    }


def test_requests_files_ages_and_disk_are_told_and_no_figure(filled: Store):
    client = near(whole())
    make_backup(filled, backup_folder(filled.home))
    before = samples(client).get("dashboard_requests_total 200 GET /healthz", 0)
    client.get("/healthz")
    client.get("/nobody/knows/this")
    told = samples(client)
    assert told["dashboard_requests_total 200 GET /healthz"] == before + 1
    assert sum(value for name, value in told.items() if name.startswith("dashboard_files ")) == 10
    assert told["dashboard_backup_age_seconds"] < 60 < told["dashboard_data_age_seconds"]
    assert 0 < told["dashboard_disk_free_bytes"] <= told["dashboard_disk_bytes"]
    text = client.get("/metrics").text
    assert "nobody/knows" not in text
    held = held_by(filled.reader())
    for figure in (held.total_count, held.verified_count, held.figures_count):
        assert not re.search(rf"\b{figure}(\.0)?\b", text)


def test_another_machine_needs_the_token_or_an_administrator(
    empty: Store, shared: None, monkeypatch: pytest.MonkeyPatch
):
    make_accounts(empty)
    far = TestClient(whole(), base_url="http://10.0.0.1", client=("10.0.0.7", 50000))
    assert far.get("/metrics").status_code == 403
    assert far.get("/metrics", headers={"authorization": "Bearer "}).status_code == 403
    monkeypatch.setenv("DASHBOARD_METRICS_TOKEN", "so-do")
    settings.cache_clear()
    assert far.get("/metrics", headers={"authorization": "Bearer khac"}).status_code == 403
    assert far.get("/metrics", headers={"authorization": "Bearer so-do"}).status_code == 200
    for role, code in ((Role.OFFICER, 403), (Role.ADMINISTRATOR, 200)):
        far.cookies = signed_in_as(empty, role)
        assert far.get("/metrics").status_code == code


def test_through_a_proxy_nobody_is_at_this_machine(empty: Store, shared: None):
    client = near(whole())
    assert client.get("/metrics").status_code == 200
    assert client.get("/metrics", headers={"x-forwarded-for": "10.0.0.7"}).status_code == 403
