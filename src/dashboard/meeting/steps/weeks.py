"""The weeks so far, to be played on the map."""

from dashboard.briefing.content.facts import Facts
from dashboard.measures.wording import day_text, pct_text
from dashboard.meeting.model import Bar, Bars, Step

FEWEST_ROUNDS = 2  # of one round nothing moves
LISTED_COUNT = 12


def weeks_step(facts: Facts) -> Step | None:
    """None before the second round with figures."""
    known = [row for row in facts.history.to_pylist() if row["verified_pct"] is not None]
    if len(known) < FEWEST_ROUNDS:
        return None
    first, last = known[0], known[-1]
    rows = tuple(
        Bar(
            f"{row['round_on']:%d/%m}",
            pct_text(row["verified_pct"]),
            row["verified_pct"],
            f"{row['carriers_reported_count']}/{row['carriers_expected_count']} nhà mạng",
        )
        for row in known[-LISTED_COUNT:]
    )
    return Step(
        id="cac-ky",
        kind="weeks",
        title="Diễn biến các kỳ",
        message=(
            f"Từ {pct_text(first['verified_pct'])} (kỳ {day_text(first['round_on'])}) đến "
            f"{pct_text(last['verified_pct'])} (kỳ {day_text(last['round_on'])})"
        ),
        bars=(Bars("Tỷ lệ xác thực từng kỳ", rows),),
        layer="weeks",
    )
