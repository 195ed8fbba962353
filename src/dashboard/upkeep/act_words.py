"""What acts are called: their subjects, where they came from, and what a journal's chain may say."""

from collections.abc import Mapping

from dashboard.intake.wording import count_words
from dashboard.store.chain import ChainReport, Fault

SUBJECT_WORDS: Mapping[str, str] = {
    "report_file": "Tệp báo cáo",
    "alias": "Tên đã xác nhận",
    "layout": "Mẫu bảng đã xác nhận",
    "warning_accepted": "Cảnh báo đã chấp nhận",
    "restatement_reason": "Lý do đính chính",
    "report_token": "Mã truy cập API",
    "ad_hoc_round": "Kỳ đột xuất",
    "round_due": "Hạn kỳ báo cáo",
    "round_closing": "Đóng kỳ báo cáo",
    "hall": "Hội trường",
    "volunteer_group": "Nhóm tình nguyện",
    "service_point": "Điểm phục vụ",
    "difficulty": "Vướng mắc",
    "register_file": "Tệp của sổ hỗ trợ",
    "plan_assumption": "Giả định kế hoạch",
    "plan_rule": "Ràng buộc kế hoạch",
    "saved_view": "Khung nhìn đã lưu",
    "commune_note": "Ghi chú của xã, phường",
    "meeting": "Cuộc họp",
    "meeting_decision": "Quyết định của cuộc họp",
    "account": "Tài khoản",
    "account_identity": "Người của tài khoản",
    "session": "Buổi hỗ trợ",
    "sign_in_session": "Phiên đăng nhập",
    "office": "Thiết lập của Sở",
    "briefing_wording": "Câu chữ báo cáo",
    "briefing_template": "Mẫu báo cáo giao ban",
    "layer_published": "Lớp ranh giới",
    "policy_changed": "Tệp chính sách",
}
WAY_WORDS: Mapping[str, str] = {
    "page": "trang",
    "command": "dòng lệnh",
    "api": "API",
    "inbox": "thư mục nhận tệp",
    "demo": "mô phỏng",
    "app": "chương trình",
    "": "không ghi",
}
# Of an administrator who is not of the Department: what these hold may be figures.
WITHOUT_FIGURES = frozenset(
    {
        "account", "account_identity", "sign_in_session", "report_token", "layout", "alias",
        "layer_published", "policy_changed", "ad_hoc_round", "round_due", "round_closing", "office",
        "briefing_template", "report_file", "register_file",
    }
)  # fmt: skip
FAULTS: Mapping[Fault, str] = {
    "unreadable": "không đọc được",
    "link": "không khớp với dòng ngay trước nó: dòng này hoặc dòng trước đã bị sửa, xóa, chèn hay đổi chỗ",
    "seal": "không khớp với các dòng cũ mà nó niêm phong: có dòng cũ đã bị sửa, xóa, chèn hay đổi chỗ",
    "ordinal": "có số thứ tự không lớn hơn dòng trước",
    "head": "là dòng cuối, nhưng không còn dòng nào mang mã đã ghi lại: nhật ký bị cắt bớt hoặc viết lại",
}


def subject_words(subject: str) -> str:
    """What an act is about."""
    return SUBJECT_WORDS.get(subject, subject)


def origin_words(way: str, address: str) -> str:
    """Where an act came from."""
    words = WAY_WORDS.get(way, way)
    return f"{words}, {address}" if address else words


def chain_words(report: ChainReport) -> str:
    """What a walk along the journal found, in sentences on lines of their own."""
    if report.fault is not None:
        return f"Nhật ký KHÔNG nguyên vẹn: dòng {report.broken_line} {FAULTS[report.fault]}."
    said = [f"Nhật ký nguyên vẹn: {count_words(report.lines_count)} dòng."]
    if report.sealed_count:
        said.append(f"{count_words(report.sealed_count)} dòng đầu có từ trước, được niêm phong chung.")
    if report.open_count:
        said.append(f"{count_words(report.open_count)} dòng cũ chưa được niêm phong (sẽ làm ở lần ghi tới).")
    return "\n".join([*said, f"Mã dòng cuối (hãy ghi lại ở nơi khác): {report.head}"])
