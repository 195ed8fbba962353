"""A formula where a name or a count belongs. It is never evaluated, and never written back as a formula."""

from collections.abc import Iterator

from dashboard.intake.case import Case
from dashboard.intake.finding import Finding, Severity
from dashboard.intake.layout.table import Cell
from dashboard.intake.layout.vocabulary import COUNT_COLUMNS, PLACE_COLUMNS, SIM_COLUMNS
from dashboard.intake.wording import cell_words, label, sheet_words

RULE = "formula_in_cell"
SUGGESTION = "Thay công thức bằng giá trị: chép cột đó rồi Dán đặc biệt > Giá trị."


def find(case: Case) -> Iterator[Finding]:
    """An error for each name or code made by a formula, and each count whose result the file does not hold.

    Counts whose result the sender's program saved are used as saved, with one warning for the column.
    """
    for column in (*PLACE_COLUMNS, *COUNT_COLUMNS, *SIM_COLUMNS):
        cells = [
            match.row.cells[column]
            for match in case.rows
            if column in match.row.cells and match.row.cells[column].formula is not None
        ]
        saved = [
            cell for cell in cells if column not in PLACE_COLUMNS and not isinstance(cell.value, str | None)
        ]
        yield from (_unusable(column, cell) for cell in cells if cell not in saved)
        if saved:
            yield _used_as_saved(column, saved)


def _unusable(column: str, cell: Cell) -> Finding:
    return Finding(
        RULE,
        Severity.ERROR,
        f"{cell_words(cell)}: cột {label(column)} chứa công thức “={cell.formula}”. Hệ thống không tính công "
        "thức.",
        suggestion=SUGGESTION,
        sheet=cell.sheet,
        row=cell.row,
        column=cell.column,
        value=f"={cell.formula}",
    )


def _used_as_saved(column: str, cells: list[Cell]) -> Finding:
    return Finding(
        RULE,
        Severity.WARNING,
        f"Cột {label(column)}{sheet_words(cells[0].sheet)} có {len(cells)} ô là công thức (từ "
        f"{cells[0].name} "
        f"đến {cells[-1].name}); đã lấy kết quả lưu sẵn trong tệp, không tính lại.",
        suggestion=SUGGESTION,
    ).at(cells[0])
