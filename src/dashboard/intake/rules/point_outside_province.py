"""Coordinates of a service point that are none, or lie outside Thanh Hóa."""

from collections.abc import Iterator

from dashboard.intake.annexes.records import Flaw
from dashboard.intake.case import Case
from dashboard.intake.finding import Finding, Severity
from dashboard.intake.wording import cell_words

RULE = "point_outside_province"


def find(case: Case) -> Iterator[Finding]:
    """A warning for each: the point is stored by its address, without coordinates."""
    for problem in case.annexes.problems_of(Flaw.OUTSIDE_PROVINCE):
        yield Finding(
            RULE,
            Severity.WARNING,
            f"{cell_words(problem.cell)}: tọa độ của điểm phục vụ thiếu, không phải số hoặc nằm ngoài tỉnh "
            "Thanh Hóa; điểm được lưu theo địa chỉ, không có tọa độ.",
            suggestion="Ghi độ thập phân (WGS 84), ví dụ vĩ độ 19,8067, kinh độ 105,7852; kiểm tra hai số có "
            "bị đổi chỗ không.",
        ).at(problem.cell)
