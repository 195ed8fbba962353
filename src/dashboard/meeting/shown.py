"""What was on the screen when something was decided, and the same figures as another meeting knows them."""

from collections.abc import Mapping
from dataclasses import dataclass, replace
from datetime import date, datetime
from typing import Any

from dashboard.briefing.content.facts import Facts
from dashboard.measures.scope import Scope
from dashboard.measures.selection import Selection
from dashboard.measures.sums import sum_by
from dashboard.meeting.model import Step
from dashboard.meeting.records import Meeting
from dashboard.meeting.request import selection_of
from dashboard.reference.carriers import carriers


@dataclass(frozen=True)
class Standing:
    """Rate and backlog of a commune or of all, in a round; None where nothing was reported.

    `carriers` are the codes behind the figures: another set makes two standings hard to compare.
    """

    round_on: date
    verified_pct: float | None
    unverified_count: int | None
    carriers: tuple[str, ...]


@dataclass(frozen=True)
class Shown:
    """A page of a meeting: its step, its filters with the commune looked at, the moment, the files behind."""

    step_id: str
    step_title: str
    selection: Selection
    as_of: datetime
    version: str
    standing: Standing

    def as_json(self) -> dict[str, Any]:
        """As it is kept."""
        stood = self.standing
        return {
            "step": self.step_id,
            "title": self.step_title,
            "query": self.selection.as_query(),
            "as_of": self.as_of.isoformat(),
            "version": self.version,
            "verified_pct": stood.verified_pct,
            "unverified_count": stood.unverified_count,
            "carriers": list(stood.carriers),
        }

    @classmethod
    def from_json(cls, kept: Mapping[str, Any]) -> "Shown":
        """What was kept. Raises KeyError or ValueError for anything else."""
        selection = selection_of(kept["query"])
        standing = Standing(
            selection.round_on, kept["verified_pct"], kept["unverified_count"], tuple(kept["carriers"])
        )
        as_of = datetime.fromisoformat(kept["as_of"])
        return cls(kept["step"], kept["title"], selection, as_of, kept["version"], standing)


def shown_on(facts: Facts, meeting: Meeting, step: Step) -> Shown:
    """A step of a meeting as it is on the screen."""
    selection = replace(meeting.selection, commune_code=step.focus)
    title = f"{step.title}: {step.message}" if step.focus else step.title
    return Shown(step.id, title, selection, meeting.as_of, meeting.version, standing_now(facts, selection))


def standing_now(facts: Facts, selection: Selection) -> Standing:
    """The figures that a selection asks for, as these facts know them in their own round."""
    asked = facts.scope
    scope = Scope(asked.round_on, selection.carriers, selection.kind, selection.basis, asked.as_of)
    cube = replace(facts.cube, first_whole=len(facts.cube.rounds) - 1)
    rows = sum_by(cube, scope, "commune" if selection.commune_code else "province").to_pylist()
    row = next((it for it in rows if it.get("commune_code") == selection.commune_code), None)
    if row is None or row["total_count"] is None:
        return Standing(asked.round_on, None, None, ())
    behind = tuple(it.code for place, it in enumerate(carriers()) if row["carriers_mask"] >> place & 1)
    return Standing(asked.round_on, row["verified_pct"], row["unverified_count"], behind)
