"""How complete a carrier's report of a round is: counted from what it holds, never declared.

Three questions: how many communes it covers, of all and of those the carrier ever reported; how many of the
carrier's subscribers live in them, by the last known totals; which fields beside the five counts are filled.
"""

from dataclasses import dataclass

import duckdb

from dashboard.measures.scope import Expected, Scope, everyone
from dashboard.store.questions import ask

FIVE_COUNTS = 5  # always filled: a row that leaves one empty makes its commune not reported
FIELDS_COUNT = FIVE_COUNTS + 4  # junk SIMs found, handled, SIMs not in own name; the handling plan


@dataclass(frozen=True)
class Completeness:
    """What stands in a carrier's report of a round.

    `communes_count` of `communes_expected_count` are reported; `communes_known_count` were in any earlier
    round, `communes_again_count` of them are in this one too. `subscribers_known_count` sums the last known
    total of each commune before this round, `subscribers_covered_count` the part in communes reported now.
    The three `*_filled_count` are communes with a number there.
    """

    carrier_code: str
    communes_count: int
    communes_expected_count: int
    communes_known_count: int
    communes_again_count: int
    subscribers_known_count: int
    subscribers_covered_count: int
    junk_sim_found_filled_count: int
    junk_sim_handled_filled_count: int
    sim_not_own_name_filled_count: int
    has_handling_plan: bool

    @property
    def is_reported(self) -> bool:
        """Whether there is a report at all."""
        return self.communes_count > 0

    @property
    def covered_pct(self) -> float | None:
        """Subscribers covered, in percent of the last known; None without a report now or any before."""
        if not self.subscribers_known_count or not self.is_reported:
            return None
        return 100 * self.subscribers_covered_count / self.subscribers_known_count

    @property
    def sim_fields_filled_count(self) -> int:
        """How many of the three columns on SIMs hold a number for at least one commune."""
        return sum(
            count > 0
            for count in (
                self.junk_sim_found_filled_count,
                self.junk_sim_handled_filled_count,
                self.sim_not_own_name_filled_count,
            )
        )

    @property
    def fields_filled_count(self) -> int:
        """How many of FIELDS_COUNT fields are filled; 0 without a report."""
        if not self.is_reported:
            return 0
        return FIVE_COUNTS + self.sim_fields_filled_count + self.has_handling_plan


def completeness(
    cursor: duckdb.DuckDBPyConnection, scope: Scope, expected: Expected | None = None
) -> tuple[Completeness, ...]:
    """One per carrier of the scope in the order of the reference table; kind and basis play no part.

    A carrier without a report has zeros, and what it reported before. Raises ValueError for an unknown code.
    """
    ground = expected or everyone()
    codes = [ground.carriers[place].code for place in ground.carriers_in(scope)]
    answer = ask(
        cursor, "measures/completeness", carrier_codes=codes, round_on=scope.round_on, as_of=scope.as_of
    )
    rows = {row["carrier_code"]: row for row in answer.to_pylist()}
    communes_count = len(ground.communes)
    return tuple(_completeness(code, rows.get(code, {}), communes_count) for code in codes)


def _completeness(code: str, row: dict[str, int | None], communes_count: int) -> Completeness:
    """Without a row nothing was ever reported; sums of nothing are null in the database."""
    counts = {
        name: row.get(name) or 0
        for name in Completeness.__dataclass_fields__
        if name not in {"carrier_code", "communes_expected_count", "has_handling_plan"}
    }
    return Completeness(
        carrier_code=code,
        communes_expected_count=communes_count,
        has_handling_plan=bool(row.get("has_handling_plan")),
        **counts,
    )
