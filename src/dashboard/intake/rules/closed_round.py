"""A file for a round that is closed: what it changes was already used.

A round closes when the next one is due, or when somebody decides so (reference/round_calendar.py). It counts
when the Department received the file, not when it was taken in.
"""

from collections.abc import Iterator

from dashboard.intake.case import Case
from dashboard.intake.finding import Finding, Severity
from dashboard.intake.wording import day_words, time_words
from dashboard.reference.reporting_round import Round, RoundState

RULE = "closed_round"


def find(case: Case) -> Iterator[Finding]:
    """A warning where the carrier's figures are restated or where people closed the round; else a note.

    A first report after the round closed by itself adds to it and takes nothing back; older rounds loaded at
    the beginning are all of that kind.
    """
    found = case.origin.round
    if found is None or found.state_at(case.request.received_at) is not RoundState.CLOSED:
        return
    if case.past.same_report(case.origin.carrier.value, found.round_on):
        return
    is_restatement = case.replaced is not None
    is_warning = is_restatement or found.is_closing_decided
    yield Finding(
        RULE,
        Severity.WARNING if is_warning else Severity.INFO,
        _message(found, is_restatement=is_restatement),
        value=day_words(found.round_on),
        suggestion="Đối chiếu với số liệu đã dùng trong báo cáo giao ban của kỳ; ghi rõ lý do đính chính."
        if is_restatement
        else "Báo cáo được ghi là muộn. Nếu đó là báo cáo của kỳ khác, chọn đúng kỳ khi tiếp nhận lại.",
    )


def _message(found: Round, *, is_restatement: bool) -> str:
    what = (
        "tệp này đính chính số liệu đã công bố của kỳ"
        if is_restatement
        else "tệp này bổ sung số liệu sau khi kỳ đã chốt"
    )
    return f"Kỳ {day_words(found.round_on)} đã chốt lúc {time_words(found.closes_at)}; {what}."
