"""A file that is, or unpacks to, more than a report can be. Limits: settings, reading/limits.py."""

from collections.abc import Iterator

from dashboard.intake.case import Case
from dashboard.intake.finding import Finding, Severity

RULE = "too_large"

MESSAGES = {
    "bytes": "Tệp lớn {found} MiB, quá giới hạn {limit} MiB.",
    "unpacked": "Tệp nén chứa {found} MiB dữ liệu, quá giới hạn {limit} MiB; đã từ chối trước khi giải nén.",
    "ratio": "Nội dung giải nén lớn gấp {found} lần tệp, quá giới hạn {limit} lần; đã từ chối trước khi giải "
    "nén.",
    "entries": "Tệp nén chứa {found} tệp con, quá giới hạn {limit}; đã từ chối trước khi giải nén.",
    "sheets": "Tệp có {found} trang tính, quá giới hạn {limit}.",
    "rows": "{where} có dữ liệu ở ô {cell}, dòng {found}; giới hạn là {limit} dòng.",
    "columns": "{where} có dữ liệu ở ô {cell}, cột thứ {found}; giới hạn là {limit} cột.",
    "memory": "Đọc tệp cần hơn {limit} MiB bộ nhớ nên đã dừng.",
    "seconds": "Đọc tệp quá {limit} giây nên đã dừng.",
    "answer": "Nội dung đọc được lớn hơn {limit} MiB nên đã dừng.",
}
SUGGESTIONS = {
    "rows": "Xóa hẳn các dòng thừa dưới bảng (chọn cả dòng rồi Xóa), hoặc bỏ trang tính không thuộc báo cáo.",
    "columns": "Xóa hẳn các cột thừa bên phải bảng (chọn cả cột rồi Xóa), hoặc bỏ trang tính không thuộc báo "
    "cáo.",
}


def find(case: Case) -> Iterator[Finding]:
    """One error that says which limit was passed."""
    fault = case.reading.fault
    if fault is None or fault.rule != RULE:
        return
    what, sheet = str(fault.facts["what"]), fault.facts.get("sheet")
    where = f"Trang tính “{sheet}”" if sheet else "Tệp"
    yield Finding(
        RULE,
        Severity.ERROR,
        MESSAGES[what].format(where=where, **fault.facts),
        sheet=str(sheet) if sheet else None,
        suggestion=SUGGESTIONS.get(
            what, "Báo cáo tuần chỉ cần một bảng theo xã, phường: chép bảng đó sang tệp mới rồi gửi lại."
        ),
    )
