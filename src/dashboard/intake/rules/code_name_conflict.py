"""A code and a name in one row that do not go together."""

from collections.abc import Iterator

from dashboard.intake.case import Case
from dashboard.intake.finding import Finding, Severity
from dashboard.intake.matching.match import Match, Problem
from dashboard.intake.wording import OR, row_words

RULE = "code_name_conflict"


def find(case: Case) -> Iterator[Finding]:
    """An error where the name is another commune's; a warning where it is nobody's and the code decided."""
    for match in case.rows:
        if match.problem is Problem.CONFLICT:
            yield _conflict(match).at(match.row.cells["commune_code"])
        elif match.problem is Problem.NAME_NOT_RECOGNISED:
            yield _unrecognised(match).at(match.row.cells["commune_name"])


def _conflict(match: Match) -> Finding:
    assert match.place is not None
    name, code = match.row.shown("commune_name"), match.row.shown("commune_code")
    others = OR.join(f"{place.full_name} có mã {place.code}" for place in match.others)
    means = f", còn {others}" if others else ""
    return Finding(
        RULE,
        Severity.ERROR,
        f"{row_words(match.row)}: mã {code} là của {match.place.full_name} nhưng tên ghi “{name}”{means}.",
        suggestion="Kiểm tra số liệu dòng này là của xã, phường nào rồi sửa lại mã hoặc tên.",
    )


def _unrecognised(match: Match) -> Finding:
    assert match.place is not None
    return Finding(
        RULE,
        Severity.WARNING,
        f"{row_words(match.row)}: tên “{match.row.shown('commune_name')}” không có trong danh mục; "
        f"đã lấy theo mã {match.place.code} là {match.place.full_name}.",
        suggestion=f"Sửa tên thành “{match.place.name}” nếu đúng, nếu sai thì sửa mã.",
    )
