"""A later file of a carrier and round that takes the place of an earlier one; both stay in the archive."""

from collections.abc import Iterator

from dashboard.intake.case import Case
from dashboard.intake.figures import totals_of
from dashboard.intake.finding import Finding, Severity
from dashboard.intake.wording import count_words, time_words

RULE = "supersedes_earlier"


def find(case: Case) -> Iterator[Finding]:
    """One piece of information: when the earlier file came, and how many communes and subscribers change."""
    standing = case.replaced
    if standing is None or not case.figures:
        return
    now = {figure.commune_code: figure.counts["total_count"] for figure in case.figures}
    codes = standing.totals.keys() | now.keys()
    changed_count = sum(now.get(code) != standing.totals.get(code) for code in codes)
    before, after = sum(standing.totals.values()), totals_of(case.figures)["total_count"] or 0
    yield Finding(
        RULE,
        Severity.INFO,
        f"Tệp này thay thế tệp “{standing.file_name}” nhận lúc {time_words(standing.received_at)}: trước có "
        f"{count_words(len(standing.totals))} xã, phường, nay có {count_words(len(now))}; tổng số thuê bao "
        f"từ {count_words(before)} thành {count_words(after)}; {count_words(changed_count)} xã, phường "
        "đổi số.",
        value=standing.file_name,
        suggestion="Tệp trước vẫn được lưu; nếu không định thay thế thì gửi lại tệp trước (thêm ghi chú).",
    )
