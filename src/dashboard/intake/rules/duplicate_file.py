"""Bytes that were taken in before."""

from collections.abc import Iterator

from dashboard.intake.case import Case
from dashboard.intake.finding import Finding, Severity
from dashboard.intake.past import EarlierSubmission
from dashboard.intake.wording import carrier_words, day_words, time_words

RULE = "duplicate_file"
TAKEN_IN_OF = " đã tiếp nhận của "


def find(case: Case) -> Iterator[Finding]:
    """For the same carrier and round it changes nothing; the same bytes for another one are suspicious."""
    carrier_code, round_on = case.origin.carrier.value, case.origin.round_on.value
    same = case.past.same_report(carrier_code, round_on)
    if same is not None:
        standing = case.past.standing
        is_in_force = standing is not None and standing.submission_id == same.submission_id
        yield _already_taken_in(same, is_in_force=is_in_force)
    elif case.past.same_bytes and carrier_code is not None and round_on is not None:
        yield _taken_in_as_another(case.past.same_bytes[-1])


def tells_of_another(finding: Finding, carrier_code: str | None) -> bool:
    """Whether a finding says that a carrier other than this one sent the same bytes."""
    is_of_other_report = finding.rule == RULE and finding.severity is Severity.WARNING
    whose = finding.message.rpartition(TAKEN_IN_OF)[2]
    own = carrier_words(carrier_code) if carrier_code else ""
    return is_of_other_report and not (own and whose.startswith(f"{own} "))


def _already_taken_in(earlier: EarlierSubmission, *, is_in_force: bool) -> Finding:
    stands = (
        "Số liệu của tệp đang được dùng."
        if is_in_force
        else "Sau đó đã có tệp khác thay thế nên số liệu đang dùng không phải của tệp này."
    )
    return Finding(
        RULE,
        Severity.INFO,
        f"Tệp này đã được tiếp nhận lúc {time_words(earlier.received_at)} với tên “{earlier.file_name}”; "
        f"không có gì thay đổi. {stands}",
        value=earlier.file_name,
        suggestion=None
        if is_in_force
        else "Nếu muốn dùng lại số liệu này, lưu lại tệp (thêm ghi chú) rồi gửi.",
    )


def _taken_in_as_another(earlier: EarlierSubmission) -> Finding:
    return Finding(
        RULE,
        Severity.WARNING,
        f"Nội dung tệp giống hệt tệp “{earlier.file_name}”{TAKEN_IN_OF}{carrier_words(earlier.carrier_code)} "
        f"kỳ {day_words(earlier.round_on)}.",
        value=earlier.file_name,
        suggestion="Kiểm tra nhà mạng có gửi nhầm tệp cũ hoặc tệp của đơn vị khác không.",
    )
