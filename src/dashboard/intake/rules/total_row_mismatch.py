"""A total row that contradicts the rows it stands for."""

from collections.abc import Iterator
from math import inf

from dashboard.intake.case import Case
from dashboard.intake.finding import Finding, Severity
from dashboard.intake.layout.table import DataRow, Table
from dashboard.intake.wording import cell_words, count_words, label

RULE = "total_row_mismatch"


def find(case: Case) -> Iterator[Finding]:
    """A warning for each column: the rows are what is stored, but one of them may be wrong or left out.

    A total may stand for all rows or, where a table has several, for those between it and the total before or
    the one after: some write it below its rows, some above. A formula whose result the file does not hold
    says nothing, nor does a column that itself has flaws.
    """
    if case.table is None:
        return
    for total in case.table.totals:
        for column in total.counts:
            stated = total.counts[column].value
            sums = _sums(case.table, total, column)
            if stated is not None and sums and stated not in sums:
                yield Finding(
                    RULE,
                    Severity.WARNING,
                    f"{cell_words(total.cells[column])}: dòng tổng ghi {label(column)} là "
                    f"{count_words(stated)} "
                    f"nhưng cộng các dòng được {count_words(sums[0])}, lệch "
                    f"{count_words(abs(stated - sums[0]))}.",
                    suggestion="Kiểm tra có thiếu dòng, thừa dòng hoặc số tổng chưa cập nhật không.",
                ).at(total.cells[column])


def _sums(table: Table, total: DataRow, column: str) -> tuple[int, ...]:
    """Sum of all rows, then of those up to the total above and below; none where a count has a flaw."""
    above = max((other.number for other in table.totals if other.number < total.number), default=0)
    below = min((other.number for other in table.totals if other.number > total.number), default=inf)
    parts = (
        table.rows,
        [row for row in table.rows if above < row.number < total.number],
        [row for row in table.rows if total.number < row.number < below],
    )
    values = [[row.counts[column].value for row in rows] for rows in parts if rows]
    if any(value is None for part in values for value in part):
        return ()
    return tuple(sum(value or 0 for value in part) for part in values)
