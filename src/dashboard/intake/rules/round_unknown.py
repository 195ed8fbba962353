"""Nothing says, or more than one thing says, which round the report is of."""

from collections.abc import Iterator

from dashboard.intake.case import Case
from dashboard.intake.finding import Finding, Severity
from dashboard.intake.layout.origin import Origin
from dashboard.intake.wording import OR, day_words, listed
from dashboard.reference.rounds import previous_round, round_of

RULE = "round_unknown"


def find(case: Case) -> Iterator[Finding]:
    """One error; a file that could not be read is not asked for its round.

    The file's name does not decide between rounds that the content speaks of: a wrong name would put the
    figures into the wrong week, and nobody would see it.
    """
    said = case.origin.round_on
    is_open = said.value is None or (said.given is None and len(said.content) > 1)
    if is_open and not case.reading.fault:
        yield Finding(
            RULE,
            Severity.ERROR,
            f"{_what(case.origin)} nên chưa biết số liệu thuộc kỳ nào.",
            suggestion="Chọn kỳ báo cáo khi tiếp nhận, hoặc ghi “Kỳ báo cáo: từ ngày … đến ngày …” ở đầu "
            "bảng.",
        )


def _what(origin: Origin) -> str:
    named = dict.fromkeys((*origin.round_on.content, *origin.round_on.file_name))
    if named:
        return f"Tệp nêu nhiều kỳ báo cáo: {listed([day_words(day) for day in named])}"
    if origin.doubtful_days:
        day = origin.doubtful_days[0]
        rounds = OR.join(map(day_words, (previous_round(round_of(day)), round_of(day))))
        return (
            f"Tệp chỉ có ngày của văn bản ({day_words(day)}), không phải ngày chốt kỳ; có thể là báo cáo kỳ "
            f"{rounds}"
        )
    return "Không thấy ngày hoặc kỳ báo cáo trong tệp cũng như trong tên tệp"
