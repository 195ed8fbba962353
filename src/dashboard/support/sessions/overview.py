"""Sessions in words and in order, for pages and papers: by day, by status, by commune, group or carrier."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import date, timedelta

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


def waiting_for_result(sessions: Iterable[Session], today: date) -> tuple[Session, ...]:
    """Sessions that were agreed, are over, and of which nobody has said what came of them."""
    return tuple(it for it in sessions if it.status is Status.AGREED and it.held_on < today)
