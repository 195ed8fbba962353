"""Expected, came, verified: per commune, per organisation and in all, of sessions that were held."""

from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass

from dashboard.support.register.records import Register
from dashboard.support.sessions.record import Session, Status


@dataclass(frozen=True)
class Totals:
    """Sums over sessions held; people expected and come, numbers verified."""

    sessions_count: int = 0
    expected_count: int = 0
    came_count: int = 0
    verified_count: int = 0

    def __add__(self, other: "Totals") -> "Totals":
        """Both together."""
        return Totals(
            self.sessions_count + other.sessions_count,
            self.expected_count + other.expected_count,
            self.came_count + other.came_count,
            self.verified_count + other.verified_count,
        )

    @property
    def came_pct(self) -> float | None:
        """People who came, of those expected; None where nobody was expected."""
        return 100 * self.came_count / self.expected_count if self.expected_count else None


def held(sessions: Iterable[Session]) -> tuple[Session, ...]:
    """The sessions with a result."""
    return tuple(it for it in sessions if it.status is Status.DONE and it.result is not None)


def total_of(sessions: Iterable[Session]) -> Totals:
    """All sessions held together."""
    return sum((_totals(it) for it in held(sessions)), Totals())


def totals_by_commune(sessions: Iterable[Session]) -> Mapping[str, Totals]:
    """Commune -> totals, those with most verified first."""
    return _by(sessions, lambda it: (it.commune_code,))


def totals_by_organisation(sessions: Iterable[Session], register: Register) -> Mapping[str, Totals]:
    """Organisation -> totals of the sessions it was at; one with two organisations counts for both."""
    groups = register.groups
    return _by(
        sessions, lambda it: tuple({groups[key].organisation for key in it.group_ids if key in groups})
    )


def verified_by_carrier(sessions: Iterable[Session]) -> Mapping[str, int]:
    """Carrier -> numbers verified."""
    found: dict[str, int] = {}
    for session in held(sessions):
        assert session.result is not None
        for code, count in session.result.verified.items():
            found[code] = found.get(code, 0) + count
    return found


def _by(sessions: Iterable[Session], keys: Callable[[Session], tuple[str, ...]]) -> Mapping[str, Totals]:
    found: dict[str, Totals] = {}
    for session in held(sessions):
        for key in keys(session):
            found[key] = found.get(key, Totals()) + _totals(session)
    return dict(sorted(found.items(), key=lambda item: (-item[1].verified_count, item[0])))


def _totals(session: Session) -> Totals:
    assert session.result is not None
    return Totals(1, session.expected_count, session.result.came_count, session.result.verified_count)
