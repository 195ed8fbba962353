"""The state of the data that an answer is made of: as long as it stands, answers stand too."""

import threading
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date, datetime
from functools import lru_cache

import numpy as np

from dashboard.boundaries import Layer, layer_in_force
from dashboard.measures import data_version, is_simulated, rounds
from dashboard.measures.cube import Cube, read_history
from dashboard.measures.punctuality import ByRound, received_in_rounds
from dashboard.measures.selection import Selection, read_selection
from dashboard.reference.round_calendar import RoundCalendar, read_calendar
from dashboard.settings import LOCAL_ZONE
from dashboard.store.database import Store

_reading_history = threading.Lock()


@dataclass(frozen=True)
class DataState:
    """What every answer needs to know; `version` changes with every submission and layer stored.

    `commits_count` is the store's when the state was read: with it what follows from the state is kept too.
    """

    version: str
    rounds: tuple[date, ...]
    layer: Layer
    is_simulated: bool
    commits_count: int


def data_state(store: Store) -> DataState:
    """The state now; read anew only after something was committed."""
    return _state(store, store.commits.count)


@lru_cache(maxsize=8)
def _state(store: Store, commits_count: int) -> DataState:
    layer = layer_in_force(store)  # may publish the schematic layer, so it comes before the version
    cursor = store.reader()
    try:
        version = data_version(cursor)
        return DataState(version, rounds(cursor), layer, is_simulated(cursor), commits_count)
    finally:
        cursor.close()


def round_cube(store: Store, state: DataState, round_on: date) -> Cube:
    """The figures of a round, with those before it that it looks back to, to be summed by any filter.

    A year of the province takes 2 MB, so all of it is read at once. `round_on` is one of the state's rounds.
    """
    whole = _history(store, state.commits_count, state.rounds[-1])
    shown = whole.rounds.index(round_on)
    first = _looks_back_to(whole, shown)
    return whole.at_rounds(slice(first, shown + 1), shown - first)


def history_cube(store: Store, state: DataState, round_on: date) -> Cube:
    """The figures of a round and of all before it, with which it is one of the whole rounds only."""
    whole = _history(store, state.commits_count, state.rounds[-1])
    shown = whole.rounds.index(round_on)
    return whole.at_rounds(slice(shown + 1), shown)


def _looks_back_to(whole: Cube, shown: int) -> int:
    """Position of the earliest round that a round's figures depend on.

    Behind a carrier's file that covers every commune nothing older is its last known figure, and the change
    needs the round before in which anybody reported.
    """
    covers = whole.is_reported[: shown + 1].all(axis=1)
    latest = np.where(covers, np.arange(shown + 1)[:, np.newaxis], 0).max(axis=0)
    return int(min(latest.min(), whole.positions_before()[shown]))


def round_calendar(store: Store) -> RoundCalendar:
    """The rounds as they are decided now; read anew only after something was committed."""
    return _calendar(store, store.commits.count)


def received_at(store: Store, state: DataState, round_on: date) -> dict[str, datetime]:
    """When the file that stands came in, for each carrier that reported for a round."""
    found = _received(store, state.commits_count)
    return {code: it.received_at for (code, day), it in found.items() if day == round_on}


def first_received_at(store: Store, state: DataState, round_on: date) -> dict[str, datetime]:
    """When the first file came in, for each carrier that reported for a round: that one may be late."""
    found = _received(store, state.commits_count)
    return {code: it.first_received_at for (code, day), it in found.items() if day == round_on}


def selection_in(address: Mapping[str, str], store: Store) -> Selection | None:
    """What an address asks for; None while there are no figures.

    An address without a round opens the newest that is due or complete: one early file must not turn the
    picture of the province into that of one carrier.
    """
    state = data_state(store)
    return read_selection(address, state.rounds, _newest_ready(store, state))


def _newest_ready(store: Store, state: DataState) -> date | None:
    """The newest round that is due or complete; looked for from the end, where it mostly is."""
    now, calendar = datetime.now(LOCAL_ZONE), round_calendar(store)
    from_the_end = reversed(state.rounds)
    ready = (day for day in from_the_end if calendar.due_at(day) <= now or _is_complete(store, state, day))
    return next(ready, None)


def _is_complete(store: Store, state: DataState, round_on: date) -> bool:
    expected = round_calendar(store).round(round_on).expected
    return set(expected) <= set(received_at(store, state, round_on))


def _history(store: Store, commits_count: int, last_round_on: date) -> Cube:
    """Read once: who asks while another reads waits for it (web/warm.py, and the first visitor)."""
    with _reading_history:
        return _kept_history(store, commits_count, last_round_on)


@lru_cache(maxsize=2)
def _kept_history(store: Store, _commits_count: int, last_round_on: date) -> Cube:
    cursor = store.reader()
    try:
        return read_history(cursor, last_round_on)
    finally:
        cursor.close()


@lru_cache(maxsize=2)
def _calendar(store: Store, _commits_count: int) -> RoundCalendar:
    with store.reader() as cursor:
        return read_calendar(cursor)


@lru_cache(maxsize=2)
def _received(store: Store, _commits_count: int) -> ByRound:
    with store.reader() as cursor:
        return received_in_rounds(cursor)
