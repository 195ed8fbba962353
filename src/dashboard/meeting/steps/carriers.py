"""Carriers compared."""

from dashboard.briefing.content.by_carrier import carriers_section
from dashboard.briefing.content.facts import Facts, Row
from dashboard.briefing.content.plans import punctuality
from dashboard.measures.wording import count_text, pct_text, points_text
from dashboard.meeting.model import Bar, Bars, Step

FEWEST = 2  # of one carrier there is nothing to compare


def carriers_step(facts: Facts) -> Step | None:
    """None where the filter leaves one carrier, or nobody reported."""
    section = carriers_section(facts)
    rows = facts.by_carrier.to_pylist()
    if section is None or len(rows) < FEWEST:
        return None
    reported = {row["carrier_code"]: row for row in facts.reporting}
    ranked = sorted(
        rows, key=lambda row: -1 if row["verified_pct"] is None else row["verified_pct"], reverse=True
    )
    return Step(
        id="nha-mang",
        kind="carriers",
        title="So sánh nhà mạng",
        message=section.message,
        bars=(
            Bars("Tỷ lệ xác thực", tuple(_bar(facts, row, reported[row["carrier_code"]]) for row in ranked)),
        ),
        layer="carriers",
    )


def _bar(facts: Facts, row: Row, reported: Row) -> Bar:
    when = punctuality(reported).lower()
    if row["total_count"] is None:
        return Bar(row["carrier_name"], "chưa báo cáo", None)
    change = row["verified_pct_change"]
    parts = [f"còn {count_text(row['unverified_count'])}"]
    parts += [] if change is None else [points_text(change)]
    parts += [dated] if (dated := earlier_text(facts, row)) else [f"báo cáo {when}"]
    return Bar(
        row["carrier_name"],
        pct_text(row["verified_pct"]),
        row["verified_pct"],
        " · ".join(parts),
        row["carrier_code"],
    )


def earlier_text(facts: Facts, row: Row) -> str:
    """Which earlier round a last known figure comes from; "" for one of the round itself."""
    day = row["reported_on"]
    return f"số kỳ {day:%d/%m}" if day and day != facts.scope.round_on else ""
