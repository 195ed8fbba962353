"""A row of figures whose commune cannot be told."""

from collections.abc import Iterator

from dashboard.intake.case import Case
from dashboard.intake.finding import Finding, Severity
from dashboard.intake.matching.match import Match, Problem
from dashboard.intake.wording import OR, row_words

RULE = "unknown_commune"
CONFIRM = " Nếu biết tên này là nơi nào thì xác nhận trên trang Báo cáo, hoặc bằng lệnh aliases confirm."
PROBLEMS = (Problem.NAMELESS, Problem.UNKNOWN_CODE, Problem.UNKNOWN_NAME, Problem.AMBIGUOUS_NAME)


def find(case: Case) -> Iterator[Finding]:
    """An error for each such row; the nearest names are suggestions to a person, never taken."""
    for match in case.rows:
        if match.problem in PROBLEMS:
            code = match.row.cells.get("commune_code")
            cell = code if code and match.problem is Problem.UNKNOWN_CODE else match.row.place
            yield Finding(
                RULE, Severity.ERROR, f"{row_words(match.row)}: {_why(match)}.", suggestion=_suggestion(match)
            ).at(cell)


def _why(match: Match) -> str:
    code, name = match.row.shown("commune_code"), match.row.shown("commune_name")
    if match.problem is Problem.NAMELESS:
        return "có số liệu nhưng không có mã và tên xã, phường"
    if match.problem is Problem.UNKNOWN_CODE:
        return f"mã “{code}” không có trong danh mục xã, phường"
    if match.problem is Problem.AMBIGUOUS_NAME:
        return f"tên “{name}” có thể chỉ nhiều xã, phường khác nhau"
    return f"tên “{name}” không có trong danh mục xã, phường"


def _suggestion(match: Match) -> str:
    if not match.others:
        return "Ghi mã hoặc tên xã, phường vào dòng này; nếu là dòng tổng thì ghi “Tổng cộng”."
    names = OR.join(f"{place.full_name}, mã {place.code}" for place in match.others)
    how = "Ghi rõ một trong các tên" if match.problem is Problem.AMBIGUOUS_NAME else "Tên gần giống nhất"
    confirm = CONFIRM if match.problem is Problem.UNKNOWN_NAME else ""
    return f"{how}: {names}.{confirm}"
