"""Content, file name and what was given name different carriers."""

from collections.abc import Iterator

from dashboard.intake.case import Case
from dashboard.intake.finding import Finding, Severity
from dashboard.intake.wording import OR, carrier_words

RULE = "carrier_disagrees"


def find(case: Case) -> Iterator[Finding]:
    """An error where the content contradicts; a name of a file that contradicts what was given only warns."""
    said = case.origin.carrier
    if said.content_disagrees:
        names = OR.join(carrier_words(code) for code in said.content)
        yield Finding(
            RULE,
            Severity.ERROR,
            f"Nhà mạng được chọn là {carrier_words(said.given)} nhưng trong tệp ghi {names}.",
            value=names,
            suggestion="Chọn lại nhà mạng, hoặc kiểm tra có gửi nhầm tệp không.",
        )
    elif said.name_disagrees:
        names = OR.join(carrier_words(code) for code in said.file_name)
        yield Finding(
            RULE,
            Severity.ERROR if said.given is None else Severity.WARNING,
            f"Báo cáo là của {carrier_words(said.value)} nhưng tên tệp “{case.request.file_name}” ghi "
            f"{names}.",
            value=names,
            suggestion="Kiểm tra có gửi nhầm tệp không; nếu đúng, chọn nhà mạng khi tiếp nhận hoặc sửa tên "
            "tệp.",
        )
