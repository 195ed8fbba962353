"""Fewer verified than in the carrier's last report: verified people do not become unverified."""

from collections.abc import Iterator

from dashboard.intake.case import Case
from dashboard.intake.finding import Finding, Severity
from dashboard.intake.wording import count_words, day_words
from dashboard.reference.communes import commune_by_code
from dashboard.reference.policy import policy

RULE = "verified_falls"


def find(case: Case) -> Iterator[Finding]:
    """A warning for each commune that fell by more than the policy allows, in share and in number."""
    limits = policy().checks
    kept_share = 1 - limits.verified_drop_pct / 100
    if case.past.round_before_on is None:
        return
    rows = {match.commune_code: match.row for match in case.rows}
    for figure in case.figures:
        before = case.past.verified_before.get(figure.commune_code, 0)
        now = figure.counts["verified_count"] or 0
        if now < before * kept_share and before - now >= limits.verified_drop_floor_count:
            yield Finding(
                RULE,
                Severity.WARNING,
                f"{commune_by_code()[figure.commune_code].name}: số đã xác thực giảm từ "
                f"{count_words(before)} "
                f"(kỳ {day_words(case.past.round_before_on)}) xuống {count_words(now)}.",
                suggestion="Số đã xác thực thường chỉ tăng: đề nghị nhà mạng kiểm tra và giải thích.",
            ).at(rows[figure.commune_code].cells["verified_count"])
