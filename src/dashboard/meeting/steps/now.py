"""The province now."""

from collections.abc import Iterator

from dashboard.briefing.content.facts import Facts
from dashboard.briefing.content.result import headline_facts
from dashboard.measures.outlook import next_aim, outlook_of_province, when_words
from dashboard.measures.wording import count_text, day_text, pct_text
from dashboard.meeting.model import Figure, Step
from dashboard.meeting.trend import trend_of

KEYS = ("verified_pct", "verified_count", "unverified_count", "locked_one_way_count", "locked_two_way_count")


def now_step(facts: Facts) -> Step:
    """Always there: also a round that nobody reported for is something to know."""
    return Step(
        id="toan-tinh",
        kind="now",
        title="Toàn cảnh",
        message=_message(facts),
        figures=tuple(_figures(facts)),
        points=tuple(filter(None, (_outlook(facts), _behind(facts)))),
        trend=trend_of(facts.history.to_pylist()),
        layer="rate",
    )


def _figures(facts: Facts) -> Iterator[Figure]:
    """All but the verified, which the message tells."""
    for key, fact in zip(KEYS, headline_facts(facts), strict=False):
        if key != "verified_count":
            yield Figure(fact.label, fact.value, fact.note, key)


def _message(facts: Facts) -> str:
    row = facts.province
    if row["total_count"] is None:
        return "Chưa nhà mạng nào gửi báo cáo kỳ này"
    return (
        f"Đã xác thực {count_text(row['verified_count'])} trong {count_text(row['total_count'])} thuê bao, "
        f"{len(facts.reporting) - len(facts.missing)}/{len(facts.reporting)} nhà mạng báo cáo"
    )


def _outlook(facts: Facts) -> str:
    aim = next_aim(facts.request.round_on)
    when = when_words(outlook_of_province(facts.cube, facts.scope, aim))
    return f"Mục tiêu {pct_text(aim.verified_pct, 0)} vào {day_text(aim.due_on)}: {when}." if when else ""


def _behind(facts: Facts) -> str:
    missing = ", ".join(facts.missing)
    if not missing:
        return ""
    if facts.scope.basis == "last-known":
        return f"{missing} chưa báo cáo kỳ này: tính bằng số gần nhất đã báo cáo."
    return f"Chưa có số liệu của {missing}; chưa báo cáo không tính là bằng không."
