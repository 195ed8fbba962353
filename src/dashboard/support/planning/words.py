"""A plan in Vietnamese sentences: how good it is, why each commune, what limits it, what cannot be."""

from collections.abc import Iterator, Mapping

import numpy as np

from dashboard.measures.wording import count_text, day_text, pct_text
from dashboard.support.planner.explain import Explanation, Short, Visit
from dashboard.support.planner.objections import Objection
from dashboard.support.planner.search import Found, State
from dashboard.support.planning.ground import Ground
from dashboard.support.planning.question import Question
from dashboard.support.register.values import carrier_name, commune_name
from dashboard.support.sessions.record import Session

STATES: Mapping[State, str] = {
    State.GREEDY: "phương án đầu tiên, chưa cải thiện",
    State.FEASIBLE: "phương án tốt, chưa chứng minh là tốt nhất",
    State.OPTIMAL: "phương án tốt nhất theo mô hình",
    State.INFEASIBLE: "không có phương án nào thỏa các yêu cầu",
}
STAGES: Mapping[str, str] = {
    "objections": "xem xét các yêu cầu",
    "greedy": "phương án đầu tiên",
    "bound": "tính mức tốt nhất có thể",
    "visits": "chọn xã, phường theo tuần",
    "days": "chọn hội trường, nhóm, điểm",
    "weeks": "cải thiện từng tuần",
    "whole": "giải cả bài toán",
}
LIMITS: Mapping[str, str] = {
    "volunteers": "số tình nguyện viên",
    "hall_people": "sức chứa hội trường",
    "hall_staff": "số người đứng bàn",
    "hall_slots": "chỗ đặt điểm của nhà mạng",
    "turnout": "số người chịu đến",
    "unvisited": "chưa đến lượt trong thời gian này",
}
OBJECTIONS: Mapping[str, str] = {
    "agreed_hall_days": "hội trường đã thống nhất nhiều hơn số ngày có thể dùng",
    "agreed_group_days": "nhóm đã thống nhất nhiều buổi hơn số ngày rảnh",
    "agreed_point_days": "điểm của nhà mạng đã hẹn nhiều hơn số ngày phục vụ",
    "pinned_impossible": "bị ghim vào tuần không có hội trường nào dùng được",
    "least_visits": "yêu cầu ít nhất nhiều tuần hơn số tuần có thể",
    "most_visits": "bị ghim nhiều tuần hơn số tuần nhiều nhất cho phép",
    "week_full": "số xã, phường bị ghim vượt số xã, phường mỗi tuần",
    "least_visits_together": "các yêu cầu ít nhất cộng lại vượt số lượt có thể",
}
SEEN_PEOPLE = 0.5


def state_words(found: Found) -> str:
    """How far the plan is proved: "..., tốt hơn nhiều nhất 1,7 %"."""
    words = STATES[found.state]
    if found.state is State.FEASIBLE and np.isfinite(found.gap):
        return f"{words}; tốt hơn nhiều nhất {pct_text(100 * found.gap)}"
    return words


def stage_words(stage: str) -> str:
    """What the search is doing."""
    return STAGES.get(stage, stage)


def objection_words(objection: Objection) -> str:
    """Why there is no plan: who, when, how much is asked and how much possible."""
    what = OBJECTIONS.get(objection.kind, objection.kind)
    week = f", tuần {objection.week}" if objection.week else ""
    amounts = f"cần {count_text(round(objection.asked))}, có {count_text(round(objection.possible))}"
    return f"{_place(objection.place)}{week}: {what} ({amounts})."


def visit_words(visit: Visit, question: Question) -> str:
    """Why this commune in this week: what it brings, how much of it is urgent, what limits it."""
    monday = question.ground.mondays[visit.week - 1]
    parts = [f"tuần từ {day_text(monday)}: khoảng {count_text(round(visit.people))} người"]
    if visit.urgent_people > SEEN_PEOPLE:
        urgent = count_text(round(visit.urgent_people))
        parts.append(f"trong đó {urgent} người sắp mất số nếu không xác thực")
    lost = visit.lost_if_week_later
    if lost is not None and lost > SEEN_PEOPLE:
        parts.append(f"chậm một tuần mất {count_text(round(lost))} điểm")
    limits = ", ".join(LIMITS.get(name, name) for name in visit.limited_by)
    return f"{'; '.join(parts)}. Giới hạn bởi {limits}."


def hall_words(session: Session, ground: Ground) -> str:
    """Why this hall: how many it takes a day, beside the commune's other halls that are free that day."""
    hall = ground.register.halls[session.hall_id]
    free = [it for it in ground.register.halls_in(session.commune_code) if it.is_free(session.held_on)]
    others = [it for it in free if it.entry_id != hall.entry_id]
    room, expected = hall.people_per_day_count, count_text(session.expected_count)
    if room is None:
        return "chưa ghi sức chứa; " + ("nơi duy nhất rảnh hôm đó" if not others else "hãy hỏi xã, phường")
    fits = "đủ cho" if room >= session.expected_count else "ít hơn"
    told = f"nhận {count_text(room)} người/ngày, {fits} {expected} người dự kiến"
    if not others:
        return f"{told}; nơi duy nhất rảnh hôm đó"
    larger = [it for it in others if (it.people_per_day_count or 0) > room]
    place = f"có {count_text(len(larger))} nơi lớn hơn" if larger else "lớn nhất"
    return f"{told}; {place} trong {count_text(len(free))} nơi rảnh hôm đó"


def net_words(commune_code: str, net: float | None) -> str:
    """What a commune adds to the whole plan."""
    name = commune_name(commune_code)
    if net is None:
        return f"{name} có buổi đã thống nhất nên kế hoạch nào cũng có nơi này."
    return (
        f"Không có {name}, cả kế hoạch mất {count_text(round(net))} điểm; "
        "phần còn lại của nơi này do nhóm và điểm chuyển từ nơi khác sang."
    )


def short_words(short: Short) -> str:
    """Why a commune stays below the floor."""
    reasons = ", ".join(LIMITS.get(reason, reason) for reason in short.reasons)
    people = count_text(round(short.people_short))
    return f"{commune_name(short.commune_code)}: thiếu {people} người; do {reasons}"


def one_more_words(explanation: Explanation, question: Question) -> Iterator[str]:
    """What one more day of each carrier's points and of the dearest groups would bring (weighted people)."""
    by_carrier = explanation.point_day_worth.max(axis=1)
    for place in np.argsort(-by_carrier):
        if by_carrier[place] > SEEN_PEOPLE:
            name = carrier_name(question.ground.carriers[place])
            yield f"Thêm một ngày điểm lưu động {name}: +{count_text(round(float(by_carrier[place])))} điểm"
    by_group = explanation.group_day_worth.max(axis=1)
    for place in np.argsort(-by_group)[:5]:
        if by_group[place] > SEEN_PEOPLE:
            name = question.ground.groups[place].name
            yield f"Thêm một ngày đi của {name}: +{count_text(round(float(by_group[place])))} điểm"


def _place(code: str) -> str:
    """A commune, carrier or group by name."""
    name = commune_name(code)
    return carrier_name(code) if name == code else name
