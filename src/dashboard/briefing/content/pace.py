"""How far the target is, and whether the pace of the last weeks leads there."""

from dataclasses import dataclass
from datetime import date, timedelta
from typing import Literal

from dashboard.briefing.content.facts import Facts
from dashboard.measures.wording import day_text, pct_text, points_text
from dashboard.reference.policy import Target, policy
from dashboard.reference.rounds import WEEK

State = Literal["reached", "missed", "on-pace", "behind", "unknown"]
FARTHEST = timedelta(days=3650)  # a day further off than ten years says only "never at this pace"


@dataclass(frozen=True)
class Pace:
    """Rate and target in percent; `needed` and `made` in percentage points a week, None where unknown."""

    target: Target
    verified_pct: float
    needed: float | None
    made: float | None
    reached_on: date | None

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
    target = next((each for each in policy().programme.targets if each.due_on > round_on), None)
    if target is None:
        return Pace(policy().programme.targets[-1], verified_pct, None, None, None)
    change = facts.province["verified_pct_change"]
    weeks = (round_on - facts.compare_on) / WEEK if facts.compare_on else None
    made = change / weeks if change is not None and weeks else None
    needed = max(0.0, target.verified_pct - verified_pct) / ((target.due_on - round_on) / WEEK)
    return Pace(target, verified_pct, needed, made, _reached_on(facts, target, made))


def pace_sentence(pace: Pace) -> str:
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
    return f"{needed}; {made}, {verdict}{_when(pace)}."


def _when(pace: Pace) -> str:
    if pace.made is None or pace.made <= 0:
        return " và chưa cho phép dự báo ngày hoàn thành"
    if pace.reached_on is None:
        return ""
    return f" (giữ nguyên tốc độ này thì đạt vào khoảng {day_text(pace.reached_on)})"


def _reached_on(facts: Facts, target: Target, made: float | None) -> date | None:
    if made is None or made <= 0:
        return None
    left = WEEK * ((target.verified_pct - facts.province["verified_pct"]) / made)
    return facts.request.round_on + left if timedelta(0) < left < FARTHEST else None


def _points(points: float | None) -> str:
    return points_text(points, 2).lstrip("+")
