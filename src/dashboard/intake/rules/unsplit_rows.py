"""Rows of figures that were not split into cells: they must not pass for words beside the table."""

from collections.abc import Iterator

from dashboard.intake.case import Case
from dashboard.intake.finding import Finding, Severity
from dashboard.intake.layout.unsplit import unsplit_cells
from dashboard.intake.wording import cell_words, count_words

RULE = "unsplit_rows"


def find(case: Case) -> Iterator[Finding]:
    """An error for each cell that holds a row of figures, or several, of the report's sheet."""
    if not case.headers:
        return
    for cell in unsplit_cells(case.headers[0].sheet):
        lines_count = len(cell.text.splitlines())
        many = f" ({count_words(lines_count)} dòng dồn vào một ô)" if lines_count > 1 else ""
        yield Finding(
            RULE,
            Severity.ERROR,
            f"{cell_words(cell)} chứa cả dòng số liệu không được tách thành cột{many}: “{cell.shown}”.",
            suggestion="Với tệp CSV: mọi dòng phải dùng cùng một dấu ngăn cách, dấu nháy kép phải có đủ cặp; "
            "hoặc lưu lại thành .xlsx rồi gửi.",
        ).at(cell)
