"""Nothing says, or more than one thing says, whose report it is."""

from collections.abc import Iterator

from dashboard.intake.case import Case
from dashboard.intake.finding import Finding, Severity
from dashboard.intake.wording import carrier_words, listed

RULE = "carrier_unknown"


def find(case: Case) -> Iterator[Finding]:
    """One error; a file that could not be read is not asked whose it is."""
    said = case.origin.carrier
    if case.reading.fault or said.value is not None:
        return
    named = dict.fromkeys((*said.content, *said.file_name))
    what = (
        f"Tệp nêu nhiều nhà mạng: {listed([carrier_words(code) for code in named])}"
        if named
        else "Không thấy tên nhà mạng trong tệp cũng như trong tên tệp"
    )
    yield Finding(
        RULE,
        Severity.ERROR,
        f"{what} nên chưa biết báo cáo là của nhà mạng nào.",
        suggestion="Chọn nhà mạng khi tiếp nhận, hoặc ghi tên nhà mạng ở đầu bảng hay trong tên tệp.",
    )
