"""The child that looks how a workbook is dressed: bytes on standard input, looks as JSON on standard output.

Run as `python -m dashboard.intake.reading.dress_child MEMORY_MIB SECONDS UNPACKED_MIB`. It binds itself and
looks into the archive as the reading child does before openpyxl sees a byte.
"""

import io
import json
import os
import sys
from collections.abc import Iterator
from typing import Any

from dashboard.intake.reading.archives import open_archive, spreadsheet_kind
from dashboard.intake.reading.limits import MOST_COLUMNS, Limits, limit_this_process
from dashboard.intake.reading.sheet import FaultError
from dashboard.intake.reading.xlsx_scan import scan_workbook

SPARING = {
    "OPENPYXL_LXML": "False",  # expat, whose guard against entities is known (xlsx_scan.py)
    "OPENBLAS_NUM_THREADS": "1",  # openpyxl loads numpy, whose threads would take the address space
}

NOTHING: dict[str, Any] = {"looks": [], "sheets": {}}
ALIGNS = {"left": "left", "center": "center", "right": "right", "justify": "justify"}
VALIGNS = {"top": "top", "center": "vcenter", "bottom": "bottom"}


def main() -> None:
    """Limit this process, look, answer."""
    limits = Limits(*map(int, sys.argv[1:4]))
    limit_this_process(limits)
    os.environ |= SPARING
    answer = json.dumps(_dress(sys.stdin.buffer.read(), limits), ensure_ascii=False)
    sys.stdout.buffer.write(answer.encode("utf-8"))


def _dress(content: bytes, limits: Limits) -> dict[str, Any]:
    """The looks of an XLSX as `dress.Dress` has them; nothing of a file that is faulty or none."""
    try:
        with open_archive(content, limits) as archive:
            if spreadsheet_kind(archive) != "xlsx":
                return NOTHING
            scan_workbook(archive)  # refuses a cell too far out, for which openpyxl would make a grid
        return _looks_of(content)
    except (FaultError, MemoryError):
        return NOTHING


def _looks_of(content: bytes) -> dict[str, Any]:
    import openpyxl

    book = openpyxl.load_workbook(io.BytesIO(content), keep_links=False, data_only=True)
    numbers: dict[str, int] = {}
    sheets = {sheet.title: _sheet(sheet, numbers) for sheet in book.worksheets}
    return {"looks": [json.loads(look) for look in numbers], "sheets": sheets}


def _sheet(sheet: Any, numbers: dict[str, int]) -> dict[str, Any]:
    """A sheet's looks; `numbers` gives each look its number, in the order in which they are met."""
    cells = {}
    for row in sheet.iter_rows(max_col=MOST_COLUMNS):
        for cell in row:
            if cell.has_style:
                look = json.dumps(_look(cell), sort_keys=True)
                cells[cell.coordinate] = numbers.setdefault(look, len(numbers))
    merged = [[it.min_row - 1, it.min_col - 1, it.max_row - 1, it.max_col - 1] for it in sheet.merged_cells]
    heights = {number - 1: it.height for number, it in sheet.row_dimensions.items() if it.height}
    return {"cells": cells, "merged": merged, "heights": heights, "widths": dict(_widths(sheet))}


def _widths(sheet: Any) -> Iterator[tuple[int, float]]:
    """Width by column; one record of the file may stand for a run of columns."""
    for found in sheet.column_dimensions.values():
        if found.width and found.customWidth and found.min and found.max:
            for column in range(found.min - 1, min(found.max, MOST_COLUMNS)):
                yield column, found.width


def _look(cell: Any) -> dict[str, Any]:
    """A cell's look in the words of `dress.MAY_SAY`, what is as usual left out."""
    font, fill, at = cell.font, cell.fill, cell.alignment
    ground = _colour(fill.fgColor) if fill.patternType == "solid" else None
    ink = _colour(font.color) if ground or fill.patternType is None else None  # light ink needs its ground
    look = {
        "font_name": font.name,
        "font_size": float(font.sz) if font.sz else None,
        "font_color": ink,
        "bold": bool(font.b),
        "italic": bool(font.i),
        "bg_color": ground,
        "border": 1 if cell.border.top.style and cell.border.left.style else None,
        "align": ALIGNS.get(at.horizontal),
        "valign": VALIGNS.get(at.vertical),
        "text_wrap": bool(at.wrap_text),
        "num_format": cell.number_format if cell.number_format != "General" else None,
    }
    return {name: value for name, value in look.items() if value}


def _colour(colour: Any) -> str | None:
    """ "#RRGGBB" of a colour that says so itself; None for one of a theme or of the old palette."""
    is_plain = colour is not None and colour.type == "rgb" and isinstance(colour.rgb, str)
    return f"#{colour.rgb[-6:]}" if is_plain else None


if __name__ == "__main__":
    main()
