"""One slide: its title, what stands on it, the footer that every figure can be traced by, and the mark."""

from dataclasses import dataclass
from typing import Any

from pptx.dml.color import RGBColor
from pptx.enum.text import MSO_ANCHOR, PP_ALIGN
from pptx.presentation import Presentation
from pptx.util import Mm, Pt

from dashboard.briefing.content import BriefingContent

FONT = "Arial"
INK, FAINT, MARK = RGBColor(0x1F, 0x29, 0x33), RGBColor(0x52, 0x60, 0x6D), RGBColor(0xB0, 0x00, 0x20)
ACCENT, PALE = RGBColor(0x0B, 0x53, 0x94), RGBColor(0xE7, 0xEC, 0xF2)
WIDTH_MM, HEIGHT_MM = 338.67, 190.5  # 16:9, as PowerPoint has it
MARGIN_MM, TOP_MM, BOTTOM_MM = 14, 38, 176
TITLE_ONLY = 5  # layout of the standard template
TITLE_PT, FOOTER_PT = 27, 11


@dataclass(frozen=True)
class Box:
    """A place on a slide, in mm from the upper left corner."""

    left: float
    top: float
    width: float
    height: float

    @property
    def emu(self) -> tuple[Mm, Mm, Mm, Mm]:
        """As python-pptx takes it."""
        return Mm(self.left), Mm(self.top), Mm(self.width), Mm(self.height)


WHOLE = Box(MARGIN_MM, TOP_MM, WIDTH_MM - 2 * MARGIN_MM, BOTTOM_MM - TOP_MM)


@dataclass(frozen=True)
class Type:
    """How text is set."""

    size: float
    bold: bool = False
    colour: RGBColor = INK
    align: Any = PP_ALIGN.LEFT


def new_slide(deck: Presentation, content: BriefingContent, title: str) -> Any:
    """A slide with its one message as title, footer, number and mark."""
    slide = deck.slides.add_slide(deck.slide_layouts[TITLE_ONLY])
    heading = slide.shapes.title
    heading.left, heading.top, heading.width, heading.height = Box(MARGIN_MM, 11, WHOLE.width, 23).emu
    heading.text_frame.word_wrap = True
    heading.text_frame.margin_left = heading.text_frame.margin_right = 0
    heading.text_frame.vertical_anchor = MSO_ANCHOR.MIDDLE
    set_text(heading.text_frame.paragraphs[0], title, Type(TITLE_PT, True, ACCENT))
    number = len(deck.slides)
    write(slide, Box(MARGIN_MM, 179, WHOLE.width - 20, 7), content.footer.line, Type(FOOTER_PT, colour=FAINT))
    place = Box(WIDTH_MM - MARGIN_MM - 20, 179, 20, 7)
    write(slide, place, str(number), Type(FOOTER_PT, colour=FAINT, align=PP_ALIGN.RIGHT))
    if content.footer.mark:
        box = Box(WIDTH_MM - MARGIN_MM - 90, 3.5, 90, 8)
        write(slide, box, content.footer.mark, Type(14, True, MARK, PP_ALIGN.RIGHT))
    return slide


def write(slide: Any, box: Box, text: str, look: Type) -> Any:
    """Text in a box, a paragraph per line; the shape."""
    shape = slide.shapes.add_textbox(*box.emu)
    frame = shape.text_frame
    frame.word_wrap = True
    frame.margin_left = frame.margin_right = frame.margin_top = frame.margin_bottom = 0
    for place, line in enumerate(text.split("\n")):
        paragraph = frame.paragraphs[0] if place == 0 else frame.add_paragraph()
        set_text(paragraph, line, look)
        paragraph.space_after = Pt(look.size * 0.45)
    return shape


def describe(shape: Any, text: str) -> None:
    """What a chart or picture shows, for those who cannot see it."""
    shape._element.xpath(".//p:cNvPr")[0].set("descr", text)


def set_text(paragraph: Any, text: str, look: Type) -> None:
    """A run of text in a paragraph."""
    run = paragraph.add_run()
    run.text = text
    run.font.size, run.font.bold, run.font.name = Pt(look.size), look.bold, FONT
    run.font.color.rgb = look.colour
    paragraph.alignment = look.align
