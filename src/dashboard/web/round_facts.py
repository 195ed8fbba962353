"""The facts of a round's board, read anew only after something came in, was refused or was decided."""

from datetime import date
from functools import lru_cache

from dashboard.intake.journal import read_entries
from dashboard.measures.round_board import RoundFacts
from dashboard.measures.round_facts import read_facts
from dashboard.store.database import Store
from dashboard.store.journal import JOURNAL_NAME


def facts_of(store: Store, round_on: date) -> RoundFacts:
    """The facts as they are now. A refused file is in the journal only, so its length tells of one."""
    journal = store.home / JOURNAL_NAME
    return _facts(store, round_on, store.commits.count, journal.stat().st_size if journal.exists() else 0)


@lru_cache(maxsize=16)
def _facts(store: Store, round_on: date, _commits_count: int, _journal_bytes: int) -> RoundFacts:
    with store.reader() as cursor:
        return read_facts(cursor, round_on, read_entries(store.home))
