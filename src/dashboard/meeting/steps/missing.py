"""Who is missing: carriers without a report, late ones, and communes that a report leaves out."""

from dashboard.briefing.content.facts import Facts, Row
from dashboard.briefing.content.plans import late, punctuality
from dashboard.briefing.content.words import communes_text, inline, listed
from dashboard.measures.wording import day_text, time_text
from dashboard.meeting.model import Bar, Bars, Figure, Step

MOST_NAMED = 6  # communes named before the rest is counted: what is read at a glance


def missing_step(facts: Facts) -> Step:
    """Also where nobody is missing: that is good news to be said."""
    rows, missing = facts.reporting, facts.missing
    return Step(
        id="con-thieu",
        kind="missing",
        title="Ai còn thiếu",
        message=f"Chưa báo cáo: {listed(missing)}" if missing else "Đủ báo cáo của các nhà mạng",
        figures=(
            Figure("Nhà mạng đã báo cáo", f"{len(rows) - len(missing)}/{len(rows)}", key="carriers_reported"),
            Figure("Báo cáo muộn", str(len(late(facts)))),
            Figure("Xã, phường bị bỏ sót", str(_left_out_count(facts))),
        ),
        points=tuple(_lacking(facts)),
        bars=(Bars("Tình hình báo cáo", tuple(map(_line, rows))),),
        layer="rate",
    )


def _left_out_count(facts: Facts) -> int:
    """Communes that the report of a carrier leaves out; of a missing carrier it is all of them."""
    return len({name for names in facts.lacking().values() for name in names})


def _line(row: Row) -> Bar:
    if row["is_missing"]:
        last = row["last_reported_on"]
        known = f"gần nhất là kỳ {day_text(last)}" if last else "chưa báo cáo kỳ nào"
        return Bar(row["carrier_name"], "chưa gửi", None, known)
    return Bar(
        row["carrier_name"], punctuality(row).lower(), None, f"nhận lúc {time_text(row['received_at'])}"
    )


def _lacking(facts: Facts) -> list[str]:
    return [
        f"{name} thiếu {communes_text(len(communes))}: {listed(list(map(inline, communes)), MOST_NAMED)}"
        for name, communes in facts.lacking().items()
    ]
