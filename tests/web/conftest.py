"""Our routes without Streamlit, over a filled or an empty home of the test's own."""

from collections.abc import Iterator

import pytest
from starlette.applications import Starlette
from starlette.testclient import TestClient

from dashboard.web.routes import middleware, routes
from tests.web.homes import empty_live, filled_live, without_demo  # noqa: F401
from tests.web.near import near


@pytest.fixture
def client() -> Iterator[TestClient]:
    """Asks our routes and middleware, nothing of Streamlit's."""
    with near(Starlette(routes=routes(), middleware=middleware())) as asking:
        yield asking
