"""Nothing says, or more than one thing says, which round the report is of."""

from collections.abc import Iterator

from dashboard.intake.case import Case
from dashboard.intake.finding import Finding, Severity
from dashboard.intake.wording import day_words, listed

RULE = "round_unknown"


def find(case: Case) -> Iterator[Finding]:
    """One error; a file that could not be read is not asked for its round."""
    said = case.origin.round_on
    if case.reading.fault or said.value is not None:
        return
    named = dict.fromkeys((*said.content, *said.file_name))
    what = (
        f"Tệp nêu nhiều kỳ báo cáo: {listed([day_words(day) for day in named])}"
        if named
        else "Không thấy ngày hoặc kỳ báo cáo trong tệp cũng như trong tên tệp"
    )
    yield Finding(
        RULE,
        Severity.ERROR,
        f"{what} nên chưa biết số liệu thuộc kỳ nào.",
        suggestion="Chọn kỳ báo cáo khi tiếp nhận, hoặc ghi “Kỳ báo cáo: từ ngày … đến ngày …” ở đầu bảng.",
    )
