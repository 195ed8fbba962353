"""A day that names no round, or a round that the carrier is not asked for.

Weekly rounds are named by their Wednesday (official letter, part 2), ad hoc ones by their own day.
"""

from collections.abc import Iterator

from dashboard.intake.case import Case
from dashboard.intake.finding import Finding, Severity
from dashboard.intake.wording import day_words
from dashboard.reference.carriers import carrier_by_code

RULE = "round_not_wednesday"
WEEKDAYS = ("thứ Hai", "thứ Ba", "thứ Tư", "thứ Năm", "thứ Sáu", "thứ Bảy", "Chủ nhật")


def find(case: Case) -> Iterator[Finding]:
    """A warning that says which round was taken: the one due on or after a day that names none."""
    day, found = case.origin.day, case.origin.round
    if day is None or found is None:
        return
    if day != found.round_on:
        yield Finding(
            RULE,
            Severity.WARNING,
            f"Ngày {day_words(day)} là {WEEKDAYS[day.weekday()]}, không phải ngày chốt kỳ báo cáo và không "
            f"có kỳ đột xuất ngày này; số liệu được tính vào kỳ {day_words(found.round_on)}.",
            value=day_words(day),
            suggestion=f"Nếu không phải kỳ {day_words(found.round_on)}, chọn đúng kỳ khi tiếp nhận lại.",
        )
    elif found.is_ad_hoc and case.origin.carrier.value not in (None, *found.expected):
        yield _not_asked(case, day_words(day))


def _not_asked(case: Case, day: str) -> Finding:
    carrier = carrier_by_code()[case.origin.carrier.value or ""].name
    return Finding(
        RULE,
        Severity.WARNING,
        f"Kỳ {day} là kỳ đột xuất mà {carrier} không thuộc diện phải báo cáo; số liệu vẫn được tính vào kỳ "
        "này.",
        value=day,
        suggestion="Nếu là báo cáo hàng tuần, chọn đúng kỳ (ngày thứ Tư) khi tiếp nhận lại.",
    )
