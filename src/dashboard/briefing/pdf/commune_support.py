"""What is known of support in one commune, for its sheet; and lines to write on where nothing is known."""

from collections.abc import Iterator

from dashboard.briefing.content.facts import Facts
from dashboard.briefing.content.words import listed
from dashboard.measures.wording import count_text, day_text
from dashboard.support.register.kinds import STATUSES
from dashboard.support.sessions.overview import words_of
from dashboard.support.sessions.record import Status

SUPPORT = (
    "Hệ thống chưa ghi nhận hội trường, buổi hỗ trợ và khó khăn, vướng mắc; phần dưới để xã, phường ghi."
)
BLANKS = ("Hội trường, nhà văn hóa dùng được", "Buổi hỗ trợ đã làm, dự kiến", "Khó khăn, vướng mắc, đề nghị")
NAMED_COUNT = 3  # of each: the sheet has one page


def commune_support(code: str, facts: Facts) -> tuple[list[str], tuple[str, ...]]:
    """Sentences, and the titles of what is left to be written by hand."""
    told = (_halls(code, facts), _sessions(code, facts), _difficulties(code, facts))
    known = [list(each) for each in told]
    blanks = tuple(title for title, lines in zip(BLANKS, known, strict=True) if not lines)
    sentences = [line for lines in known for line in lines]
    return [*(sentences or [SUPPORT]), *_notes(code, facts)], blanks


def _notes(code: str, facts: Facts) -> Iterator[str]:
    """What was noted of the latest weeks, up to the round."""
    notes = [it for it in facts.notes.get(code, ()) if it.round_on <= facts.request.round_on]
    for note in notes[-NAMED_COUNT:]:
        yield f"Ghi chú kỳ {day_text(note.round_on)}: {note.text}."


def _halls(code: str, facts: Facts) -> Iterator[str]:
    halls = facts.support.register.halls_in(code)
    if halls:
        ordered = sorted(halls, key=lambda it: (-(it.people_per_day_count or 0), it.name))
        names = listed([it.name for it in ordered], NAMED_COUNT)
        yield f"{count_text(len(halls))} hội trường: {names}."


def _sessions(code: str, facts: Facts) -> Iterator[str]:
    sessions = [it for it in facts.support.sessions if it.commune_code == code and it.is_live]
    held = [it for it in sessions if it.result is not None]
    for session in held[-NAMED_COUNT:]:
        yield f"Đã hỗ trợ {day_text(session.held_on)}: {words_of(session, facts.support.register).result}."
    ahead = [it for it in sessions if it.status is not Status.DONE and it.held_on > facts.request.round_on]
    if ahead:
        days = listed([day_text(it.held_on) for it in ahead], NAMED_COUNT)
        people = sum(it.expected_count for it in ahead)
        yield f"Dự kiến hỗ trợ {days}, cho khoảng {count_text(people)} người."


def _difficulties(code: str, facts: Facts) -> Iterator[str]:
    found = [it for it in facts.support.register.difficulties.values() if code in it.communes_affected]
    for difficulty in found[:NAMED_COUNT]:
        status = STATUSES.get(difficulty.difficulty_status, difficulty.difficulty_status).lower()
        answer = f"; trả lời: {difficulty.answer}" if difficulty.answer else ""
        yield f"Vướng mắc: {difficulty.difficulty_text} ({status}{answer})."
