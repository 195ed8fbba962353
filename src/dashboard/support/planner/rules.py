"""What people decided about a plan: this commune in this week, not in that one, at least or at most so often.

Kept as decisions (`plan_rule`). A rule about a week is keyed by commune and the week's Monday, so that it
stays where it was meant when the horizon moves on; a rule about the horizon is keyed by the commune alone.
"""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date, datetime
from enum import StrEnum

import duckdb

from dashboard.reference.communes import communes
from dashboard.reference.round_decisions import By
from dashboard.store.database import Store
from dashboard.store.decisions import Content, Decision, Draft, decide_upon, decisions_made
from dashboard.support.planner.instance import Fixed

SUBJECT = "plan_rule"
MONDAY = 1


class Kind(StrEnum):
    """What a rule asks for."""

    PIN = "pin"
    FORBID = "forbid"
    LEAST = "least"
    MOST = "most"


OF_A_WEEK = (Kind.PIN, Kind.FORBID)


@dataclass(frozen=True)
class Place:
    """What a rule is about: a commune, and a week by its Monday, or None for the whole horizon.

    Raises ValueError for another day and for a commune nobody knows.
    """

    commune_code: str
    monday: date | None = None

    def __post_init__(self) -> None:
        """Refuse what would never be read again."""
        if self.monday is not None and self.monday.isoweekday() != MONDAY:
            raise ValueError(f"{self.monday} is not a Monday")
        if self.commune_code not in {commune.code for commune in communes()}:
            raise ValueError(f"no such commune: {self.commune_code}")


@dataclass(frozen=True)
class Rule:
    """One rule; `count` is the number of weeks of LEAST and MOST. Raises ValueError where it has no place."""

    place: Place
    kind: Kind
    count: int = 0

    def __post_init__(self) -> None:
        """A pin or ban has a week, a number has none and is 0 to 8."""
        if (self.kind in OF_A_WEEK) != (self.place.monday is not None) or not 0 <= self.count <= 8:
            raise ValueError(f"{self.kind} does not fit {self.place} and {self.count}")

    @property
    def key(self) -> str:
        """Under which it is decided: pin and ban exclude each other, at least and at most do not."""
        about = self.place.monday.isoformat() if self.place.monday else self.kind.value
        return f"{self.place.commune_code}|{about}"


@dataclass(frozen=True)
class Kept:
    """A rule in force (None: taken back) with the decision it comes from."""

    rule: Rule | None
    decision: Decision


def rules_kept(cursor: duckdb.DuckDBPyConnection, as_of: datetime | None = None) -> Mapping[str, Kept]:
    """Key -> the last decision about it up to a moment, those taken back too: what an editor has seen."""
    made = decisions_made(cursor, SUBJECT)
    return {
        each.key: Kept(_read(each.key, each.content), each)
        for each in made
        if as_of is None or each.decided_at <= as_of
    }


def keep_rule(store: Store, rule: Rule, seen: Kept | None, by: By) -> Decision:
    """Have a rule hold, in sight of what stood.

    Raises ValueError without a reason, OutdatedDecisionError when another decided first.
    """
    content = {"kind": rule.kind.value, "count": rule.count}
    return _decide(store, (rule.key, content), seen, by)


def take_back(store: Store, seen: Kept, by: By) -> Decision:
    """Have a rule hold no more; as `keep_rule`."""
    return _decide(store, (seen.decision.key, None), seen, by)


def with_rules(fixed: Fixed, codes: Sequence[str], mondays: Sequence[date], rules: Sequence[Rule]) -> Fixed:
    """The bounds with these rules; weeks and communes outside the plan are passed over."""
    lower, upper = fixed.visit_lower.copy(), fixed.visit_upper.copy()
    least, most = fixed.least_visits.copy(), fixed.most_visits.copy()
    position = {code: place for place, code in enumerate(codes)}
    week_of: dict[date | None, int] = {monday: week for week, monday in enumerate(mondays)}
    for rule in rules:
        commune, week = position.get(rule.place.commune_code), week_of.get(rule.place.monday)
        if commune is None:
            continue
        if rule.kind is Kind.LEAST:
            least[commune] = rule.count
        elif rule.kind is Kind.MOST:
            most[commune] = min(rule.count, len(mondays))
        elif week is not None:
            (lower if rule.kind is Kind.PIN else upper)[commune, week] = float(rule.kind is Kind.PIN)
    return replace(fixed, visit_lower=lower, visit_upper=upper, least_visits=least, most_visits=most)


def _decide(store: Store, thing: tuple[str, Content | None], seen: Kept | None, by: By) -> Decision:
    if not by.reason.strip():
        raise ValueError("a rule has a reason")
    key, content = thing
    draft = Draft(SUBJECT, key, content, by.name, by.reason.strip())
    return decide_upon(store, draft, seen.decision if seen else None)


def _read(key: str, content: Content | None) -> Rule | None:
    if content is None:
        return None
    code, _, about = key.partition("|")
    kind = Kind(content["kind"])
    monday = date.fromisoformat(about) if kind in OF_A_WEEK else None
    return Rule(Place(code, monday), kind, int(content["count"]))
