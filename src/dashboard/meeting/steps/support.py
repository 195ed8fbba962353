"""Support planned and done, what stands in its way, and what carriers say they will do."""

from collections import Counter
from collections.abc import Iterator, Sequence

from dashboard.briefing.content.facts import Facts
from dashboard.briefing.content.plans import plans_by_carrier
from dashboard.briefing.content.words import inline
from dashboard.measures.wording import count_text
from dashboard.meeting.model import Bar, Bars, Figure, Step
from dashboard.meeting.support import Support
from dashboard.support.register.kinds import CATEGORIES
from dashboard.support.sessions.overview import words_of
from dashboard.support.sessions.record import Session

MOST_LETTERS = 160  # of a carrier's plan: what is read at a glance
LISTED_COUNT = 5  # sessions of a list
NONE = "Chưa có buổi hỗ trợ nào được ghi nhận"


def support_step(facts: Facts, support: Support) -> Step:
    """Always there: a week without support is something to know."""
    within = {row["commune_code"] for row in facts.by_commune.select(["commune_code"]).to_pylist()}
    done, coming, waiting = (
        [it for it in chosen if it.commune_code in within]
        for chosen in (support.done, support.coming, support.waiting)
    )
    lists = (
        Bars("Sắp tới", tuple(_coming(it, support) for it in coming[:LISTED_COUNT])),
        Bars("Đã thực hiện", tuple(_done(it, support) for it in done[:LISTED_COUNT])),
        Bars("Phương án nhà mạng nêu trong báo cáo kỳ này", tuple(_plans(facts))),
    )
    return Step(
        id="ho-tro",
        kind="support",
        title="Hỗ trợ người dân",
        message=f"{len(done)} buổi đã thực hiện, {len(coming)} buổi sắp tới" if done or coming else NONE,
        figures=tuple(_figures(done, coming, waiting)),
        points=tuple(_difficulties(support)),
        bars=tuple(each for each in lists if each.rows),
        layer="rate" if done or coming else "",
        pins=tuple(dict.fromkeys(it.commune_code for it in coming)),
    )


def session_points(sessions: Sequence[Session], support: Support) -> Iterator[str]:
    """A sentence for each session of a commune."""
    for session in sessions:
        said = words_of(session, support.register)
        told = said.result or said.expected
        yield f"Buổi hỗ trợ {said.day}, {said.hall} ({said.status.lower()}): {told}"


def _figures(
    done: Sequence[Session], coming: Sequence[Session], waiting: Sequence[Session]
) -> Iterator[Figure]:
    if not (done or coming or waiting):
        return
    verified_count = sum(it.result.verified_count for it in done if it.result)
    expected_count = sum(it.expected_count for it in coming)
    yield Figure("Đã xác thực tại các buổi", count_text(verified_count), f"{len(done)} buổi")
    yield Figure("Dự kiến đón", count_text(expected_count), f"người, {len(coming)} buổi sắp tới")
    if waiting:
        yield Figure("Chưa ghi kết quả", count_text(len(waiting)), "buổi đã qua ngày")


def _coming(session: Session, support: Support) -> Bar:
    said = words_of(session, support.register)
    people = f"{count_text(session.expected_count)} người"
    who = ", ".join(filter(None, (said.hall, people, said.groups, said.points)))
    return Bar(said.commune, f"{session.held_on:%d/%m}", None, f"{said.status}: {who}", session.commune_code)


def _done(session: Session, support: Support) -> Bar:
    said = words_of(session, support.register)
    return Bar(said.commune, f"{session.held_on:%d/%m}", None, said.result, session.commune_code)


def _difficulties(support: Support) -> Iterator[str]:
    """How many are open, by what they are about, the most frequent first."""
    found = support.difficulties
    if not found:
        return
    counted = Counter(it.difficulty_category for it in found).most_common()
    told = "; ".join(f"{count} về {inline(CATEGORIES.get(name, name))}" for name, count in counted)
    yield f"{len(found)} khó khăn, vướng mắc chưa giải quyết xong: {told}"


def _plans(facts: Facts) -> Iterator[Bar]:
    plans = plans_by_carrier(facts)
    for row in facts.reporting:
        plan = plans.get(row["carrier_code"])
        if plan:
            short = plan if len(plan) <= MOST_LETTERS else f"{plan[:MOST_LETTERS].rsplit(' ', 1)[0]} …"
            yield Bar(row["carrier_name"], "", None, short)
