"""Views with a name: a page with its filters, kept for everybody of the Department.

Decisions of the subject `saved_view`, keyed by the name without accents, so that "Vùng cao" is there once. A
view that opens on the newest round is kept without one. Addresses are taken apart and put together again from
the parts that are known: a saved view can lead to no other place than these pages.
"""

from dataclasses import dataclass
from datetime import datetime
from urllib.parse import parse_qsl, urlencode

import duckdb

from dashboard.reference.names import fold
from dashboard.store.database import Store
from dashboard.store.decisions import Draft, OutdatedDecisionError, decide, decide_upon, decisions_in_force

SUBJECT = "saved_view"
LONGEST_NAME, LONGEST_VALUE = 60, 200  # characters
PAGES = ("tong-quan", "ban-do", "xa-phuong", "phan-tich")  # those with the filter bar
ROUND = "tuan"
PARTS = (ROUND, "nha-mang", "loai", "so-lieu", "chi-so", "xa", "tab", "so-sanh")


@dataclass(frozen=True)
class SavedView:
    """A page by its path and an address's query; `saved_at` is aware."""

    key: str
    name: str
    page: str
    query: str
    saved_by: str
    saved_at: datetime

    @property
    def is_of_newest_round(self) -> bool:
        """Whether it names no round of its own."""
        return ROUND not in dict(parse_qsl(self.query))


def saved_views(cursor: duckdb.DuckDBPyConnection) -> tuple[SavedView, ...]:
    """The views that stand now, by name."""
    found = []
    for key, decision in decisions_in_force(cursor, SUBJECT).items():
        said = {name: str(value) for name, value in (decision.content or {}).items()}
        found.append(
            SavedView(
                key, said["name"], said["page"], said["query"], decision.decided_by, decision.decided_at
            )
        )
    return tuple(sorted(found, key=lambda it: it.key))


def save_view(store: Store, name: str, address: tuple[str, str], saved_by: str) -> bool:
    """Keep a page (path without a slash, query) under a name; False where that is taken, or no such page is.

    A name that stands is never overwritten: its view has to be taken back first.
    """
    words = " ".join(name.split())[:LONGEST_NAME]
    page, query = address
    if not fold(words) or page not in PAGES:
        return False
    content = {"name": words, "page": page, "query": known_parts(query)}
    try:
        decide_upon(store, Draft(SUBJECT, fold(words), content, saved_by, words), None)
    except OutdatedDecisionError as error:
        if error.standing is None or not error.standing.is_withdrawal:
            return False
        decide_upon(store, Draft(SUBJECT, fold(words), content, saved_by, words), error.standing)
    return True


def known_parts(query: str) -> str:
    """An address's query with the parts that our pages know, and nothing else."""
    parts = [(part, value[:LONGEST_VALUE]) for part, value in parse_qsl(query) if part in PARTS]
    return urlencode(parts, safe=",")


def withdraw_view(store: Store, key: str, withdrawn_by: str) -> None:
    """Take a view back; nothing happens where there is none of that key."""
    with store.reader() as cursor:
        standing = {view.key: view for view in saved_views(cursor)}
    if key in standing:
        decide(store, Draft(SUBJECT, key, None, withdrawn_by, standing[key].name))
