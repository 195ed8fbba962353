"""A row that names a commune and says nothing of it."""

from collections.abc import Iterator

from dashboard.intake.case import Case
from dashboard.intake.finding import Finding, Severity
from dashboard.intake.flawed_counts import is_blank
from dashboard.intake.rules.nothing_filled_in import is_unfilled
from dashboard.intake.wording import row_words

RULE = "blank_counts"


def find(case: Case) -> Iterator[Finding]:
    """A warning for each: the commune stays not reported, which is not zero. Of a form that nobody filled in
    one finding tells for all."""
    for match in () if is_unfilled(case) else case.rows:
        if is_blank(match.row):
            yield Finding(
                RULE,
                Severity.WARNING,
                f"{row_words(match.row)} để trống cả năm cột số liệu; xã, phường này được coi là chưa báo "
                "cáo.",
                suggestion="Điền số liệu rồi gửi lại; nếu thật sự không có thuê bao nào thì ghi 0.",
            ).at(match.row.place)
