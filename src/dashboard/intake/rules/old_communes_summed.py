"""A file by the communes of before 1 July 2025, summed into those of today."""

from collections.abc import Iterator

from dashboard.intake.case import Case
from dashboard.intake.finding import Finding, Severity
from dashboard.intake.matching.places import Lists

RULE = "old_communes_summed"


def find(case: Case) -> Iterator[Finding]:
    """One piece of information: the figures on the map are sums, not what stands in any one row."""
    if case.matches is not None and case.matches.lists is Lists.BEFORE:
        rows_count = sum(match.commune_code is not None for match in case.rows)
        yield Finding(
            RULE,
            Severity.INFO,
            f"Tệp lập theo xã, phường, thị trấn trước ngày 01/7/2025: {rows_count} dòng đã được cộng vào "
            f"{len(case.figures)} xã, phường hiện nay.",
            sheet=case.table.sheet_name if case.table else None,
            suggestion="Đề nghị nhà mạng chuyển sang danh mục xã, phường hiện hành.",
        )
