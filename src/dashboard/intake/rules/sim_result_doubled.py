"""SIM results of a commune that are told twice: on two rows, or also in the table of communes, otherwise."""

from collections.abc import Iterator

from dashboard.intake.annexes.records import Flaw
from dashboard.intake.case import Case
from dashboard.intake.finding import Finding, Severity
from dashboard.intake.wording import cell_words, count_words, label

RULE = "sim_result_doubled"


def find(case: Case) -> Iterator[Finding]:
    """A warning for each: the first row stands, and the table of communes before a sheet of its own."""
    for problem in case.annexes.problems_of(Flaw.DOUBLED_COMMUNE):
        yield Finding(
            RULE,
            Severity.WARNING,
            f"{cell_words(problem.cell)}: {problem.cell.shown} đã có kết quả SIM ở dòng trên; không lấy dòng "
            "này.",
            suggestion="Mỗi xã, phường chỉ ghi một dòng.",
        ).at(problem.cell)
    yield from _contradictions(case)


def _contradictions(case: Case) -> Iterator[Finding]:
    figures = {figure.commune_code: figure.counts for figure in case.figures}
    for result in case.annexes.sim_results:
        for column, value in result.counts.items():
            stored = figures.get(result.commune_code, {}).get(column)
            if value is not None and stored is not None and stored != value:
                cell = result.cells[column]
                yield Finding(
                    RULE,
                    Severity.WARNING,
                    f"{cell_words(cell)}: {label(column)} là {count_words(value)} nhưng bảng theo xã, phường "
                    f"ghi {count_words(stored)}; lấy số trong bảng.",
                    suggestion="Chỉ ghi ở một nơi, hoặc sửa cho hai nơi khớp nhau.",
                ).at(cell)
