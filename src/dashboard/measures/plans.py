"""Handling plans as carriers gave them: in words, and item by item."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date, datetime

import duckdb

from dashboard.intake.annexes.records import PlanItem
from dashboard.reference.communes import Commune, commune_by_code
from dashboard.reference.named_communes import communes_named_in
from dashboard.store.questions import ask


@dataclass(frozen=True)
class Plan:
    """A carrier's plan of a round; `text` is None where only items are given."""

    carrier_code: str
    round_on: date
    text: str | None
    items: tuple[PlanItem, ...] = ()
    is_simulated: bool = False

    @property
    def communes(self) -> tuple[Commune, ...]:
        """The communes that its items are for, then those that its words name for certain."""
        of_items = (commune_by_code()[item.commune_code] for item in self.items if item.commune_code)
        return tuple(dict.fromkeys((*of_items, *communes_named_in(self.text or ""))))


def plans_until(
    cursor: duckdb.DuckDBPyConnection, round_on: date, as_of: datetime | None = None
) -> tuple[Plan, ...]:
    """Every plan up to a round, oldest first, one per carrier and round, as known at a moment (None: now).

    A later file of a round that says nothing of a plan does not take back the one given before: corrections
    most often repeat the figures alone.
    """
    rows = ask(cursor, "measures/handling_plans", round_on=round_on, as_of=as_of).to_pylist()
    items = _items(cursor, [row["submission_id"] for row in rows])
    return tuple(
        Plan(
            row["carrier_code"],
            row["round_on"],
            row["handling_plan"],
            items.get(row["submission_id"], ()),
            row["is_simulated"],
        )
        for row in rows
    )


def _items(
    cursor: duckdb.DuckDBPyConnection, submission_ids: list[str]
) -> Mapping[str, tuple[PlanItem, ...]]:
    """Submission -> its items."""
    found: dict[str, tuple[PlanItem, ...]] = {}
    for row in ask(cursor, "measures/plan_items", submission_ids=submission_ids).to_pylist():
        submission_id = row.pop("submission_id")
        found[submission_id] = (*found.get(submission_id, ()), PlanItem(**row))
    return found
