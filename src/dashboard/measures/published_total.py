"""The province's total as a carrier may see it: nothing in it from which another's figures can be worked out.

Whoever has reported knows its own part and can take it off. So the total is told only

- of a round in which every carrier is expected, once the first file of each has come in, and for good as it
  stood at that moment: before it two totals would differ by the file that came between, after it by a
  correction, and between rounds with different carriers by those carriers;
- where what is left after taking off the asker's part is not nearly all of one other carrier: the p % rule
  (Hundepool et al., Statistical Disclosure Control, 2012, chapter 4), by which nobody comes nearer than
  `P_PCT` percent to the largest of the others.

Only of the whole province: of a commune, where a carrier may have three subscribers, no total is told at all.
"""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime

import duckdb

from dashboard.measures.figures import figures_by_carrier
from dashboard.measures.punctuality import received_in_rounds
from dashboard.measures.scope import Scope
from dashboard.reference.carriers import carriers
from dashboard.reference.reporting_round import Round

P_PCT = 10.0  # our choice: a guess from the number of shops and masts is no better than that
FEWEST_OTHERS = 2  # beside the asker: of one alone the rest would be the figure
TOLD = ("total_count", "verified_count", "unverified_count")  # any two give the third, so all or none


@dataclass(frozen=True)
class PublishedTotal:
    """The province's counts of a round by name, as they stood at `as_of`; how many carriers reported."""

    counts: Mapping[str, int]
    as_of: datetime
    carriers_count: int

    @property
    def verified_pct(self) -> float:
        """The province's rate in percent."""
        return 100 * self.counts["verified_count"] / self.counts["total_count"]


def published_total(
    cursor: duckdb.DuckDBPyConnection, found: Round, asker_code: str
) -> PublishedTotal | None:
    """The total of a round for one of its carriers; None where it would tell of another, or not yet."""
    everyone = {carrier.code for carrier in carriers()}
    moment = _complete_at(cursor, found)
    if set(found.expected) != everyone or asker_code not in everyone or moment is None:
        return None
    rows = figures_by_carrier(cursor, Scope(found.round_on, as_of=moment)).to_pylist()
    parts = {name: {row["carrier_code"]: row[name] or 0 for row in rows} for name in TOLD}
    if not all(is_safe(part, asker_code) for part in parts.values()) or not sum(
        parts["total_count"].values()
    ):
        return None
    return PublishedTotal({name: sum(part.values()) for name, part in parts.items()}, moment, len(everyone))


def is_safe(parts: Mapping[str, int], asker_code: str) -> bool:
    """Whether the sum of all parts tells the asker no other part to within P_PCT percent of it."""
    others = sorted((count for code, count in parts.items() if code != asker_code), reverse=True)
    has_enough = len(others) >= FEWEST_OTHERS and others[0] > 0  # a sum of nothing tells that all is nothing
    return has_enough and sum(others[1:]) >= P_PCT / 100 * others[0]


def _complete_at(cursor: duckdb.DuckDBPyConnection, found: Round) -> datetime | None:
    """When the first file of the last carrier came in; None while one is missing."""
    received = received_in_rounds(cursor)
    came = [received.get((code, found.round_on)) for code in found.expected]
    first = [it.first_received_at for it in came if it is not None]
    return max(first) if first and len(first) == len(came) else None
