"""Where a request comes from, as the journal will have it."""

import asyncio
from concurrent.futures import ThreadPoolExecutor

from starlette.types import Scope

from dashboard.store.origin import Origin, origin_now
from dashboard.web.came_from import CameFrom, origin_of
from tests.web.shared import shared_settings  # noqa: F401


def scope_of(path: str) -> Scope:
    return {"type": "http", "path": path, "client": ("10.0.0.7", 5000), "method": "GET"}


def test_the_address_is_kept_where_several_share_the_app(shared: None):
    assert origin_of(scope_of("/api/v1/reports")) == Origin("api", "10.0.0.7")
    assert origin_of(scope_of("/dang-xuat")) == Origin("page", "10.0.0.7")


def test_at_one_machine_there_is_no_address():
    assert origin_of(scope_of("/dang-xuat")) == Origin("page")


def test_what_is_done_meanwhile_comes_from_there():

    seen = []

    async def app(*_: object) -> None:
        seen.append(origin_now())

    async def nothing(*_: object) -> None:
        return None

    # In a thread of its own: tests with a browser leave a loop running in this one.
    with ThreadPoolExecutor(1) as apart:
        apart.submit(
            lambda: asyncio.run(CameFrom(app)(scope_of("/api/v1/reports"), nothing, nothing))
        ).result()
    assert (seen, origin_now()) == ([Origin("api")], None)
