"""Paper, styles, page numbers and marks, as Decree 30/2020/NĐ-CP, annex I, has them.

A4; 20 mm above and below, 30 mm left, 16 mm right (allowed: 20-25, 20-25, 30-35, 15-20); Times New Roman 14;
page number in Arabic figures, centred above, not on the first page.
"""

from typing import Any

from docx.document import Document
from docx.oxml.ns import qn
from docx.shared import Mm, Pt, RGBColor

from dashboard.briefing.content import BriefingContent
from dashboard.briefing.office import Office, letter_address
from dashboard.briefing.word.markup import MARK_COLOUR, TWIPS_PER_MM, Look, field, paragraph, parsed, run

FONT, BODY_PT = "Times New Roman", 14
LEFT_MM, RIGHT_MM, ABOVE_MM = 30, 16, 20
TEXT_MM = 210 - LEFT_MM - RIGHT_MM
FOOTER_LOOK, NUMBER_LOOK = Look(size=9, italic=True), Look(size=13)
MARK_LOOK = Look(bold=True, size=11, colour=MARK_COLOUR)


def set_up(document: Document, content: BriefingContent, office: Office) -> None:
    """Page, styles, header and footer."""
    section = document.sections[0]
    section.page_width, section.page_height = Mm(210), Mm(297)
    section.left_margin, section.right_margin = Mm(LEFT_MM), Mm(RIGHT_MM)
    section.top_margin = section.bottom_margin = Mm(ABOVE_MM)
    section.header_distance = section.footer_distance = Mm(10)
    section.different_first_page_header_footer = True
    mark = content.footer.mark
    marked = run(f"\t{mark}", MARK_LOOK) if mark else ""
    # In one line, the number in the middle and the mark to the right: two would touch the text below.
    _fill(section.header, _tabbed(run("\t") + field("PAGE", NUMBER_LOOK) + marked))
    _fill(section.first_page_header, _tabbed(run("\t") + marked))
    traced = paragraph(run(content.footer.line, FOOTER_LOOK), "center")
    _fill(section.footer, traced)
    _fill(section.first_page_footer, _address(office) + traced)
    _set_styles(document)


def _address(office: Office) -> str:
    """A letter has its sender's address at the foot of its first page (annex I, box 13), a report none."""
    address = letter_address(office)
    return paragraph(run(address, Look(size=11)), "center") if address else ""


def _tabbed(runs: str) -> str:
    """A paragraph whose tabs lead to the middle and the right edge."""
    stops = (("center", TEXT_MM / 2), ("right", TEXT_MM))
    tabs = "".join(f'<w:tab w:val="{kind}" w:pos="{round(place * TWIPS_PER_MM)}"/>' for kind, place in stops)
    return f"<w:p><w:pPr><w:tabs>{tabs}</w:tabs></w:pPr>{runs}</w:p>"


def _fill(place: Any, markup: str) -> None:
    place.is_linked_to_previous = False
    element = place._element
    for child in list(element):
        element.remove(child)
    element.extend(parsed(markup))


def _set_styles(document: Document) -> None:
    looks = (
        ("Normal", BODY_PT, False, 0, 0),
        ("Heading 1", BODY_PT, True, 10, 4),
        ("Heading 2", BODY_PT, True, 8, 3),
        ("Heading 3", BODY_PT, True, 4, 2),
        ("Caption", 13, True, 6, 4),
    )
    for name, size, is_bold, before, after in looks:
        style = document.styles[name]
        style.font.name, style.font.size = FONT, Pt(size)
        style.font.bold, style.font.italic = is_bold, name == "Heading 3"
        style.font.color.rgb = RGBColor(0, 0, 0)
        fonts = style.element.get_or_add_rPr().get_or_add_rFonts()
        for key in ("asciiTheme", "hAnsiTheme", "eastAsiaTheme", "cstheme"):
            fonts.attrib.pop(qn(f"w:{key}"), None)
        for key in ("ascii", "hAnsi", "eastAsia", "cs"):
            fonts.set(qn(f"w:{key}"), FONT)
        room = style.paragraph_format
        room.space_before, room.space_after, room.line_spacing = Pt(before), Pt(after), 1.0
        room.keep_with_next = name != "Normal"
