"""The words of the Department's own form, which its writer (briefing/template) and the readers here share.

What the form itself carries is nothing the sender wrote: no finding tells of it.
"""

from dashboard.intake.reading.sheet import Sheet, SheetRow, cell_text

TITLE = "BÁO CÁO KẾT QUẢ XÁC THỰC THÔNG TIN THUÊ BAO DI ĐỘNG"
CARRIER = "Nhà mạng: "
ROUND = "Kỳ báo cáo: "
HOW_TO = "Chỉ điền các ô nền vàng. "
PROGRESS = "Tình hình điền: "
SIMULATED = "SỐ LIỆU MÔ PHỎNG"
INSTRUCTIONS_TITLE = "HƯỚNG DẪN ĐIỀN MẪU BÁO CÁO"
PLAN_LABEL = "Phương án xử lý:"

STARTS = (TITLE, CARRIER, ROUND, HOW_TO, PROGRESS, SIMULATED)


def is_of_the_form(text: str) -> bool:
    """Whether a line above the table is the form's own."""
    return text.startswith(STARTS)


def is_form(sheet: Sheet) -> bool:
    """Whether a sheet begins as the form does."""
    return _first_text(sheet.rows) == TITLE


def is_instructions(sheet: Sheet) -> bool:
    """Whether a sheet is the form's own of instructions."""
    return _first_text(sheet.rows) == INSTRUCTIONS_TITLE


def _first_text(rows: tuple[SheetRow, ...]) -> str:
    return next((cell_text(cell) for row in rows[:1] for cell in row.cells if cell is not None), "")
