"""Fewer verified in the whole province than in the round before, though no single commune stands out."""

from collections.abc import Iterator

from dashboard.intake.case import Case
from dashboard.intake.compared import compared
from dashboard.intake.finding import Finding, Severity
from dashboard.intake.wording import count_words, day_words, pct_words
from dashboard.reference.policy import policy

RULE = "verified_falls_overall"


def find(case: Case) -> Iterator[Finding]:
    """One warning where the sum over the communes in both reports falls by more than the policy allows."""
    both = compared(case)
    if both is None:
        return
    before, now = (int(side["verified_count"].sum()) for side in (both.before, both.now))
    fall_pct = 100 * (before - now) / before if before else 0.0
    if fall_pct > policy().checks.verified_drop_overall_pct:
        yield Finding(
            RULE,
            Severity.WARNING,
            f"Tổng số đã xác thực của {count_words(both.communes_count)} xã, phường so được giảm "
            f"{pct_words(fall_pct)}: từ {count_words(before)} (kỳ {day_words(both.before_on)}) xuống "
            f"{count_words(now)}.",
            sheet=case.table.sheet_name if case.table else None,
            suggestion="Số đã xác thực thường chỉ tăng: hỏi nhà mạng có gửi nhầm tệp của tuần cũ không.",
        )
