"""What the views of sessions need: register, sessions, and how many people a commune would bring."""

from collections.abc import Mapping
from dataclasses import dataclass
from functools import lru_cache

import numpy as np

from dashboard.measures.scope import Scope
from dashboard.store.database import Store
from dashboard.support.planner.assumptions import assumptions_in_force
from dashboard.support.planner.demand import demand_of
from dashboard.support.register.keeping import read_register
from dashboard.support.register.records import Register
from dashboard.support.sessions.clashes import Setting
from dashboard.support.sessions.keeping import KeptSession, sessions_kept
from dashboard.web.live import live
from dashboard.web.state import data_state, history_cube


@dataclass(frozen=True)
class SupportState:
    """Everything that is decided of support at one moment."""

    register: Register
    kept: Mapping[str, KeptSession]
    people_per_volunteer: float
    coming: Mapping[str, int]

    @property
    def setting(self) -> Setting:
        """What a session is held against."""
        sessions = tuple(each.session for each in self.kept.values())
        return Setting(self.register, sessions, self.people_per_volunteer)


def support_state() -> SupportState:
    """The state now; read anew only after something was committed."""
    store = live().store
    return _state(store, store.commits.count)


@lru_cache(maxsize=2)
def _state(store: Store, _commits_count: int) -> SupportState:
    with store.reader() as cursor:
        register, kept = read_register(cursor), sessions_kept(cursor)
        assumed = assumptions_in_force(cursor)
    return SupportState(register, kept, assumed["people_per_volunteer_day"].value, _coming(store))


def _coming(store: Store) -> Mapping[str, int]:
    """Commune -> people who would come in a week if invited, as the planner assumes; {} without figures."""
    state = data_state(store)
    if not state.rounds:
        return {}
    cube, scope = history_cube(store, state, state.rounds[-1]), Scope(state.rounds[-1], basis="last-known")
    with store.reader() as cursor:
        demand = demand_of(cube, scope, assumptions_in_force(cursor), 1)
    people = np.floor((demand.unverified * demand.turnout).sum(axis=(1, 2))).astype(int)
    codes = [cube.expected.communes[place].code for place in cube.expected.communes_in(scope)]
    return dict(zip(codes, people.tolist(), strict=True))
