"""Requests that fail or go nowhere are counted like others; nobody can make up labels."""

import pytest
from starlette.applications import Starlette
from starlette.requests import Request
from starlette.responses import Response
from starlette.routing import Route

from dashboard.access.rights import PAGES, ROUTES, route_of
from dashboard.store.metering import REGISTRY
from dashboard.web.observed import OTHER, Observed
from tests.web.near import near


def count(route: str, code: str, method: str = "GET") -> float:
    labels = {"route": route, "method": method, "code": code}
    return REGISTRY.get_sample_value("dashboard_requests_total", labels) or 0


def fails(_request: Request) -> Response:
    raise RuntimeError


def test_a_failure_is_counted_and_an_unknown_address_is_one_label():
    client = near(Observed(Starlette(routes=[Route("/healthz", fails)])))
    failed, unknown = count("/healthz", "500"), count(OTHER, "404", OTHER)
    with pytest.raises(RuntimeError):
        client.get("/healthz")
    client.request("MADEUP", "/a/b")
    assert count("/healthz", "500") == failed + 1
    assert count(OTHER, "404", OTHER) == unknown + 1


def test_the_label_of_a_path_is_its_line_in_the_table():
    assert route_of("/receipts/00000001.json") == "/receipts/{submission_id}.{kind}"
    assert route_of(f"/{PAGES[0].path}") == f"/{PAGES[0].path}"
    assert route_of("/nobody") is None
    assert all(route_of(route) == route for route in ROUTES if "{" not in route)
