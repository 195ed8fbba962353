"""What the planner assumes: data/planning.toml, and over it what people decided."""

import tomllib
from collections.abc import Mapping
from dataclasses import dataclass, replace
from datetime import datetime
from functools import cache
from types import MappingProxyType

import duckdb
import numpy as np

from dashboard.paths import DATA_DIR
from dashboard.reference.round_decisions import By
from dashboard.store.database import Store
from dashboard.store.decisions import Decision, Draft, decide_upon, decisions_made
from dashboard.support.planner.instance import Policy, Prices

SUBJECT = "plan_assumption"


@dataclass(frozen=True)
class Assumption:
    """One number with its range and source; `decided` is the last decision on it, None before any.

    Raises ValueError for a value outside the range.
    """

    name: str
    value: float
    low: float
    high: float
    unit: str
    label: str
    source: str
    decided: Decision | None = None

    def __post_init__(self) -> None:
        """Refuse what nobody would believe."""
        if not self.low <= self.value <= self.high:
            raise ValueError(f"{self.name}: {self.value} is not within {self.low} to {self.high}")


Assumptions = Mapping[str, Assumption]


@cache
def delivered_assumptions() -> Assumptions:
    """Those of the file, in its order. Raises ValueError, TypeError or KeyError where it is malformed."""
    table = tomllib.loads((DATA_DIR / "planning.toml").read_text(encoding="utf-8"))
    return MappingProxyType({name: Assumption(name, **entry) for name, entry in table.items()})


def assumptions_in_force(cursor: duckdb.DuckDBPyConnection, as_of: datetime | None = None) -> Assumptions:
    """Those of the file with what people decided up to a moment (None: until now).

    What was decided stands aside where the file's range has become narrower since.
    """
    found = dict(delivered_assumptions())
    for decision in decisions_made(cursor, SUBJECT):
        known, is_known_then = found.get(decision.key), as_of is None or decision.decided_at <= as_of
        if known is not None and is_known_then:
            found[decision.key] = replace(known, value=_value(known, decision), decided=decision)
    return MappingProxyType(found)


def _value(known: Assumption, decision: Decision) -> float:
    delivered = delivered_assumptions()[known.name].value
    value = delivered if decision.content is None else float(decision.content["value"])
    return value if known.low <= value <= known.high else delivered


def change_assumption(store: Store, seen: Assumption, value: float | None, by: By) -> Decision:
    """Set a number in sight of what stood, or None: as delivered again.

    Raises ValueError outside its range or without a reason, OutdatedDecisionError when another came first.
    """
    if not by.reason.strip():
        raise ValueError("an assumption is changed for a reason")
    content = None if value is None else {"value": replace(seen, value=float(value)).value}
    return decide_upon(store, Draft(SUBJECT, seen.name, content, by.name, by.reason.strip()), seen.decided)


def policy_of(assumed: Assumptions, week_count: int) -> Policy:
    """The planner's limits and prices."""
    prices = Prices(
        per_km=assumed["per_km"].value,
        changed_visit=assumed["changed_visit"].value,
        changed_day=assumed["changed_day"].value,
    )
    return Policy(
        np.full(week_count, assumed["communes_per_week"].value),
        assumed["floor_pct"].value / 100,
        assumed["target_pct"].value / 100,
        prices,
    )
