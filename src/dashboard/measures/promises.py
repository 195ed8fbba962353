"""What was promised, what happened: a carrier's plan beside the change of its figures since.

Nothing is guessed: the communes are those of the plan's items and those that its words name for certain. All
changes are those of `sums.sum_by`, between the round of the plan and the round looked at.
"""

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date, datetime
from typing import Any, TypeAlias

import duckdb

from dashboard.intake.annexes.records import PlanItem
from dashboard.measures.comparison import sum_against
from dashboard.measures.cube import Cube, read_history
from dashboard.measures.plans import Plan, plans_until
from dashboard.measures.scope import Expected, Scope, everyone
from dashboard.reference.carriers import Carrier
from dashboard.reference.communes import Commune

Figures: TypeAlias = Mapping[str, Any]  # a row of sums.sum_by


@dataclass(frozen=True)
class Kept:
    """A promised item beside what happened where it was promised; None where that is not known.

    `verified_count_change` is the change of verified subscribers in the item's commune, or in the province
    for an item without one, since the round of the plan.
    """

    item: PlanItem
    verified_count_change: int | None
    is_due: bool

    @property
    def missing_count(self) -> int | None:
        """How many subscribers the target is missed by, 0 when it is reached; None without either."""
        if self.item.target_count is None or self.verified_count_change is None:
            return None
        return max(0, self.item.target_count - self.verified_count_change)


@dataclass(frozen=True)
class Promise:
    """A carrier's last plan before a round, what happened since, and the round's own plan.

    `province` are the carrier's figures of the round over all communes, changes since the promised plan's
    round (all null without one); `places` the same for each commune the plan names. Counts are null where
    the carrier did not report in the round.
    """

    carrier: Carrier
    promised: Plan | None
    new: Plan | None
    province: Figures
    places: tuple[tuple[Commune, Figures], ...] = ()
    kept: tuple[Kept, ...] = field(default=())

    @property
    def is_reported(self) -> bool:
        """Whether the carrier has figures in the round."""
        return self.province["total_count"] is not None


def promises(
    cursor: duckdb.DuckDBPyConnection,
    round_on: date,
    as_of: datetime | None = None,
    expected: Expected | None = None,
) -> tuple[Promise, ...]:
    """One for each carrier expected, in the reference table's order, as known at a moment (None: now)."""
    ground = expected or everyone()
    cube = read_history(cursor, round_on, as_of, ground)
    plans = plans_until(cursor, round_on, as_of)
    return tuple(
        _promise(cube, carrier, [plan for plan in plans if plan.carrier_code == carrier.code])
        for carrier in ground.carriers
    )


def _promise(cube: Cube, carrier: Carrier, plans: list[Plan]) -> Promise:
    round_on = cube.rounds[-1]
    new = next((plan for plan in plans if plan.round_on == round_on), None)
    promised = max(
        (plan for plan in plans if plan.round_on < round_on), key=lambda plan: plan.round_on, default=None
    )
    since = promised.round_on if promised and promised.round_on in cube.rounds else None
    scope = Scope(round_on, (carrier.code,))
    [province] = sum_against(cube, scope, "province", since).to_pylist()
    if promised is None:
        return Promise(carrier, None, new, province)
    rows = sum_against(cube, scope, "commune", since).to_pylist()
    by_commune: dict[str | None, Figures] = {None: province} | {row["commune_code"]: row for row in rows}
    return Promise(
        carrier=carrier,
        promised=promised,
        new=new,
        province=province,
        places=tuple((commune, by_commune[commune.code]) for commune in promised.communes),
        kept=tuple(_kept(item, by_commune[item.commune_code], round_on) for item in promised.items),
    )


def _kept(item: PlanItem, figures: Figures, round_on: date) -> Kept:
    is_due = item.due_on is not None and item.due_on <= round_on
    return Kept(item, figures["verified_count_change"], is_due)
