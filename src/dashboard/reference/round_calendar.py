"""Which rounds there are: the weekly ones of the policy, and what people decided about single rounds.

Three subjects of decisions, each keyed by the date that names the round (ISO):
- `ad_hoc_round`, content {"due_at": moment, "carriers": [codes]}, its reason the reason of the round;
- `round_due`, content {"due_at": moment}: another due time for a round of either kind;
- `round_closing`, content {"closes_at": moment}: closed sooner, or open again until then.
Withdrawing a decision brings back what the policy says.
"""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from datetime import date, datetime
from itertools import islice

import duckdb

from dashboard.reference.carriers import carriers
from dashboard.reference.policy import policy
from dashboard.reference.reporting_round import Round, RoundKind
from dashboard.reference.rounds import WEEK, due_at, holiday_on, names_weekly_round, previous_round, round_of
from dashboard.settings import LOCAL_ZONE
from dashboard.store.decisions import Decision, decisions_in_force

AD_HOC, DUE, CLOSING = "ad_hoc_round", "round_due", "round_closing"
SUBJECTS = (AD_HOC, DUE, CLOSING)

Decided = Mapping[date, Decision]


@dataclass(frozen=True)
class RoundCalendar:
    """Weekly rounds without end, and what is decided about single ones; at first the plain policy."""

    ad_hoc: Decided = field(default_factory=dict)
    due: Decided = field(default_factory=dict)
    closing: Decided = field(default_factory=dict)

    def round_of(self, day: date) -> date:
        """The round a day names: the ad hoc round of that very date, else its Wednesday."""
        return day if day in self.ad_hoc else round_of(day)

    def names_round(self, day: date) -> bool:
        """Whether the day itself is the name of a round."""
        return self.round_of(day) == day

    def round(self, round_on: date) -> Round:
        """The round of this name.

        A date that neither is a Wednesday nor names an ad hoc round (it was withdrawn after a report came)
        gives an ad hoc round due by the policy of which nobody is expected.
        """
        closing = self.closing.get(round_on)
        due = self.due_at(round_on)
        return Round(
            round_on=round_on,
            kind=RoundKind.WEEKLY if names_weekly_round(round_on) else RoundKind.AD_HOC,
            due_at=due,
            closes_at=_moment(closing, "closes_at") if closing else self._closes_at(round_on, due),
            expected=self._expected(round_on),
            reason=self.ad_hoc[round_on].reason if round_on in self.ad_hoc else "",
            due_note=self._due_note(round_on),
            is_closing_decided=closing is not None,
        )

    def due_at(self, round_on: date) -> datetime:
        """When a round is due: as decided, else as the ad hoc round was opened, else by the policy."""
        decided = self.due.get(round_on) or self.ad_hoc.get(round_on)
        return _moment(decided, "due_at") if decided else due_at(round_on)

    def ad_hoc_rounds(self) -> tuple[Round, ...]:
        """The ad hoc rounds, oldest first."""
        return tuple(self.round(round_on) for round_on in sorted(self.ad_hoc))

    def _closes_at(self, round_on: date, due: datetime) -> datetime:
        """When the first weekly round (or the one the policy counts to) that is due after this one is due."""
        later = (moment for day, moment in self._weekly_from(due) if day != round_on and moment > due)
        return next(islice(later, policy().round.closes_after_rounds - 1, None))

    def _weekly_from(self, moment: datetime) -> Iterator[tuple[date, datetime]]:
        """Weekly rounds with when they are due, from the one before a moment on."""
        day = previous_round(round_of(moment.astimezone(LOCAL_ZONE).date()))
        while True:
            yield day, self.due_at(day)
            day += WEEK

    def _expected(self, round_on: date) -> tuple[str, ...]:
        """Every carrier, of an ad hoc round those asked; in the order of the reference table."""
        codes = tuple(carrier.code for carrier in carriers())
        if names_weekly_round(round_on):
            return codes
        asked = self.ad_hoc[round_on].content if round_on in self.ad_hoc else None
        return tuple(code for code in codes if asked and code in asked["carriers"])

    def _due_note(self, round_on: date) -> str:
        if round_on in self.due:
            return f"đổi hạn: {self.due[round_on].reason}"
        holiday = holiday_on(round_on)
        if holiday is None or round_on in self.ad_hoc:
            return ""
        awaited = "" if holiday.is_certain else ", lịch nghỉ dự kiến"
        return f"{round_on:%d/%m} nghỉ lễ ({holiday.name}{awaited}), hạn lùi sang ngày làm việc kế tiếp"


def read_calendar(cursor: duckdb.DuckDBPyConnection, as_of: datetime | None = None) -> RoundCalendar:
    """The calendar as it stood at a moment (None: stands now)."""
    ad_hoc, due, closing = (_by_round(decisions_in_force(cursor, subject, as_of)) for subject in SUBJECTS)
    return RoundCalendar(ad_hoc, due, closing)


def _by_round(decisions: Mapping[str, Decision]) -> Decided:
    return {date.fromisoformat(key): decision for key, decision in decisions.items()}


def _moment(decision: Decision, name: str) -> datetime:
    content = decision.content or {}
    return datetime.fromisoformat(content[name]).astimezone(LOCAL_ZONE)
