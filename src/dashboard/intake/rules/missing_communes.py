"""Communes of today that the report says nothing of. They stay not reported, which is not zero."""

from collections.abc import Iterator

from dashboard.intake.case import Case
from dashboard.intake.finding import Finding, Severity
from dashboard.intake.flawed_counts import is_blank
from dashboard.intake.rules.nothing_filled_in import is_unfilled
from dashboard.intake.wording import count_words
from dashboard.reference.communes import communes

RULE = "missing_communes"


def find(case: Case) -> Iterator[Finding]:
    """One warning that names them all; none for a form that nobody filled in."""
    if not case.rows or is_unfilled(case):
        return
    present = {match.commune_code for match in case.rows if not is_blank(match.row)}
    missing = [commune.name for commune in communes() if commune.code not in present]
    if missing:
        yield Finding(
            RULE,
            Severity.WARNING,
            f"Thiếu số liệu của {len(missing)} trong {count_words(len(communes()))} xã, phường, "
            f"được ghi là chưa báo cáo (không phải bằng 0): {', '.join(missing)}.",
            sheet=case.table.sheet_name if case.table else None,
            suggestion="Đề nghị nhà mạng bổ sung các xã, phường này; xã, phường không có thuê bao thì ghi 0.",
        )
