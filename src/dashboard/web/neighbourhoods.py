"""Communes among their neighbours, worked out once per selection and state of the data."""

from dataclasses import dataclass
from functools import lru_cache

from dashboard.boundaries.neighbours import borders
from dashboard.measures.neighbourhood import Neighbourhood, low_groups, neighbourhoods
from dashboard.measures.scope import Scope
from dashboard.measures.selection import Selection
from dashboard.store.database import Store
from dashboard.web.state import DataState, data_state, history_cube


@dataclass(frozen=True)
class Surroundings:
    """What is known of all communes of a selection; `is_schematic` where borders are not the real ones."""

    found: tuple[Neighbourhood, ...]
    groups: tuple[tuple[Neighbourhood, ...], ...]
    is_schematic: bool


def surroundings(store: Store, selection: Selection) -> Surroundings:
    """By the layer in force. Three seconds the first time (esda is imported), then a third of one."""
    return _surroundings(store, data_state(store), selection.scope)


@lru_cache(maxsize=64)
def _surroundings(store: Store, state: DataState, scope: Scope) -> Surroundings:
    pairs = borders(state.layer)
    found = neighbourhoods(history_cube(store, state, scope.round_on), scope, pairs)
    return Surroundings(found, low_groups(found, pairs), state.layer.is_schematic)
