"""A round as who runs it sees it: who sent, who is late, who resent, what is refused, how complete."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime

from dashboard.measures.completeness import Completeness
from dashboard.measures.punctuality import ByRound, Punctuality, Turn, last_rounds, turn_of, turns_of
from dashboard.measures.refusals import Refusal
from dashboard.reference.carriers import Carrier
from dashboard.reference.reporting_round import Round, RoundState
from dashboard.reference.round_calendar import RoundCalendar


@dataclass(frozen=True)
class RoundFacts:
    """What is known of a round's reports; what follows from it depends on the clock alone.

    `reports` are rows of `reporting_status`, `completeness` one per carrier, each by carrier code.
    """

    round: Round
    calendar: RoundCalendar
    carriers: tuple[Carrier, ...]
    reports: Mapping[str, Mapping[str, object]]
    completeness: Mapping[str, Completeness]
    refusals: tuple[Refusal, ...]
    received: ByRound


@dataclass(frozen=True)
class CarrierStanding:
    """How a carrier stands with the round at a moment; `turns` are its last rounds, this one at the end."""

    carrier: Carrier
    turn: Turn
    report: Mapping[str, object]
    completeness: Completeness
    refusals: tuple[Refusal, ...]
    turns: tuple[Turn, ...]

    @property
    def is_asked(self) -> bool:
        """Whether a report is expected or there."""
        return self.turn.punctuality is not Punctuality.NOT_ASKED

    @property
    def has_reported(self) -> bool:
        """Whether a report was taken in."""
        return self.turn.punctuality in (Punctuality.ON_TIME, Punctuality.LATE)

    @property
    def resent_count(self) -> int:
        """Files taken in after the first."""
        return max(0, int(str(self.report.get("files_count") or 0)) - 1)

    @property
    def is_to_be_reminded(self) -> bool:
        """Whether a report, or the correction of a refused one, is still to come."""
        return self.is_asked and (not self.has_reported or bool(self.refusals))


@dataclass(frozen=True)
class RoundBoard:
    """A round at a moment; `refusals_of_nobody` are files of which nobody could say whose they are."""

    round: Round
    now: datetime
    standings: tuple[CarrierStanding, ...]
    rounds: tuple[Round, ...]
    refusals_of_nobody: tuple[Refusal, ...]

    @property
    def state(self) -> RoundState:
        """How far the round is."""
        return self.round.state_at(self.now)

    @property
    def asked(self) -> tuple[CarrierStanding, ...]:
        """Carriers with a report expected or there."""
        return tuple(standing for standing in self.standings if standing.is_asked)

    @property
    def reported_count(self) -> int:
        """How many of those asked have reported."""
        return sum(standing.has_reported for standing in self.asked)

    @property
    def to_be_reminded(self) -> tuple[CarrierStanding, ...]:
        """Who is to hear of it: nothing came, or what came was refused."""
        return tuple(standing for standing in self.asked if standing.is_to_be_reminded)


def board_at(facts: RoundFacts, now: datetime) -> RoundBoard:
    """The board of a round at a moment (aware)."""
    shown = last_rounds(facts.calendar, facts.received, facts.round.round_on)
    ours = [refusal for refusal in facts.refusals if refusal.round_on == facts.round.round_on]
    standings = tuple(
        CarrierStanding(
            carrier=carrier,
            turn=turn_of(
                facts.round, carrier.code, facts.received.get((carrier.code, facts.round.round_on)), now
            ),
            report=facts.reports[carrier.code],
            completeness=facts.completeness[carrier.code],
            refusals=tuple(refusal for refusal in ours if refusal.carrier_code == carrier.code),
            turns=turns_of(shown, carrier.code, facts.received, now),
        )
        for carrier in facts.carriers
    )
    nobody = tuple(refusal for refusal in ours if refusal.carrier_code is None)
    return RoundBoard(facts.round, now, standings, shown, nobody)
