"""Findings as a sheet of a workbook, for whoever has to put them right."""

from collections.abc import Mapping
from textwrap import wrap

from xlsxwriter import Workbook
from xlsxwriter.utility import quote_sheetname
from xlsxwriter.worksheet import Worksheet

from dashboard.briefing.workbook import LINE_HEIGHT, Grid, Heading, add_sheet
from dashboard.intake.finding import Finding, Severity
from dashboard.reference.columns import columns

SEVERITY_WORDS = {Severity.ERROR: "Lỗi", Severity.WARNING: "Cảnh báo", Severity.INFO: "Lưu ý"}
# Grounds that stay apart in a grey print: dark, light, none.
SEVERITY_GROUND = {Severity.ERROR: "#F4A6A0", Severity.WARNING: "#FFEFB0"}
COLUMNS = ("severity", "sheet", "cell", "value", "message", "suggestion", "rule")
CELL, SEVERITY = COLUMNS.index("cell"), COLUMNS.index("severity")


def add_findings_sheet(
    book: Workbook, heading: Heading, findings: tuple[Finding, ...], targets: Mapping[str | None, str]
) -> Worksheet:
    """A row per finding, in their order; `targets` names the sheet of this workbook that a finding's cell is
    linked to, by the sheet's name in the file (None: the only one of a CSV)."""
    grid = Grid([columns()[name] for name in COLUMNS], [_row(finding) for finding in findings])
    sheet = add_sheet(book, heading, grid)
    link = book.add_format({"font_color": "#0B57D0", "underline": 1, "valign": "top"})
    grounds = {
        severity: book.add_format({"bg_color": ground, "bold": True, "valign": "top"})
        for severity, ground in SEVERITY_GROUND.items()
    }
    for row, finding in enumerate(findings, start=heading.header_row + 1):
        sheet.set_row(row, _lines_count(grid, row - heading.header_row - 1) * LINE_HEIGHT)
        target, cell = targets.get(finding.sheet), cell_of(finding)
        if cell and target:
            sheet.write_url(row, CELL, f"internal:{quote_sheetname(target)}!{cell}", link, string=cell)
        if finding.severity in grounds:
            sheet.write_string(row, SEVERITY, SEVERITY_WORDS[finding.severity], grounds[finding.severity])
    return sheet


def cell_of(finding: Finding) -> str | None:
    """Name of the cell that a finding points to, of a whole row its first; None for one of the whole file."""
    return f"{finding.column or 'A'}{finding.row}" if finding.row else None


def _lines_count(grid: Grid, row: int) -> int:
    """Lines of the tallest cell of a row: not every program makes rows as high as their text on opening."""
    texts = [(str(cell or ""), grid.width(place) - 1) for place, cell in enumerate(grid.rows[row])]
    return max(len(wrap(text, width)) or 1 for text, width in texts)


def _row(finding: Finding) -> tuple[str | None, ...]:
    severity = SEVERITY_WORDS[finding.severity]
    words = finding.value, finding.message, finding.suggestion, finding.rule
    return (severity, finding.sheet, cell_of(finding), *words)
