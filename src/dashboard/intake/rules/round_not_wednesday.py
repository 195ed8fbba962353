"""A day that names no round: rounds are named by their Wednesday (official letter, part 2)."""

from collections.abc import Iterator

from dashboard.intake.case import Case
from dashboard.intake.finding import Finding, Severity
from dashboard.intake.wording import day_words

RULE = "round_not_wednesday"
WEEKDAYS = ("thứ Hai", "thứ Ba", "thứ Tư", "thứ Năm", "thứ Sáu", "thứ Bảy", "Chủ nhật")


def find(case: Case) -> Iterator[Finding]:
    """A warning that says which round was taken: the one due on or after that day."""
    day, round_on = case.origin.day, case.origin.round_on.value
    if day is None or round_on is None or day == round_on:
        return
    yield Finding(
        RULE,
        Severity.WARNING,
        f"Ngày {day_words(day)} là {WEEKDAYS[day.weekday()]}, không phải ngày chốt kỳ báo cáo; "
        f"số liệu được tính vào kỳ {day_words(round_on)}.",
        value=day_words(day),
        suggestion=f"Nếu không phải kỳ {day_words(round_on)}, chọn đúng kỳ khi tiếp nhận lại.",
    )
