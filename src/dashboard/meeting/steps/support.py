"""Support planned and done, as the briefing tells it: what is recorded, or that nothing is."""

from collections.abc import Iterator

from dashboard.briefing.content.facts import Facts
from dashboard.briefing.content.plans import plans_by_carrier
from dashboard.briefing.content.support import support_section
from dashboard.meeting.model import Bar, Bars, Step

MOST_LETTERS = 160  # of a carrier's plan: what is read at a glance


def support_step(facts: Facts) -> Step:
    """Always there: a week without support is something to know."""
    section = support_section(facts)
    told = [text for text in section.paragraphs if text.rstrip(".") != section.message]
    items = [item for points in section.points for item in points.items]
    plans = tuple(_plans(facts))
    return Step(
        id="ho-tro",
        kind="support",
        title="Hỗ trợ người dân",
        message=section.message,
        points=(*told, *items),
        bars=(Bars("Phương án nhà mạng nêu trong báo cáo kỳ này", plans),) if plans else (),
    )


def _plans(facts: Facts) -> Iterator[Bar]:
    plans = plans_by_carrier(facts)
    for row in facts.reporting:
        plan = plans.get(row["carrier_code"])
        if plan:
            short = plan if len(plan) <= MOST_LETTERS else f"{plan[:MOST_LETTERS].rsplit(' ', 1)[0]} …"
            yield Bar(row["carrier_name"], "", None, short)
