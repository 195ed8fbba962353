"""A round that has not come yet: most likely a slip in the date, such as month before day.

Figures of a future round would stand as the newest everywhere, and what is taken in cannot be taken back.
"""

from collections.abc import Iterator
from datetime import timedelta

from dashboard.intake.case import Case
from dashboard.intake.finding import Finding, Severity
from dashboard.intake.wording import day_words
from dashboard.reference.rounds import round_of
from dashboard.settings import LOCAL_ZONE

RULE = "round_in_future"
# Ours: a report ahead of a holiday is thinkable, one of the next quarter is not.
LONGEST_AHEAD = timedelta(weeks=4)


def find(case: Case) -> Iterator[Finding]:
    """An error beyond four weeks after the round of the day the file was received, a warning up to there.

    An ad hoc round was announced before its day: being early for it is no slip.
    """
    round_on = case.origin.round_on.value
    received_on = case.request.received_at.astimezone(LOCAL_ZONE).date()
    current = round_of(received_on)
    if round_on is None or round_on <= current or round_on in case.origin.calendar.ad_hoc:
        return
    yield Finding(
        RULE,
        Severity.ERROR if round_on - current > LONGEST_AHEAD else Severity.WARNING,
        f"Kỳ {day_words(round_on)} chưa đến: tệp được nhận ngày {day_words(received_on)}, thuộc kỳ "
        f"{day_words(current)}.",
        value=day_words(round_on),
        suggestion="Kiểm tra ngày ghi trong báo cáo (ngày trước, tháng sau); nếu sai thì sửa, hoặc chọn đúng "
        "kỳ khi tiếp nhận.",
    )
