"""A file that is stored and changes no figure: what stands came later, or by a clock that ran ahead."""

from collections.abc import Iterator

from dashboard.intake.case import Case
from dashboard.intake.finding import Finding, Severity
from dashboard.intake.wording import time_words

RULE = "stands_behind"


def find(case: Case) -> Iterator[Finding]:
    """A warning: whoever brings a file expects its figures to show."""
    standing = case.outranked_by
    if standing is None or not case.figures:
        return
    here, there = time_words(case.request.received_at), time_words(standing.received_at)
    yield Finding(
        RULE,
        Severity.WARNING,
        f"Tệp này ghi nhận lúc {here}, trước tệp “{standing.file_name}” (nhận lúc {there}) đang được dùng "
        "cho kỳ này: tệp được lưu nhưng số liệu đang dùng không đổi.",
        value=standing.file_name,
        suggestion="Nếu đây là bản cũ thì không cần làm gì. Nếu là bản sửa mới nhất thì đồng hồ máy đã chạy "
        "sai lúc nhận tệp kia: chỉnh lại đồng hồ rồi nhận lại tệp này bằng lệnh ingest với --received-at "
        f"muộn hơn {there}.",
    )
