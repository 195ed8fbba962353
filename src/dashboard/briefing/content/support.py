"""Support sessions, difficulties and decisions due, of the communes that the document is about.

Held is what has a result by the cut-off, planned what lies after the round. Where nothing of a kind is
recorded the document says so instead of leaving it out.
"""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from datetime import date
from typing import Any

import pyarrow as pa

from dashboard.briefing.content.facts import Facts
from dashboard.briefing.content.model import Section, Table
from dashboard.briefing.content.words import communes_text
from dashboard.measures.wording import count_text, day_text
from dashboard.support.effect.totals import held, total_of
from dashboard.support.effect.words import total_words
from dashboard.support.register.kinds import CATEGORIES, STATUSES
from dashboard.support.register.records import Difficulty
from dashboard.support.register.values import carrier_name, commune_name
from dashboard.support.sessions.overview import words_of
from dashboard.support.sessions.record import Session, Status

TITLE = "Hỗ trợ người dân; khó khăn, vướng mắc; việc cần quyết định"
NOTHING = (
    "Hệ thống chưa ghi nhận buổi hỗ trợ nào đã thực hiện hay dự kiến, khó khăn, vướng mắc nào cần trả lời, "
    "việc nào cần quyết định"
)
MOST_LISTED = 30  # sessions on paper; the workbook of sessions has all
SESSIONS = pa.schema(
    [
        ("held_on", pa.date32()),
        ("commune_name", pa.string()),
        ("hall_name", pa.string()),
        ("session_status", pa.string()),
        ("expected_count", pa.int64()),
        ("came_count", pa.int64()),
        ("session_verified_count", pa.int64()),
    ]
)
DIFFICULTIES = pa.schema(
    [
        (name, pa.string())
        for name in (
            "difficulty_category",
            "difficulty_text",
            "communes_affected",
            "difficulty_status",
            "answer",
        )
    ]
)


@dataclass(frozen=True)
class _Support:
    done: tuple[Session, ...]
    planned: tuple[Session, ...]
    difficulties: tuple[Difficulty, ...]
    due: tuple[Mapping[str, Any], ...]
    sessions: pa.Table

    def __bool__(self) -> bool:
        return bool(self.done or self.planned or self.difficulties or self.due)


def support_section(facts: Facts) -> Section:
    """What was done, what is planned, what stands in the way, what has to be decided or done."""
    found = _support(facts)
    if not found:
        return Section("support", TITLE, NOTHING, (f"{NOTHING}.",), source="")
    sentences = (_done(found), _planned(found), _open(found), _due(found))
    tables = []
    if found.sessions.num_rows:
        tables.append(Table("support_sessions", "Các buổi hỗ trợ gần nhất và sắp tới", found.sessions))
    if found.difficulties:
        rows = pa.Table.from_pylist([_difficulty(it) for it in found.difficulties], DIFFICULTIES)
        tables.append(Table("difficulties", "Khó khăn, vướng mắc và trả lời", rows))
    message = total_words(total_of(found.done)) if found.done else _planned(found).rstrip(".")
    return Section("support", TITLE, message, sentences, tables=tuple(tables), source="")


def _support(facts: Facts) -> _Support:
    known = facts.support
    register, codes = known.register, {commune.code for commune in facts.expected.communes}
    sessions = tuple(it for it in known.sessions if it.commune_code in codes)
    done = held(sessions)
    waiting = {Status.PROPOSED, Status.AGREED}
    planned = tuple(it for it in sessions if it.status in waiting and it.held_on > facts.request.round_on)
    listed = sorted((*done[-MOST_LISTED // 2 :], *planned[: MOST_LISTED // 2]), key=lambda it: it.held_on)
    rows = pa.Table.from_pylist([_session(it, register) for it in listed], SESSIONS)
    difficulties = tuple(
        it
        for it in register.difficulties.values()
        if not it.communes_affected or codes & set(it.communes_affected)
    )
    due = tuple(each for each in known.decided if not each.get("is_done"))
    return _Support(done, planned, difficulties, due, rows)


def _done(found: _Support) -> str:
    return f"{total_words(total_of(found.done))}." if found.done else "Chưa buổi hỗ trợ nào được ghi kết quả."


def _planned(found: _Support) -> str:
    if not found.planned:
        return "Chưa có buổi hỗ trợ nào được dự kiến sau kỳ này."
    agreed = sum(it.status is Status.AGREED for it in found.planned)
    people = sum(it.expected_count for it in found.planned)
    days = [it.held_on for it in found.planned]
    places = communes_text(len({it.commune_code for it in found.planned}))
    return (
        f"Dự kiến {count_text(len(found.planned))} buổi ở {places} {_between(min(days), max(days))} "
        f"cho khoảng {count_text(people)} người; "
        f"{count_text(agreed)} buổi đã thống nhất."
    )


def _between(first: date, last: date) -> str:
    return f"ngày {day_text(first)}" if first == last else f"từ {day_text(first)} đến {day_text(last)}"


def _open(found: _Support) -> str:
    waiting = sum(it.difficulty_status != "done" for it in found.difficulties)
    if not found.difficulties:
        return "Chưa có khó khăn, vướng mắc nào được ghi nhận."
    return (
        f"Ghi nhận {count_text(len(found.difficulties))} khó khăn, vướng mắc, "
        f"trong đó {count_text(waiting)} chưa giải quyết xong."
    )


def _due(found: _Support) -> str:
    if not found.due:
        return "Không có quyết định nào của các cuộc họp đang chờ thực hiện."
    return "Quyết định của các cuộc họp đang chờ thực hiện: " + "; ".join(map(_decision, found.due)) + "."


def _decision(content: Mapping[str, Any]) -> str:
    by_on = f", hạn {day_text(date.fromisoformat(content['by_on']))}" if content.get("by_on") else ""
    return f"{content['what']} ({content['who'] or 'chưa giao'}{by_on})"


def _session(session: Session, register: Any) -> dict[str, Any]:
    words, result = words_of(session, register), session.result
    return {
        "held_on": session.held_on,
        "commune_name": words.commune,
        "hall_name": words.hall,
        "session_status": words.status,
        "expected_count": session.expected_count,
        "came_count": result.came_count if result else None,
        "session_verified_count": result.verified_count if result else None,
    }


def _difficulty(it: Difficulty) -> dict[str, str]:
    places = [*map(commune_name, it.communes_affected), *map(carrier_name, it.carriers_affected)]
    answer: Iterator[str] = (part for part in (it.answer, it.answered_by) if part)
    return {
        "difficulty_category": CATEGORIES.get(it.difficulty_category, it.difficulty_category),
        "difficulty_text": it.difficulty_text,
        "communes_affected": ", ".join(places) or "Toàn tỉnh",
        "difficulty_status": STATUSES.get(it.difficulty_status, it.difficulty_status),
        "answer": ", ".join(answer),
    }
