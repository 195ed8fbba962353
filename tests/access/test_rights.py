"""The table of rights: what it says of paths, and that its patterns do not hide one another."""

import re

from dashboard.access.rights import PAGES, ROUTES, Open, is_page, may, pages_of, right_to
from dashboard.access.roles import AT_THIS_MACHINE, EVERYBODY, Role, Viewer


def example_of(route: str) -> str:
    """An address of a route: its parameters filled in."""
    return re.sub(r"\{[^}]*\}", "a", route)


def test_every_line_decides_for_its_own_addresses():
    found = {route: right_to(example_of(route)) for route in ROUTES}
    assert found == dict(ROUTES)


def test_pages_and_routes_share_no_address():
    assert all(is_page(f"/{page.path}") and right_to(f"/{page.path}") == page.right for page in PAGES)
    assert not is_page("/board/1")
    assert len({page.path for page in PAGES}) == len(PAGES)


def test_nobody_has_what_is_not_named_and_nobody_known_only_what_is_open():
    known = Viewer("a", "a", EVERYBODY)
    assert not may(known, None)
    assert not may(known, Open.TO_NOBODY)
    assert may(None, Open.TO_ANYBODY)
    assert not may(None, EVERYBODY)


def test_an_administrator_has_no_figures_by_that_alone():
    admin = Viewer("a", "a", frozenset({Role.ADMINISTRATOR}))
    assert not admin.sees_every_carrier
    assert not may(admin, right_to("/board/1"))
    assert may(admin, right_to("/_stcore/metrics"))
    assert {page.path for page in pages_of(AT_THIS_MACHINE)} >= {"tong-quan", "bao-cao"}
