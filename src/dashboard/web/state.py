"""The state of the data that an answer is made of: as long as it stands, answers stand too."""

from dataclasses import dataclass
from datetime import date
from functools import lru_cache

from dashboard.boundaries import Layer, layer_in_force
from dashboard.measures import data_version, is_simulated, rounds
from dashboard.store.database import Store


@dataclass(frozen=True)
class DataState:
    """What every answer needs to know; `version` changes with every submission and layer stored."""

    version: str
    rounds: tuple[date, ...]
    layer: Layer
    is_simulated: bool


def data_state(store: Store) -> DataState:
    """The state now. One short question; the rest is kept for as long as the answer to it stays."""
    cursor = store.reader()
    try:
        layer = layer_in_force(store)  # may publish the schematic layer, so it comes before the version
        return _state(store, data_version(cursor), layer)
    finally:
        cursor.close()


@lru_cache(maxsize=8)
def _state(store: Store, version: str, layer: Layer) -> DataState:
    cursor = store.reader()
    try:
        return DataState(version, rounds(cursor), layer, is_simulated(cursor))
    finally:
        cursor.close()
