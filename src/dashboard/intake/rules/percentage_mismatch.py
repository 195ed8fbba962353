"""A rate stated in the file that contradicts the counts beside it."""

import re
from collections.abc import Iterator

from dashboard.intake.case import Case
from dashboard.intake.finding import Finding, Severity
from dashboard.intake.reading.sheet import CellValue
from dashboard.intake.wording import pct_words, row_words
from dashboard.reference.policy import policy

RULE = "percentage_mismatch"
STATED = re.compile(r"^([0-9]{1,3})(?:[.,]([0-9]{1,6}))?\s*(%?)$")


def find(case: Case) -> Iterator[Finding]:
    """A warning for each such row, the totals too; the counts are what is stored."""
    totals = case.table.totals if case.table else ()
    for row in (*(match.row for match in case.whole_rows()), *totals):
        cell = row.cells.get("verified_pct")
        total, verified = row.counts["total_count"].value, row.counts["verified_count"].value
        if cell is None or not total or verified is None:
            continue
        counted_pct = 100 * verified / total
        readings = stated_rates(cell.value)
        if readings and all(abs(stated - counted_pct) > _tolerance(step) for stated, step in readings):
            yield Finding(
                RULE,
                Severity.WARNING,
                f"{row_words(row)}: cột tỷ lệ ghi {cell.shown} nhưng tính từ số liệu là "
                f"{pct_words(counted_pct)}.",
                suggestion="Kiểm tra số đã xác thực và tổng số của dòng này; tỷ lệ bằng đã xác thực chia "
                "tổng số.",
            ).at(cell)


def stated_rates(value: CellValue) -> tuple[tuple[float, float], ...]:
    """Each rate in percent that a cell may state, with the step of its last digit; none for what states none.

    A number up to 1 may be a share: the spreadsheet program shows it as percent, a CSV as it is.
    """
    if isinstance(value, bool) or not isinstance(value, int | float | str):
        return ()
    found = STATED.match(value if isinstance(value, str) else f"{value:.6g}")
    if found is None:
        return ()
    decimals = len(found[2] or "")
    number = float(f"{found[1]}.{found[2] or 0}")
    as_percent = (number, 10.0**-decimals)
    is_share = number <= 1 and not found[3]
    return (as_percent, (number * 100, 10.0 ** (2 - decimals))) if is_share else (as_percent,)


def _tolerance(step: float) -> float:
    """A rate may be rounded to the last digit shown; the policy allows a little more."""
    return max(policy().checks.rate_tolerance_pct, step / 2 + 1e-9)
