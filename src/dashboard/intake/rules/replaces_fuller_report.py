"""A later file that would wipe communes of the one that stands: most likely a part, or a broken export."""

from collections.abc import Iterator

from dashboard.intake.case import Case
from dashboard.intake.finding import Finding, Severity
from dashboard.intake.wording import count_words, time_words

RULE = "replaces_fuller_report"
# Ours: a correction may leave out a few communes; whoever leaves out more has sent only what changed.
FEWEST_KEPT_PCT = 90


def find(case: Case) -> Iterator[Finding]:
    """An error when fewer than 90 % of the communes that the standing file covers are in this one."""
    standing = case.replaced
    if standing is None or not case.figures:
        return
    kept = standing.totals.keys() & {figure.commune_code for figure in case.figures}
    if len(kept) * 100 < len(standing.totals) * FEWEST_KEPT_PCT:
        whole = f"tệp “{standing.file_name}” nhận lúc {time_words(standing.received_at)}"
        yield Finding(
            RULE,
            Severity.ERROR,
            f"Tệp chỉ có {count_words(len(kept))} trong {count_words(len(standing.totals))} xã, phường của "
            f"báo cáo đang dùng ({whole}); nếu nhận, số liệu của các xã, phường còn lại sẽ mất.",
            value=standing.file_name,
            suggestion="Đề nghị nhà mạng gửi lại toàn bộ báo cáo của kỳ, không chỉ phần sửa.",
        )
