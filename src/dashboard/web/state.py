"""The state of the data that an answer is made of: as long as it stands, answers stand too."""

from dataclasses import dataclass
from datetime import date, datetime
from functools import lru_cache

from dashboard.boundaries import Layer, layer_in_force
from dashboard.measures import Scope, data_version, is_simulated, reporting_status, rounds
from dashboard.measures.cube import Cube, read_round
from dashboard.store.database import Store

KEPT_ROUNDS_COUNT = 64  # a year and its ad hoc rounds; a round of the province takes 0.1 MB


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
    """The figures of a round, to be summed by any filter without asking the database again."""
    return _round(store, state.commits_count, round_on)[0]


def received_at(store: Store, state: DataState, round_on: date) -> dict[str, datetime]:
    """When the file that stands came in, for each carrier that reported for a round."""
    return _round(store, state.commits_count, round_on)[1]


@lru_cache(maxsize=KEPT_ROUNDS_COUNT)
def _round(store: Store, _commits_count: int, round_on: date) -> tuple[Cube, dict[str, datetime]]:
    cursor = store.reader()
    try:
        status = reporting_status(cursor, Scope(round_on)).to_pylist()
        received = {row["carrier_code"]: row["received_at"] for row in status if row["received_at"]}
        return read_round(cursor, round_on), received
    finally:
        cursor.close()
