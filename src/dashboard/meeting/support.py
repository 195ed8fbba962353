"""Support as a meeting tells it: sessions and difficulties that stood when it was opened."""

from dataclasses import dataclass
from datetime import date

from dashboard.briefing.content.facts import Facts
from dashboard.support.register.records import Difficulty, Register
from dashboard.support.sessions.record import Session, Status

SETTLED = "done"  # of a difficulty: answered and over


@dataclass(frozen=True)
class Support:
    """Live sessions by day, the register they are held with, and the day they are looked at from."""

    sessions: tuple[Session, ...]
    register: Register
    day: date

    @property
    def done(self) -> tuple[Session, ...]:
        """Those held, the latest first."""
        return tuple(reversed([it for it in self.sessions if it.status is Status.DONE]))

    @property
    def coming(self) -> tuple[Session, ...]:
        """Those still to be held, the next first."""
        return tuple(it for it in self.sessions if it.status is not Status.DONE and it.held_on >= self.day)

    @property
    def waiting(self) -> tuple[Session, ...]:
        """Those whose day is over and of which nobody has said what came of them."""
        return tuple(it for it in self.sessions if it.status is not Status.DONE and it.held_on < self.day)

    @property
    def difficulties(self) -> tuple[Difficulty, ...]:
        """Those that are not settled, the oldest first."""
        open_ones = [it for it in self.register.difficulties.values() if it.difficulty_status != SETTLED]
        return tuple(sorted(open_ones, key=lambda it: (it.noted_on or date.max, it.entry_id)))

    def in_commune(self, commune_code: str) -> tuple[Session, ...]:
        """The sessions of one commune."""
        return tuple(it for it in self.sessions if it.commune_code == commune_code)


def support_of(facts: Facts, day: date) -> Support:
    """Of facts as they stood, looked at from a day."""
    known = facts.support
    return Support(tuple(it for it in known.sessions if it.is_live), known.register, day)
