"""Who may open which page and ask which route: one table, read by the gate and by the navigation.

A new page or route is one line here. What is not in it is refused (web/gate.py), and
tests/web/test_matrix.py fails until it is here and in the matrix there.
"""

import re
from collections.abc import Mapping
from dataclasses import dataclass
from enum import Enum
from functools import cache, lru_cache

from starlette.routing import compile_path

from dashboard.access.roles import EVERYBODY, OF_THE_DEPARTMENT, Role, Viewer

ADMINISTRATORS = frozenset({Role.ADMINISTRATOR})
CARRIERS = frozenset({Role.CARRIER})
COMMUNES = frozenset({Role.COMMUNE})
OFFICERS = frozenset({Role.OFFICER})


class Open(Enum):
    """Rights that are not of roles."""

    TO_ANYBODY = "anybody"  # also to who has not signed in
    TO_NOBODY = "nobody"  # not even at this machine


Right = frozenset[Role] | Open


@dataclass(frozen=True)
class Page:
    """A page: its file in pages/, its name and picture in the navigation, its address and who may open it."""

    file: str
    title: str
    icon: str
    path: str
    right: frozenset[Role]
    is_in_menu: bool = True


PAGES = (
    Page("overview.py", "Tổng quan", "dashboard", "tong-quan", OF_THE_DEPARTMENT),
    Page("map.py", "Bản đồ", "map", "ban-do", OF_THE_DEPARTMENT),
    Page("commune.py", "Xã, phường", "location_city", "xa-phuong", OF_THE_DEPARTMENT),
    Page("analysis.py", "Phân tích", "insights", "phan-tich", OF_THE_DEPARTMENT),
    Page("support.py", "Hỗ trợ", "volunteer_activism", "ho-tro", OF_THE_DEPARTMENT),
    Page("briefing.py", "Báo cáo giao ban", "draft", "giao-ban", OF_THE_DEPARTMENT),
    Page("reports.py", "Báo cáo", "upload_file", "bao-cao", OF_THE_DEPARTMENT),
    Page("meeting.py", "Chế độ họp", "co_present", "hop", OF_THE_DEPARTMENT, is_in_menu=False),
    Page("own_carrier.py", "Nhà mạng của tôi", "cell_tower", "nha-mang-cua-toi", CARRIERS),
    Page("own_commune.py", "Xã, phường của tôi", "location_city", "xa-cua-toi", COMMUNES),
    Page("accounts.py", "Tài khoản", "manage_accounts", "tai-khoan", ADMINISTRATORS),
    Page("upkeep.py", "Nhật ký và sao lưu", "history", "quan-tri", ADMINISTRATORS),
    Page("sessions.py", "Phiên đăng nhập", "devices", "phien-dang-nhap", EVERYBODY, is_in_menu=False),
)

# Path as its route is written -> who. Ours first, then Streamlit's, each from the particular to the general.
ROUTES: Mapping[str, Right] = {
    "/healthz": Open.TO_ANYBODY,
    "/metrics": Open.TO_ANYBODY,  # asks for a token, an administrator or this machine itself
    "/api/v1/reports": Open.TO_ANYBODY,  # asks for a token of its own
    "/api/v1/openapi.json": Open.TO_ANYBODY,
    "/assets/{version}/{name:path}": Open.TO_ANYBODY,  # code and names of places; no figure
    "/dang-nhap": Open.TO_ANYBODY,
    "/dang-nhap/tiep": Open.TO_ANYBODY,
    "/dang-xuat": Open.TO_ANYBODY,
    "/phien": Open.TO_ANYBODY,  # says only whether who asks has a session
    "/board/{version}": OF_THE_DEPARTMENT,
    "/context/{version}.json": OF_THE_DEPARTMENT,
    "/layers/{layer_id}.json": OF_THE_DEPARTMENT,
    "/series/{version}": OF_THE_DEPARTMENT,
    "/meetings/{key}.json": OF_THE_DEPARTMENT,
    "/meetings/{key}/decisions.xlsx": OF_THE_DEPARTMENT,
    "/support/marks.json": OF_THE_DEPARTMENT,
    "/views.json": OF_THE_DEPARTMENT,
    "/export/words": OF_THE_DEPARTMENT,
    "/export/map.{form}": OF_THE_DEPARTMENT,
    "/export/{table}.{kind}": OF_THE_DEPARTMENT,
    "/receipts/{submission_id}/correction.xlsx": OF_THE_DEPARTMENT | CARRIERS,  # a carrier: its own
    "/receipts/{submission_id}.{kind}": OF_THE_DEPARTMENT | CARRIERS,
    # Streamlit's.
    "/auth/login": Open.TO_ANYBODY,
    "/auth/logout": Open.TO_ANYBODY,
    "/oauth2callback": Open.TO_ANYBODY,
    "/_stcore/health": Open.TO_ANYBODY,
    "/_stcore/metrics": ADMINISTRATORS,
    "/_stcore/host-config": EVERYBODY,
    "/_stcore/stream": EVERYBODY,
    "/_stcore/upload_file/{session_id}/{file_id}": OF_THE_DEPARTMENT | CARRIERS,
    "/_stcore/bidi-components/{path:path}": EVERYBODY,
    "/_stcore/agent/{path:path}": Open.TO_NOBODY,
    "/_stcore/script-health-check": Open.TO_NOBODY,
    "/_stcore/{path:path}": Open.TO_NOBODY,
    "/media/{file_id:path}": EVERYBODY,  # only to the session that was told of it (web/given_files.py)
    "/component/{path:path}": EVERYBODY,
    "/app/static/{path:path}": Open.TO_NOBODY,  # switched off: nothing lies there
    "/static/{path:path}": EVERYBODY,
    "/favicon.png": Open.TO_ANYBODY,
    "/manifest.json": Open.TO_ANYBODY,
    "/": EVERYBODY,  # everybody's first page
}


def right_to(path: str) -> Right | None:
    """Who may ask for a path; None for one that is neither a page nor a route."""
    page = pages_by_path().get(path)
    if page is not None:
        return page.right
    return next((right for pattern, right in _patterns() if pattern.match(path)), None)


def route_of(path: str) -> str | None:
    """A path as its page or route is written in the tables; None for one that is in neither."""
    if path in pages_by_path():
        return path
    return next(
        (route for route, (pattern, _) in zip(ROUTES, _patterns(), strict=True) if pattern.match(path)), None
    )


def is_page(path: str) -> bool:
    """Whether people read what answers here."""
    return path == "/" or path in pages_by_path()


def may(viewer: Viewer | None, right: Right | None) -> bool:
    """Whether somebody (None: nobody known) has a right; nobody has what is not in the table."""
    if right is None or isinstance(right, Open):
        return right is Open.TO_ANYBODY
    return viewer is not None and viewer.is_any_of(right)


@cache
def pages_by_path() -> Mapping[str, Page]:
    """Address -> page."""
    return {f"/{page.path}": page for page in PAGES}


def pages_of(viewer: Viewer) -> tuple[Page, ...]:
    """The pages that somebody may open; the first is the one that opens at "/"."""
    return tuple(page for page in PAGES if may(viewer, page.right))


@lru_cache(maxsize=256)
def first_path(viewer: Viewer) -> str:
    """The address of somebody's first page, which opens at "/"; "" for who has none."""
    pages = pages_of(viewer)
    return f"/{pages[0].path}" if pages else ""


@cache
def _patterns() -> tuple[tuple[re.Pattern[str], Right], ...]:
    return tuple((compile_path(path)[0], right) for path, right in ROUTES.items())
