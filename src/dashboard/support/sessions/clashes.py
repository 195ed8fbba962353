"""What stands against a session, each with what would resolve it. Findings, not errors: people decide.

One function for each kind; `clashes_of` asks all of them.
"""

import math
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import date, timedelta

from dashboard.measures.wording import count_text, day_text
from dashboard.support.register.records import Hall, Register, VolunteerGroup
from dashboard.support.register.values import commune_name
from dashboard.support.sessions.distance import road_km
from dashboard.support.sessions.record import Session

DAYS_LOOKED_AHEAD = 28
NAMED_COUNT = 3


@dataclass(frozen=True)
class Clash:
    """One thing against a session; `kind` is stable, the sentences are Vietnamese."""

    kind: str
    message: str
    resolution: str


@dataclass(frozen=True)
class Setting:
    """What a session is held against: register, other live sessions, people that a volunteer guides a day."""

    register: Register
    others: tuple[Session, ...]
    people_per_volunteer: float

    def is_hall_free(self, hall: Hall, day: date) -> bool:
        """Whether a hall is open on a day and nobody else has it."""
        taken = any(other.hall_id == hall.entry_id and other.held_on == day for other in self.others)
        return hall.is_free(day) and not taken

    def is_group_free(self, group: VolunteerGroup, day: date) -> bool:
        """Whether a group can go out on a day and is not out already."""
        taken = any(group.entry_id in other.group_ids and other.held_on == day for other in self.others)
        return group.is_free(day) and not taken

    def groups_near(self, commune_code: str, day: date) -> list[VolunteerGroup]:
        """Groups that are free on a day and travel so far, the nearest first."""
        able = [
            group
            for group in self.register.groups.values()
            if self.is_group_free(group, day) and road_km(group.commune_code, commune_code) <= group.travel_km
        ]
        return sorted(able, key=lambda group: (road_km(group.commune_code, commune_code), group.entry_id))


def clashes_of(session: Session, setting: Setting) -> tuple[Clash, ...]:
    """All that stands against a session; nothing against a cancelled one."""
    if not session.is_live:
        return ()
    rules = (_hall_unknown, _hall_twice, _hall_closed, _group_twice, _group_busy, _group_far)
    others = tuple(
        other for other in setting.others if other.session_id != session.session_id and other.is_live
    )
    within = Setting(setting.register, others, setting.people_per_volunteer)
    found = [
        clash
        for rule in (*rules, _point_closed, _point_twice, _hall_small, _staff_few)
        for clash in rule(session, within)
    ]
    return tuple(found)


def people_of(group_ids: Iterable[str], register: Register) -> int:
    """How many people the groups are together."""
    return sum(register.groups[key].people_count for key in group_ids if key in register.groups)


def _hall_unknown(session: Session, setting: Setting) -> Iterator[Clash]:
    if session.hall_id in setting.register.halls:
        return
    halls = setting.register.halls_in(session.commune_code)
    name = commune_name(session.commune_code)
    known = (
        f"Chọn một trong: {_names(halls)}."
        if halls
        else f"Đề nghị UBND {name} bố trí một nơi, rồi thêm vào sổ hội trường."
    )
    yield Clash("hall_unknown", "Chưa có hội trường.", known)


def _hall_twice(session: Session, setting: Setting) -> Iterator[Clash]:
    hall = setting.register.halls.get(session.hall_id)
    for other in setting.others:
        if hall is not None and other.hall_id == hall.entry_id and other.overlaps(session):
            yield Clash(
                "hall_twice",
                f"{hall.name} đã có buổi khác ngày {day_text(other.held_on)}, "
                f"{other.from_at:%H:%M}–{other.to_at:%H:%M}.",
                _other_day_or_hall(session, setting, hall),
            )


def _hall_closed(session: Session, setting: Setting) -> Iterator[Clash]:
    hall = setting.register.halls.get(session.hall_id)
    if hall is not None and not hall.is_free(session.held_on):
        message = f"{hall.name} không dùng được ngày {day_text(session.held_on)}."
        yield Clash("hall_closed", message, _other_day_or_hall(session, setting, hall))


def _group_twice(session: Session, setting: Setting) -> Iterator[Clash]:
    for group in _groups(session, setting):
        for other in setting.others:
            if group.entry_id in other.group_ids and other.held_on == session.held_on:
                place = commune_name(other.commune_code)
                message = f"{group.name} đã đi {place} ngày {day_text(other.held_on)}."
                yield Clash("group_twice", message, _other_groups(session, setting))


def _group_busy(session: Session, setting: Setting) -> Iterator[Clash]:
    for group in _groups(session, setting):
        if not group.is_free(session.held_on):
            message = f"{group.name} không đi được ngày {day_text(session.held_on)}."
            yield Clash("group_busy", message, _other_groups(session, setting))


def _group_far(session: Session, setting: Setting) -> Iterator[Clash]:
    for group in _groups(session, setting):
        km = road_km(group.commune_code, session.commune_code)
        if km > group.travel_km:
            message = f"{group.name} ở cách khoảng {km:.0f} km, chỉ đi được {group.travel_km:.0f} km."
            yield Clash("group_far", message, _other_groups(session, setting))


def _point_closed(session: Session, setting: Setting) -> Iterator[Clash]:
    for key in session.point_ids:
        point = setting.register.points.get(key)
        if point is not None and not point.is_free(session.held_on):
            message = f"Điểm {point.name} không phục vụ ngày {day_text(session.held_on)}."
            yield Clash("point_closed", message, "Chọn ngày khác, hoặc đề nghị nhà mạng kéo dài.")


def _point_twice(session: Session, setting: Setting) -> Iterator[Clash]:
    """Only what moves can be missing elsewhere."""
    for key in session.point_ids:
        point = setting.register.points.get(key)
        for other in setting.others:
            if point is not None and key in other.point_ids and other.overlaps(session):
                place = commune_name(other.commune_code)
                message = f"Điểm {point.name} đã hẹn tại {place} ngày {day_text(other.held_on)}."
                yield Clash("point_twice", message, "Chọn điểm khác hoặc ngày khác.")


def _hall_small(session: Session, setting: Setting) -> Iterator[Clash]:
    hall = setting.register.halls.get(session.hall_id)
    room = hall.people_per_day_count if hall is not None else None
    if hall is not None and room is not None and session.expected_count > room:
        days = math.ceil(session.expected_count / room) if room else 0
        more = (
            f"Chia làm {days} ngày, hoặc giảm số mời xuống {count_text(room)}."
            if days
            else "Chọn hội trường khác."
        )
        expected = count_text(session.expected_count)
        message = f"{hall.name} chỉ tiếp được {count_text(room)} người một ngày, dự kiến {expected}."
        yield Clash("hall_small", message, more)


def _staff_few(session: Session, setting: Setting) -> Iterator[Clash]:
    """Who comes is guided by volunteers and served at the carriers' points."""
    served = people_of(session.group_ids, setting.register) * setting.people_per_volunteer
    points = [setting.register.points[key] for key in session.point_ids if key in setting.register.points]
    served += sum(point.people_per_day_count or 0 for point in points)
    missing = math.ceil((session.expected_count - served) / setting.people_per_volunteer)
    if missing > 0:
        guided = f"{count_text(session.expected_count)} người dự kiến đến"
        message = f"Thiếu khoảng {count_text(missing)} người hướng dẫn cho {guided}."
        yield Clash("staff_few", message, _other_groups(session, setting))


def _other_day_or_hall(session: Session, setting: Setting, hall: Hall) -> str:
    days = (session.held_on + timedelta(days=ahead) for ahead in range(1, DAYS_LOOKED_AHEAD + 1))
    day = next((day for day in days if setting.is_hall_free(hall, day)), None)
    halls = [
        each
        for each in setting.register.halls_in(session.commune_code)
        if each != hall and setting.is_hall_free(each, session.held_on)
    ]
    parts = [f"dời sang {day_text(day)}"] if day else []
    parts += [f"dùng {_names(halls)}"] if halls else []
    return f"Có thể {', hoặc '.join(parts)}." if parts else "Chọn hội trường ở xã, phường bên cạnh."


def _other_groups(session: Session, setting: Setting) -> str:
    near = [
        group
        for group in setting.groups_near(session.commune_code, session.held_on)
        if group.entry_id not in session.group_ids
    ]
    if not near:
        return "Không còn nhóm nào rảnh đi được tới đây ngày đó; chọn ngày khác."
    said = [
        f"{group.name} ({group.people_count} người, {km:.0f} km)"
        for group in near[:NAMED_COUNT]
        for km in [road_km(group.commune_code, session.commune_code)]
    ]
    return f"Nhóm đang rảnh gần nhất: {'; '.join(said)}."


def _groups(session: Session, setting: Setting) -> Iterator[VolunteerGroup]:
    return (setting.register.groups[key] for key in session.group_ids if key in setting.register.groups)


def _names(halls: Iterable[Hall]) -> str:
    return ", ".join(hall.name for hall in list(halls)[:NAMED_COUNT])
