"""What a sheet says to a commune, group or carrier: sessions with place, time, contacts, what to bring."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Literal, TypeAlias

from dashboard.store.contacts import Contact, Key
from dashboard.support.register.records import Hall, Register, VolunteerGroup
from dashboard.support.register.values import carrier_name, commune_name
from dashboard.support.sessions.overview import words_of
from dashboard.support.sessions.record import Session

For: TypeAlias = Literal["commune", "group", "carrier"]
FOR_WORDS: Mapping[For, str] = {"commune": "Xã, phường", "group": "Nhóm tình nguyện", "carrier": "Nhà mạng"}
TO_BRING: Mapping[For, tuple[str, ...]] = {
    "commune": (
        "Mở cửa, bật điện và mạng trước giờ bắt đầu 30 phút; bàn ghế theo số bàn đã ghi",
        "Thông báo trên loa và nhắn tin cho người dân, mang theo căn cước và điện thoại đang dùng SIM",
        "Một cán bộ nắm danh sách người cao tuổi, người cần giúp đi lại",
    ),
    "group": (
        "Điện thoại đã cài VNeID và ứng dụng của các nhà mạng, sạc dự phòng",
        "Tờ hướng dẫn, bút, phiếu ghi số người đến và số thuê bao xác thực theo nhà mạng",
    ),
    "carrier": (
        "Thiết bị xác thực, máy in hoặc phiếu, SIM thay thế theo nhu cầu",
        "Người có quyền xử lý tại chỗ thuê bao bị khóa và SIM không chính chủ",
    ),
}


@dataclass(frozen=True)
class Line:
    """One session as a sheet has it."""

    session: Session
    day: str
    hours: str
    commune: str
    place: str
    with_whom: str
    contacts: str
    expected: str
    note: str


@dataclass(frozen=True)
class Assignment:
    """The sessions of one commune, group or carrier, by day; `key` names the file."""

    of: For
    key: str
    name: str
    lines: tuple[Line, ...]
    register: Register

    @property
    def to_bring(self) -> tuple[str, ...]:
        """What to have ready."""
        return TO_BRING[self.of]


def assignments_of(
    sessions: Sequence[Session], register: Register, contacts: Mapping[Key, Contact], of: For
) -> tuple[Assignment, ...]:
    """A sheet for each commune, group or carrier with a live session, by name."""
    live = sorted(
        (it for it in sessions if it.is_live), key=lambda it: (it.held_on, it.from_at, it.session_id)
    )
    found: dict[str, list[Line]] = {}
    for session in live:
        line = _line(session, register, contacts)
        for key in _keys(session, register, of):
            found.setdefault(key, []).append(line)
    made = [
        Assignment(of, key, _name(key, register, of), tuple(lines), register) for key, lines in found.items()
    ]
    return tuple(sorted(made, key=lambda it: it.name))


def message_of(assignment: Assignment) -> str:
    """A text to send: each session in a line, then what to bring."""
    head = f"Lịch hỗ trợ xác thực thuê bao của {assignment.name}:"
    lines = [
        f"- {line.day}, {line.hours}: {line.place}, {line.commune}; {line.expected}."
        + (f" Liên hệ: {line.contacts}." if line.contacts else "")
        for line in assignment.lines
    ]
    return "\n".join([head, *lines, "Chuẩn bị: " + "; ".join(assignment.to_bring) + "."])


def _keys(session: Session, register: Register, of: For) -> tuple[str, ...]:
    if of == "commune":
        return (session.commune_code,)
    if of == "group":
        return tuple(key for key in session.group_ids if key in register.groups)
    points = [register.points[key] for key in session.point_ids if key in register.points]
    return tuple(dict.fromkeys(point.carrier_code for point in points))


def _name(key: str, register: Register, of: For) -> str:
    if of == "commune":
        return commune_name(key)
    return register.groups[key].name if of == "group" else carrier_name(key)


def _line(session: Session, register: Register, contacts: Mapping[Key, Contact]) -> Line:
    words, hall = words_of(session, register), register.halls.get(session.hall_id)
    groups = [register.groups[key] for key in session.group_ids if key in register.groups]
    place = f"{hall.name}, {hall.address}" if hall and hall.address else words.hall
    entries: list[Hall | VolunteerGroup] = [*([hall] if hall else []), *groups]
    people = (_person(it, contacts.get((it.subject, it.entry_id))) for it in entries)
    return Line(
        session,
        words.day,
        words.hours,
        words.commune,
        place,
        "; ".join(part for part in (words.groups, words.points) if part),
        "; ".join(filter(None, people)),
        words.expected,
        session.note,
    )


def _person(entry: Hall | VolunteerGroup, contact: Contact | None) -> str:
    if not contact:
        return ""
    return " ".join(filter(None, (contact.contact_name, contact.contact_phone, f"({entry.name})")))
