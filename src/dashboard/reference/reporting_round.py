"""A round of reporting as an object: when it is due, when it closes, and who is expected to report."""

from dataclasses import dataclass
from datetime import date, datetime
from enum import StrEnum


class RoundKind(StrEnum):
    """Why a round is held."""

    WEEKLY = "weekly"
    AD_HOC = "ad_hoc"  # "hoặc đột xuất" (official letter, part 2)


class RoundState(StrEnum):
    """How far a round is at a moment."""

    OPEN = "open"  # before it is due
    DUE = "due"  # past due: reports are late, still awaited and taken
    CLOSED = "closed"  # a file from now on restates figures already used


@dataclass(frozen=True)
class Round:
    """A round, named by `round_on`: its Wednesday, or the day of an ad hoc round.

    `due_at` and `closes_at` are aware; `expected` are codes of carriers in the order of the reference table;
    `reason` why an ad hoc round is held. `due_note` says in Vietnamese why it is due at another time than the
    usual, "" where it is not; `is_closing_decided` whether somebody decided when it closes.
    """

    round_on: date
    kind: RoundKind
    due_at: datetime
    closes_at: datetime
    expected: tuple[str, ...]
    reason: str = ""
    due_note: str = ""
    is_closing_decided: bool = False

    @property
    def is_ad_hoc(self) -> bool:
        """Whether it is held beside the weekly ones."""
        return self.kind is RoundKind.AD_HOC

    def state_at(self, moment: datetime) -> RoundState:
        """Open before the due moment, closed from the moment it closes, due between.

        A round closed before it was due is closed. Reports are due before the hour: at the very moment they
        are late.
        """
        if moment >= self.closes_at:
            return RoundState.CLOSED
        return RoundState.DUE if moment >= self.due_at else RoundState.OPEN
