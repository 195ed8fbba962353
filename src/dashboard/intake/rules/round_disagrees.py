"""Content, file name and what was given speak of different rounds."""

from collections.abc import Iterator

from dashboard.intake.case import Case
from dashboard.intake.finding import Finding, Severity
from dashboard.intake.wording import OR, day_words

RULE = "round_disagrees"


def find(case: Case) -> Iterator[Finding]:
    """An error where the content contradicts; a name of a file that contradicts what was given only warns."""
    said = case.origin.round_on
    if said.given is not None and said.content_disagrees:
        days = OR.join(day_words(day) for day in said.content)
        yield Finding(
            RULE,
            Severity.ERROR,
            f"Kỳ được chọn là {day_words(said.given)} nhưng nội dung tệp thuộc kỳ {days}.",
            value=days,
            suggestion="Chọn lại kỳ báo cáo, hoặc kiểm tra có gửi nhầm tệp của tuần khác không.",
        )
    elif said.value is not None and said.name_disagrees:
        days = OR.join(day_words(day) for day in said.file_name)
        yield Finding(
            RULE,
            Severity.ERROR if said.given is None else Severity.WARNING,
            f"Báo cáo thuộc kỳ {day_words(said.value)} nhưng tên tệp “{case.request.file_name}” thuộc kỳ "
            f"{days}.",
            value=days,
            suggestion="Kiểm tra có gửi nhầm tệp không; nếu đúng, chọn kỳ khi tiếp nhận hoặc sửa tên tệp.",
        )
