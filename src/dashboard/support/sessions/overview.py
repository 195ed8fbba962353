"""Sessions in words and in order, for pages and papers: by day, by status, by commune, group or carrier."""

from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass
from datetime import date, timedelta
from typing import Literal

from dashboard.measures.wording import count_text, day_text
from dashboard.support.register.records import Register
from dashboard.support.register.values import WEEKDAYS, carrier_name, commune_name
from dashboard.support.sessions.record import STATUS_WORDS, Session, Status

DAYS_OF_WEEK = 7


@dataclass(frozen=True)
class Words:
    """What is said of a session; "" where there is nothing to say."""

    commune: str
    day: str
    hours: str
    hall: str
    groups: str
    points: str
    expected: str
    status: str
    result: str


def words_of(session: Session, register: Register) -> Words:
    """A session for people."""
    hall = register.halls.get(session.hall_id)
    groups = [register.groups[key].name for key in session.group_ids if key in register.groups]
    points = [register.points[key] for key in session.point_ids if key in register.points]
    result = session.result
    came = (
        f"{count_text(result.came_count)} người đến, xác thực {count_text(result.verified_count)}"
        if result
        else ""
    )
    return Words(
        commune=commune_name(session.commune_code),
        day=weekday_text(session.held_on),
        hours=f"{session.from_at:%H:%M}–{session.to_at:%H:%M}",
        hall=hall.name if hall else "chưa có hội trường",
        groups=", ".join(groups),
        points=", ".join(f"{carrier_name(point.carrier_code)} ({point.name})" for point in points),
        expected=f"dự kiến {count_text(session.expected_count)} người",
        status=STATUS_WORDS[session.status],
        result=came,
    )


def weekday_text(day: date) -> str:
    """ "T7, 05/12/2026"."""
    return f"{WEEKDAYS[day.isoweekday() - 1]}, {day_text(day)}"


def monday_of(day: date) -> date:
    """The Monday of a day's week."""
    return day - timedelta(days=day.weekday())


def week_of(sessions: Iterable[Session], monday: date) -> Mapping[date, tuple[Session, ...]]:
    """The seven days of a week, each with its live sessions by hour."""
    days = [monday + timedelta(days=place) for place in range(DAYS_OF_WEEK)]
    live = [session for session in sessions if session.is_live]
    return {
        day: tuple(
            sorted((it for it in live if it.held_on == day), key=lambda it: (it.from_at, it.session_id))
        )
        for day in days
    }


def by_status(sessions: Iterable[Session]) -> Mapping[Status, tuple[Session, ...]]:
    """Every status with its sessions, in the order given."""
    known = tuple(sessions)
    return {status: tuple(it for it in known if it.status is status) for status in Status}


@dataclass(frozen=True)
class Gathered:
    """The sessions of a commune, group or carrier that are not cancelled, by day."""

    name: str
    sessions: tuple[Session, ...]
    today: date

    @property
    def next_on(self) -> date | None:
        """The day of the next one that is not yet done."""
        ahead = [it.held_on for it in self.sessions if it.result is None and it.held_on >= self.today]
        return min(ahead, default=None)

    @property
    def expected_count(self) -> int:
        """People expected at all of them."""
        return sum(it.expected_count for it in self.sessions)

    @property
    def held_count(self) -> int:
        """How many have a result."""
        return sum(it.result is not None for it in self.sessions)

    @property
    def came_count(self) -> int:
        """People who came to those."""
        return sum(it.result.came_count for it in self.sessions if it.result)

    @property
    def verified_count(self) -> int:
        """People verified at those."""
        return sum(it.result.verified_count for it in self.sessions if it.result)


def gathered_by(
    by: Literal["commune", "group", "carrier"], sessions: Iterable[Session], register: Register, today: date
) -> Mapping[str, Gathered]:
    """Key -> sessions of each commune, volunteer group or carrier that has any, the most expected first.

    A session counts for every group and carrier that takes part; cancelled ones count nowhere.
    """
    found: dict[str, list[Session]] = {}
    for session in sessions:
        for key in _keys(by, session, register) if session.is_live else ():
            found.setdefault(key, []).append(session)
    names = {"commune": commune_name, "carrier": carrier_name, "group": lambda key: register.groups[key].name}
    name: Callable[[str], str] = names[by]
    all_ = [
        (key, Gathered(name(key), tuple(sorted(held, key=lambda it: it.held_on)), today))
        for key, held in found.items()
    ]
    return dict(sorted(all_, key=lambda pair: (-pair[1].expected_count, pair[1].name)))


def _keys(by: str, session: Session, register: Register) -> Iterable[str]:
    if by == "commune":
        return (session.commune_code,)
    if by == "group":
        return (key for key in session.group_ids if key in register.groups)
    points = (register.points[key].carrier_code for key in session.point_ids if key in register.points)
    return dict.fromkeys(points)


def waiting_for_result(sessions: Iterable[Session], today: date) -> tuple[Session, ...]:
    """Sessions that were agreed, are over, and of which nobody has said what came of them."""
    return tuple(it for it in sessions if it.status is Status.AGREED and it.held_on < today)
