"""Zeros where there were many: an empty form sent in, or a column that was not filled."""

from collections.abc import Iterator

from dashboard.intake.bounded import bounded
from dashboard.intake.case import Case
from dashboard.intake.finding import Finding, Severity
from dashboard.intake.layout.vocabulary import COUNT_COLUMNS
from dashboard.intake.wording import count_words, day_words
from dashboard.reference.communes import commune_by_code
from dashboard.reference.policy import policy

RULE = "all_zero"
MOST_NAMED = 5


def find(case: Case) -> Iterator[Finding]:
    """One warning where the whole file is zero; else one for each commune that fell from many to 0."""
    if not case.figures:
        return
    if not any(figure.counts[column] for figure in case.figures for column in COUNT_COLUMNS):
        yield Finding(
            RULE,
            Severity.WARNING,
            f"Mọi số liệu của {count_words(len(case.figures))} xã, phường trong tệp đều bằng 0.",
            sheet=case.table.sheet_name if case.table else None,
            suggestion="Kiểm tra có gửi nhầm biểu chưa điền không; chưa có số liệu thì để trống, đừng ghi 0.",
        )
    else:
        yield from bounded(_fallen(case), MOST_NAMED)


def _fallen(case: Case) -> Iterator[Finding]:
    """Communes with 0 subscribers now that had at least so many as the policy calls noteworthy."""
    cells = {match.commune_code: match.row.cells["total_count"] for match in case.rows}
    for figure in case.figures:
        before = case.past.totals_before.get(figure.commune_code, 0)
        if figure.counts["total_count"] == 0 and before >= policy().checks.total_jump_floor_count:
            assert case.past.round_before_on is not None
            yield Finding(
                RULE,
                Severity.WARNING,
                f"{commune_by_code()[figure.commune_code].name}: tổng số thuê bao từ {count_words(before)} "
                f"(kỳ {day_words(case.past.round_before_on)}) thành 0.",
                suggestion="Kiểm tra dòng này đã được điền chưa; chưa có số liệu thì để trống, đừng ghi 0.",
            ).at(cells[figure.commune_code])
