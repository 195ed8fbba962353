"""What changed since the round before."""

from collections.abc import Sequence
from datetime import date

from dashboard.briefing.content.facts import Facts, Row
from dashboard.briefing.content.result import change_sentence
from dashboard.measures.contribution import contribution
from dashboard.measures.contribution_words import contribution_sentences
from dashboard.measures.wording import count_change_text, points_text
from dashboard.meeting.model import Bar, Bars, Figure, Step

MOVERS_COUNT = 4  # at each end: what fits beside the map at the size of the room
SHOWN_LEAST = 0.05  # points: less is written as 0,0


def changed_step(facts: Facts) -> Step | None:
    """None where nobody reported for the round."""
    if facts.province["total_count"] is None:
        return None
    # It explains the rate of what was reported; the rate of last known figures moves otherwise.
    found = contribution(facts.cube, facts.scope) if facts.scope.basis == "this-week" else None
    return Step(
        id="thay-doi",
        kind="changed",
        title="Thay đổi so với kỳ trước",
        message=change_sentence(facts),
        figures=_figures(facts),
        points=tuple(contribution_sentences(found))[1:] if found else (),
        bars=_movers(facts),
        layer="change",
    )


def _figures(facts: Facts) -> tuple[Figure, ...]:
    row = facts.province
    if not row["pairs_compared_count"]:
        return ()
    since = f"từ kỳ {facts.compare_on:%d/%m}" if isinstance(facts.compare_on, date) else ""
    return (
        Figure("Tỷ lệ xác thực", points_text(row["verified_pct_change"]), since, "verified_pct_change"),
        Figure(
            "Xác thực thêm", count_change_text(row["verified_count_change"]), since, "verified_count_change"
        ),
    )


def _movers(facts: Facts) -> tuple[Bars, ...]:
    rows = [row for row in facts.by_commune.to_pylist() if row["verified_pct_change"] is not None]
    ranked = sorted(rows, key=lambda row: (row["verified_pct_change"], row["commune_code"]))
    if len(ranked) < 2 * MOVERS_COUNT:
        return ()
    largest = max(SHOWN_LEAST, *(abs(row["verified_pct_change"]) for row in ranked))
    slow, fast = ranked[:MOVERS_COUNT], ranked[: -MOVERS_COUNT - 1 : -1]
    return Bars("Chậm nhất", _bars(slow, largest)), Bars("Nhanh nhất", _bars(fast, largest))


def _bars(rows: Sequence[Row], largest: float) -> tuple[Bar, ...]:
    return tuple(
        Bar(
            row["commune_name"],
            points_text(row["verified_pct_change"]),
            100 * abs(row["verified_pct_change"]) / largest,
            key=row["commune_code"],
        )
        for row in rows
    )
