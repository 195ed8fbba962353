"""How far the target is, whether the pace since the last round leads there, and when it is reached."""

from dataclasses import dataclass
from typing import Literal

from dashboard.briefing.content.facts import Facts
from dashboard.measures.forecast import Aim, Forecast
from dashboard.measures.outlook import next_aim, outlook_of_province, when_words
from dashboard.measures.wording import day_text, pct_text, points_text
from dashboard.reference.rounds import WEEK

State = Literal["reached", "missed", "on-pace", "behind", "unknown"]


@dataclass(frozen=True)
class Pace:
    """Rate and target in percent; `needed` and `made` in percentage points a week, None where unknown."""

    target: Aim
    verified_pct: float
    needed: float | None
    made: float | None

    @property
    def state(self) -> State:
        """Where the programme stands."""
        if self.verified_pct >= self.target.verified_pct:
            return "reached"
        if self.needed is None:
            return "missed"
        if self.made is None:
            return "unknown"
        return "on-pace" if self.made >= self.needed else "behind"


def pace_of(facts: Facts) -> Pace | None:
    """Pace towards the next target, or the last one where all are past; None without a rate."""
    verified_pct = facts.province["verified_pct"]
    if verified_pct is None:
        return None
    round_on = facts.request.round_on
    target = next_aim(round_on)
    if target.due_on <= round_on:
        return Pace(target, verified_pct, None, None)
    change = facts.province["verified_pct_change"]
    weeks = (round_on - facts.compare_on) / WEEK if facts.compare_on else None
    made = change / weeks if change is not None and weeks else None
    needed = max(0.0, target.verified_pct - verified_pct) / ((target.due_on - round_on) / WEEK)
    return Pace(target, verified_pct, needed, made)


def forecast_of(facts: Facts, pace: Pace) -> Forecast | None:
    """When the target is reached, as the page Phân tích says it; None without a pace."""
    return outlook_of_province(facts.cube, facts.scope, pace.target)


def pace_sentence(pace: Pace, forecast: Forecast | None) -> str:
    """What that means, in a sentence."""
    aim = f"{pct_text(pace.target.verified_pct, 0)} vào ngày {day_text(pace.target.due_on)}"
    if pace.state == "reached":
        return f"Tỷ lệ đã đạt mục tiêu {aim}."
    if pace.state == "missed":
        short = pace.target.verified_pct - pace.verified_pct
        return f"Mục tiêu {aim} đã đến hạn nhưng chưa đạt, còn thiếu {points_text(short).lstrip('+')}."
    needed = f"Để đạt {aim}, mỗi tuần cần tăng bình quân {_points(pace.needed)}"
    if pace.state == "unknown":
        return f"{needed}."
    made = f"tốc độ so với kỳ trước là {_points(pace.made)} một tuần"
    verdict = "đáp ứng yêu cầu" if pace.state == "on-pace" else "chưa đáp ứng yêu cầu"
    when = when_words(forecast)
    return f"{needed}; {made}, {verdict}{f'; theo nhịp các tuần qua, {when}' if when else ''}."


def _points(points: float | None) -> str:
    return points_text(points, 2).lstrip("+")
