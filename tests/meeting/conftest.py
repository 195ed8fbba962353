"""Three rounds of reports; in the last one wintel is missing and mobifone left three communes out."""

from collections.abc import Iterator
from dataclasses import replace
from datetime import datetime

import pytest

from dashboard.measures.selection import Selection
from dashboard.meeting.acts import Desk
from dashboard.meeting.agenda import agenda, facts_of
from dashboard.meeting.records import Meeting, Opening, open_meeting
from dashboard.reference.communes import communes
from dashboard.settings import LOCAL_ZONE
from dashboard.store.database import Store, open_store
from tests.web.homes import filled_by_itself  # noqa: F401
from tests.web.prepared import LAST, copy_of_filled

CODES = tuple(commune.code for commune in communes())
AT_LAST = datetime(2026, 11, 11, 14, tzinfo=LOCAL_ZONE)


def opened(store: Store, selection: Selection, now: datetime) -> Meeting:
    return open_meeting(store, Opening(selection, "Lan", now))


def desk_at(store: Store, meeting: Meeting) -> Desk:
    with store.reader() as cursor:
        facts = facts_of(cursor, meeting)
    return Desk(store, meeting, facts, agenda(facts, meeting, CODES))


@pytest.fixture(scope="session")
def standing(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Desk]:
    """A meeting opened on the last round, to be read, never decided at."""
    store = open_store(copy_of_filled(tmp_path_factory, tmp_path_factory.mktemp("standing") / "home"))
    yield desk_at(store, opened(store, Selection(LAST), AT_LAST))
    store.close()


@pytest.fixture
def desk(standing: Desk, store: Store) -> Desk:
    """The same, where people decide: a database of the test's own keeps it."""
    return replace(standing, store=store)


@pytest.fixture
def live_desk(filled: Store) -> Desk:
    """The same, where reports may come in too."""
    return desk_at(filled, opened(filled, Selection(LAST), AT_LAST))
