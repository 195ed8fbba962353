"""Assignment sheets in Word: one unit a file: a table of its sessions, what to bring, maps of the places."""

from collections.abc import Sequence
from datetime import datetime
from io import BytesIO

import docx
from docx.document import Document
from docx.enum.section import WD_ORIENT
from docx.shared import Mm, Pt

from dashboard.boundaries import Layer
from dashboard.briefing.assignments.content import FOR_WORDS, Assignment, Line
from dashboard.briefing.assignments.place_map import place_map
from dashboard.briefing.packing import describe, packed
from dashboard.briefing.word.page import FONT

HEADER = ("Ngày", "Giờ", "Xã, phường", "Địa điểm", "Cùng làm", "Liên hệ", "Dự kiến", "Ghi chú")
WIDTHS_MM = (24, 22, 30, 45, 50, 45, 27, 24)
MARGIN_MM, MAP_MM, MAPS_ACROSS = 15, 85, 3
MOST_MAPS = 6  # a sheet of many sessions names places once


def assignment_as_docx(assignment: Assignment, layer: Layer, made_at: datetime, mark: str = "") -> bytes:
    """The sheet; `mark` says that the sessions are simulated, "" that they are not."""
    document = docx.Document()
    _set_up(document, mark)
    _written(document, "PHIẾU PHÂN CÔNG HỖ TRỢ XÁC THỰC THUÊ BAO", 14, is_bold=True)
    _written(document, f"{FOR_WORDS[assignment.of]}: {assignment.name}", 13, is_bold=True)
    _table(document, assignment.lines)
    _written(document, "Chuẩn bị:", 12, is_bold=True)
    for each in assignment.to_bring:
        _written(document, f"– {each}.", 12)
    _maps(document, assignment, layer)
    title = f"Phiếu phân công: {assignment.name}"
    describe(document.core_properties, title, title, made_at)
    stream = BytesIO()
    document.save(stream)
    return packed(stream.getvalue())


def _set_up(document: Document, mark: str) -> None:
    section = document.sections[0]
    section.orientation = WD_ORIENT.LANDSCAPE
    section.page_width, section.page_height = Mm(297), Mm(210)
    section.left_margin = section.right_margin = section.top_margin = section.bottom_margin = Mm(MARGIN_MM)
    style = document.styles["Normal"]
    style.font.name, style.font.size = FONT, Pt(11)
    style.paragraph_format.space_after = Pt(2)
    if mark:
        section.header.paragraphs[0].text = mark
        section.header.paragraphs[0].runs[0].bold = True


def _written(document: Document, text: str, size: float, *, is_bold: bool = False) -> None:
    run = document.add_paragraph().add_run(text)
    run.font.size, run.bold = Pt(size), is_bold


def _table(document: Document, lines: Sequence[Line]) -> None:
    table = document.add_table(rows=1, cols=len(HEADER))
    table.style, table.autofit = "Table Grid", False
    for cell, text in zip(table.rows[0].cells, HEADER, strict=True):
        cell.text = text
        cell.paragraphs[0].runs[0].bold = True
    for line in lines:
        told = (
            line.day,
            line.hours,
            line.commune,
            line.place,
            line.with_whom,
            line.contacts,
            line.expected,
            line.note,
        )
        for cell, text in zip(table.add_row().cells, told, strict=True):
            cell.text = text
    for column, width in zip(table.columns, WIDTHS_MM, strict=True):
        column.width = Mm(width)  # LibreOffice goes by the columns, Word by the cells
    for row in table.rows:
        for cell, width in zip(row.cells, WIDTHS_MM, strict=True):
            cell.width = Mm(width)


def _maps(document: Document, assignment: Assignment, layer: Layer) -> None:
    """Each place once, several side by side."""
    places = dict.fromkeys((it.session.commune_code, it.session.hall_id) for it in assignment.lines)
    chosen = list(places)[:MOST_MAPS]
    for start in range(0, len(chosen), MAPS_ACROSS):
        paragraph = document.add_paragraph()
        for code, hall_id in chosen[start : start + MAPS_ACROSS]:
            picture = place_map(layer, code, assignment.register.halls.get(hall_id))
            paragraph.add_run().add_picture(BytesIO(picture), width=Mm(MAP_MM))
    if layer.is_schematic:
        _written(document, "Bản đồ là sơ đồ, không phải địa giới hành chính.", 9)
