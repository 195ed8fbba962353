"""Which communes to support first, by four questions, with the reason in words for each.

Each question puts every commune in its place among all communes with figures: 0 for the one that needs
least, 1 for the one that needs most, equal ones sharing the middle of their places. The score is the
weighted mean of the four places, times 100 (weights in data/policy.toml):

- how many subscribers are still to be verified;
- how low the rate is;
- how many weeks the rest takes at the present pace (no pace: more than any);
- how many are locked two ways, or may be within a week (measures/lock_clock.py).

Places instead of the figures themselves, because one very large commune would otherwise push all others
together, and because "third most of 166" can be said and checked. Communes below the floor of subscribers
come after all others: a handful of people make any rate.
"""

from collections.abc import Iterator
from dataclasses import dataclass

import numpy as np
import numpy.typing as npt

from dashboard.measures.cube import COUNTS, Cube
from dashboard.measures.lock_clock import two_way_soon_at_most
from dashboard.measures.pace import pair_paces, summed
from dashboard.measures.pairs import pairs_in
from dashboard.measures.scope import Scope
from dashboard.measures.wording import count_text, pct_text
from dashboard.reference.policy import PriorityPolicy, policy

CARRIERS_AXIS = 1  # of pairs (communes, carriers)
MANY_WEEKS = 10_000.0  # for a pace of none: longer than any, and still a number that sorts
NOTABLE_PLACE = 0.75  # a question is a reason where the commune is among the quarter that needs most

Numbers = npt.NDArray[np.float64]


@dataclass(frozen=True)
class Priority:
    """A commune in its turn: `rank` from 1, `score` from 0 to 100. `weeks_left` and `pace_per_week` are None
    where there is no pace; the rate is in percent.
    """

    commune_code: str
    commune_name: str
    rank: int
    score: float
    total_count: int
    unverified_count: int
    verified_pct: float
    pace_per_week: float | None
    weeks_left: float | None
    locked_two_way_count: int
    two_way_soon_at_most_count: int
    is_below_floor: bool
    reason: str


def priorities(cube: Cube, scope: Scope, limits: PriorityPolicy | None = None) -> tuple[Priority, ...]:
    """Communes of the scope in the order in which they need support; those without figures are left out.

    On the figures of the scope's basis in the cube's last round; the cube holds every round
    (`cube.read_history`). Raises ValueError for a carrier nobody knows.
    """
    weights = limits or policy().priority
    facts = _facts(cube, scope)
    if not len(facts.names):
        return ()
    places = {name: _places(values) for name, values in facts.questions().items()}
    score = 100 * sum(getattr(weights, f"weight_{name}") * place for name, place in places.items())
    is_small = facts.total < weights.floor_count
    order = np.lexsort((facts.codes, -facts.unverified, -score, is_small))
    return tuple(
        _priority(facts, int(row), (rank, float(score[row])), _Place(places, int(row), bool(is_small[row])))
        for rank, row in enumerate(order, start=1)
    )


@dataclass(frozen=True)
class _Facts:
    """What the questions are answered from, a row per commune with figures."""

    codes: npt.NDArray[np.str_]
    names: npt.NDArray[np.str_]
    total: Numbers
    unverified: Numbers
    rate_pct: Numbers
    pace: Numbers
    two_way: Numbers
    soon: Numbers

    def weeks_left(self) -> Numbers:
        """At the present pace; MANY_WEEKS without one, 0 where nothing is left."""
        pace = np.nan_to_num(self.pace, nan=0.0)
        weeks = np.where(pace > 0, self.unverified / np.where(pace > 0, pace, 1), MANY_WEEKS)
        return np.where(self.unverified > 0, np.minimum(weeks, MANY_WEEKS), 0.0)

    def questions(self) -> dict[str, Numbers]:
        """The answers, larger where more is needed, by the name of their weight."""
        return {
            "unverified": self.unverified,
            "rate": -self.rate_pct,
            "pace": self.weeks_left(),
            "locks": self.two_way + self.soon,
        }


@dataclass(frozen=True)
class _Place:
    """The places of one commune, and whether it lies below the floor."""

    places: dict[str, Numbers]
    row: int
    is_small: bool

    def of(self, question: str) -> float:
        """Between 0 and 1."""
        return float(self.places[question][self.row])

    def nth(self, question: str) -> int:
        """Counted from 1 for the one that needs most."""
        values = self.places[question]
        return 1 + int((values > values[self.row]).sum())


def _facts(cube: Cube, scope: Scope) -> _Facts:
    pairs = pairs_in(cube, scope)
    counts = pairs.counts[-1].sum(axis=CARRIERS_AXIS).astype(float)
    communes = [cube.expected.communes[place] for place in pairs.communes]
    total = counts[:, COUNTS.index("total_count")]
    shown = np.flatnonzero(pairs.is_counted[-1].any(axis=CARRIERS_AXIS) & (total > 0))
    columns = {name: counts[shown, place] for place, name in enumerate(COUNTS)}
    return _Facts(
        codes=np.array([communes[place].code for place in shown]),
        names=np.array([communes[place].name for place in shown]),
        total=columns["total_count"],
        unverified=columns["unverified_count"],
        rate_pct=100 * columns["verified_count"] / columns["total_count"],
        pace=summed(pair_paces(cube, scope), CARRIERS_AXIS)[shown],
        two_way=columns["locked_two_way_count"],
        soon=two_way_soon_at_most(cube, scope).sum(axis=CARRIERS_AXIS)[shown].astype(float),
    )


def _places(values: Numbers) -> Numbers:
    """Each value's place among all, 0 least and 1 most; equal values share the middle of their places."""
    if len(values) == 1:
        return np.array([1.0])
    below = (values[np.newaxis] < values[:, np.newaxis]).sum(axis=1)
    equal = (values[np.newaxis] == values[:, np.newaxis]).sum(axis=1) - 1
    shares: Numbers = (below + equal / 2) / (len(values) - 1)
    return shares


def _priority(facts: _Facts, row: int, turn: tuple[int, float], place: _Place) -> Priority:
    weeks, pace = float(facts.weeks_left()[row]), float(facts.pace[row])
    return Priority(
        commune_code=str(facts.codes[row]),
        commune_name=str(facts.names[row]),
        rank=turn[0],
        score=turn[1],
        total_count=int(facts.total[row]),
        unverified_count=int(facts.unverified[row]),
        verified_pct=float(facts.rate_pct[row]),
        pace_per_week=None if np.isnan(pace) else pace,
        weeks_left=None if weeks >= MANY_WEEKS else weeks,
        locked_two_way_count=int(facts.two_way[row]),
        two_way_soon_at_most_count=int(facts.soon[row]),
        is_below_floor=place.is_small,
        reason="; ".join(_reasons(facts, row, place)) or "không có dấu hiệu nào nổi bật so với các nơi khác",
    )


def _reasons(facts: _Facts, row: int, place: _Place) -> Iterator[str]:
    """What stands out, in words, with the commune's place; what does not is left out."""
    if place.is_small:
        yield f"chỉ có {count_text(int(facts.total[row]))} thuê bao nên xếp sau"
    if place.of("unverified") >= NOTABLE_PLACE:
        count = count_text(int(facts.unverified[row]))
        yield f"còn {count} thuê bao chưa xác thực ({_nth('nhiều', place.nth('unverified'))})"
    if place.of("rate") >= NOTABLE_PLACE:
        yield f"tỷ lệ mới {pct_text(float(facts.rate_pct[row]))} ({_nth('thấp', place.nth('rate'))})"
    if place.of("pace") >= NOTABLE_PLACE:
        yield _pace_reason(float(facts.weeks_left()[row]))
    if place.of("locks") >= NOTABLE_PLACE:
        soon = count_text(int(facts.soon[row]))
        yield f"{count_text(int(facts.two_way[row]))} đã khóa 2 chiều, tối đa {soon} nữa trong tuần tới"


def _pace_reason(weeks: float) -> str:
    if weeks >= MANY_WEEKS:
        return "không tăng trong ba tuần qua"
    return f"với nhịp ba tuần qua còn cần khoảng {count_text(round(weeks))} tuần"


def _nth(what: str, place: int) -> str:
    return f"{what} nhất" if place == 1 else f"{what} thứ {place}"
