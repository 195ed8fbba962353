"""GET /support/marks.json: where sessions, halls and carriers' points are, for the board's map."""

from typing import Any

from starlette.requests import Request
from starlette.responses import JSONResponse

from dashboard.measures.wording import day_text
from dashboard.reference.communes import commune_by_code
from dashboard.support.register.keeping import read_register
from dashboard.support.register.records import Hall, Register, ServicePoint
from dashboard.support.register.values import carrier_name
from dashboard.support.sessions.keeping import sessions_in_force
from dashboard.support.sessions.overview import words_of
from dashboard.support.sessions.record import Session, Status
from dashboard.web.live import live


def serve_marks(_request: Request) -> JSONResponse:
    """{halls, points, sessions, held}: lists of {lon, lat (EPSG:4326), text, commune}; kept by no browser."""
    with live().store.reader() as cursor:
        register, sessions = read_register(cursor), sessions_in_force(cursor)
    found = marks_of(register, sessions)
    return JSONResponse(found, headers={"Cache-Control": "no-store"})


def marks_of(register: Register, sessions: tuple[Session, ...]) -> dict[str, list[dict[str, Any]]]:
    """Halls and points whose place is known; sessions at their hall, else in the middle of their commune."""
    live_sessions = [it for it in sessions if it.is_live]
    return {
        "halls": [_placed(it, it.name) for it in register.halls.values() if it.lon is not None],
        "points": [
            _placed(it, f"{carrier_name(it.carrier_code)}: {it.name}") for it in register.points.values()
        ],
        "sessions": [_session(it, register) for it in live_sessions if it.status is not Status.DONE],
        "held": [_session(it, register) for it in live_sessions if it.status is Status.DONE],
    }


def _session(session: Session, register: Register) -> dict[str, Any]:
    words = words_of(session, register)
    told = words.result or words.expected
    text = f"{words.commune}, {day_text(session.held_on)}: {words.hall}; {words.status.lower()}, {told}"
    hall = register.halls.get(session.hall_id)
    if hall is not None and hall.lon is not None:
        return _placed(hall, text)
    return _in_the_middle(session.commune_code, text)


def _placed(entry: Hall | ServicePoint, text: str) -> dict[str, Any]:
    if entry.lon is None or entry.lat is None:
        return _in_the_middle(entry.commune_code, text)
    return {"lon": entry.lon, "lat": entry.lat, "text": text, "commune": entry.commune_code}


def _in_the_middle(code: str, text: str) -> dict[str, Any]:
    commune = commune_by_code()[code]
    return {"lon": commune.lon, "lat": commune.lat, "text": text, "commune": code}
