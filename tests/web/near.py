"""Asking as a browser on the same machine does; anybody further away is refused until there is a sign-in."""

from starlette.testclient import TestClient
from starlette.types import ASGIApp


def near(app: ASGIApp) -> TestClient:
    """A client on this machine that calls the app by an address of this machine."""
    return TestClient(app, base_url="http://127.0.0.1", client=("127.0.0.1", 50000))
