"""Sessions as an iCalendar file (RFC 5545), for telephones and mail programs."""

from collections.abc import Sequence
from datetime import datetime

from icalendar import Calendar, Event

from dashboard.briefing.assignments.content import Assignment, Line
from dashboard.settings import LOCAL_ZONE
from dashboard.support.sessions.record import Status

STATES = {Status.PROPOSED: "TENTATIVE", Status.AGREED: "CONFIRMED", Status.DONE: "CONFIRMED"}


def calendar_of(assignments: Sequence[Assignment], made_at: datetime) -> bytes:
    """One event for each session, however many sheets it is on; the same session keeps its UID."""
    calendar = Calendar()
    calendar.add("prodid", "-//So KHCN Thanh Hoa//Xac thuc thue bao//VI")
    calendar.add("version", "2.0")
    lines = {line.session.session_id: line for assignment in assignments for line in assignment.lines}
    for line in lines.values():
        calendar.add_component(_event(line, made_at))
    calendar.add_missing_timezones()  # without them some programs take the hours for those of Greenwich
    content: bytes = calendar.to_ical()
    return content


def _event(line: Line, made_at: datetime) -> Event:
    session, event = line.session, Event()
    event.add("uid", f"{session.session_id}@xac-thuc-thue-bao")
    event.add("dtstamp", made_at)
    event.add("dtstart", datetime.combine(session.held_on, session.from_at, LOCAL_ZONE))
    event.add("dtend", datetime.combine(session.held_on, session.to_at, LOCAL_ZONE))
    event.add("summary", f"Hỗ trợ xác thực thuê bao: {line.commune}")
    event.add("location", f"{line.place}, {line.commune}")
    event.add("status", STATES[session.status])
    told = (line.with_whom, line.expected, line.contacts, line.note)
    event.add("description", "\n".join(filter(None, told)))
    return event
