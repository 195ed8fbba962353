"""The deck as a whole: a slide for each part that has a message, in the order of the report."""

from collections.abc import Callable
from dataclasses import dataclass
from io import BytesIO
from typing import Any

import pptx
from pptx.enum.shapes import MSO_SHAPE
from pptx.presentation import Presentation
from pptx.util import Mm, Pt

from dashboard.briefing.charts import TYPES, chart_data, chart_workbook, style
from dashboard.briefing.content import BriefingContent, Chart, Part, Section
from dashboard.briefing.content.outline import table_cells, table_header
from dashboard.briefing.office import Office
from dashboard.briefing.packing import describe as describe_package
from dashboard.briefing.packing import packed
from dashboard.briefing.slides.canvas import (
    ACCENT,
    BOTTOM_MM,
    FAINT,
    FONT,
    HEIGHT_MM,
    MARGIN_MM,
    PALE,
    WHOLE,
    WIDTH_MM,
    Box,
    Type,
    describe,
    new_slide,
    write,
)
from dashboard.briefing.slides.tables import Cut, add_table

TEXT_PT, TABLE_PT, CHART_PT, RESULT_PT = 20, 15, 15, 17
CARD_MM, CARD_GAP_MM = 33, 4
LEFT_HALF = Box(WHOLE.left, WHOLE.top, 168, WHOLE.height)
RIGHT_HALF = Box(WHOLE.left + 174, WHOLE.top, WHOLE.width - 174, WHOLE.height)
LOWEST_COLUMNS = (
    "rank",
    "commune_name",
    "verified_pct",
    "verified_pct_change",
    "unverified_count",
    "why_low",
)
CARRIER_COLUMNS = ("carrier_name", "verified_pct", "verified_pct_change", "unverified_count")
CLASS_COLUMNS = ("class_label", "communes_count", "verified_pct", "unverified_count")
LOCK_COLUMNS = ("carrier_name", "locked_one_way_count", "two_way_soon_at_most_count", "locked_two_way_count")


@dataclass
class Deck:
    """A deck being made of a content; `picture` is the map or None."""

    file: Presentation
    content: BriefingContent
    picture: bytes | None


def render_slides(content: BriefingContent, office: Office, picture: bytes | None = None) -> bytes:
    """The deck's bytes, the same for the same content, office and map."""
    file = pptx.Presentation()
    file.slide_width, file.slide_height = Mm(WIDTH_MM), Mm(HEIGHT_MM)
    deck = Deck(file, content, picture)
    _title(deck, office)
    for part, make in SLIDES.items():
        section = content.section(part)
        if section is not None:
            make(deck, section)
    describe_package(file.core_properties, content.subject, content.footer.line, content.footer.cut_off_at)
    stream = BytesIO()
    file.save(stream)
    return packed(stream.getvalue())


def _title(deck: Deck, office: Office) -> None:
    slide = new_slide(deck.file, deck.content, deck.content.subject)
    title = slide.shapes.title
    title.top, title.height = Mm(62), Mm(42)
    for run in title.text_frame.paragraphs[0].runs:
        run.font.size = Pt(36)
    left = MARGIN_MM
    if office.logo:
        logo = slide.shapes.add_picture(BytesIO(office.logo), Mm(MARGIN_MM), Mm(14), height=Mm(24))
        left += logo.width / Mm(1) + 6
    heading = f"{office.parent_body}\n{office.body}"
    write(slide, Box(left, 16, 200, 20), heading, Type(18, True, FAINT))
    told = f"Phục vụ phiên họp của {office.addressee}"
    write(slide, Box(MARGIN_MM, 112, WHOLE.width, 24), told, Type(20))
    slide.notes_slide.notes_text_frame.text = f"{deck.content.opening.text}\n{deck.content.footer.line}"


def _slide(deck: Deck, section: Section) -> Any:
    slide = new_slide(deck.file, deck.content, section.message)
    slide.notes_slide.notes_text_frame.text = notes(deck.content, section)
    return slide


def notes(content: BriefingContent, section: Section) -> str:
    """What the speaker can say: the sentences, then every number of the slide and where they come from."""
    lines = [each.text for each in (section.opening,) if each and each.text]
    lines += section.paragraphs
    for group in section.points:
        lines += [f"{group.title}:", *(f"- {item}" for item in group.items)]
    for table in section.tables:
        headers = [table_header(name) for name in table.rows.column_names]
        lines.append(f"{table.title}:")
        lines += ["; ".join(map(": ".join, zip(headers, line, strict=True))) for line in table_cells(table)]
    lines += [each.text for each in (section.closing,) if each and each.text]
    lines += [f"Nguồn: {section.source}."] if section.source else []
    return "\n".join([*lines, content.footer.line])


def _result(deck: Deck, section: Section) -> None:
    slide = _slide(deck, section)
    facts = deck.content.headline
    width = (WHOLE.width - CARD_GAP_MM * (len(facts) - 1)) / max(1, len(facts))
    for place, fact in enumerate(facts):
        left = WHOLE.left + place * (width + CARD_GAP_MM)
        card = slide.shapes.add_shape(MSO_SHAPE.RECTANGLE, *Box(left, WHOLE.top, width, CARD_MM).emu)
        card.fill.solid()
        card.fill.fore_color.rgb = PALE
        card.line.fill.background()
        card.shadow.inherit = False
        write(slide, Box(left + 3, WHOLE.top + 3, width - 6, 7), fact.label, Type(14, colour=FAINT))
        write(slide, Box(left + 3, WHOLE.top + 10, width - 6, 14), fact.value, Type(28, True))
        write(slide, Box(left + 3, WHOLE.top + 24, width - 6, 7), fact.note, Type(14))
    top = WHOLE.top + (CARD_MM + 6 if facts else 0)
    text = "\n".join(section.paragraphs)
    write(
        slide, Box(WHOLE.left, top, WHOLE.width, BOTTOM_MM - top), text, Type(RESULT_PT if facts else TEXT_PT)
    )


def _chart_and_table(columns: tuple[str, ...]) -> Callable[[Deck, Section], None]:
    def make(deck: Deck, section: Section) -> None:
        slide = _slide(deck, section)
        if not section.tables:
            _add_chart(slide, section.charts[0], WHOLE, deck.content)
            return
        _add_chart(slide, section.charts[0], LEFT_HALF, deck.content)
        rows_count = section.tables[0].rows.num_rows + 1
        box = Box(
            RIGHT_HALF.left, RIGHT_HALF.top + 4, RIGHT_HALF.width, min(RIGHT_HALF.height - 8, 15 * rows_count)
        )
        add_table(slide, section.tables[0], box, Cut(TABLE_PT, columns))

    return make


def _trend(deck: Deck, section: Section) -> None:
    if section.charts:
        _add_chart(_slide(deck, section), section.charts[0], WHOLE, deck.content)


def _table(size_pt: float, columns: tuple[str, ...] = ()) -> Callable[[Deck, Section], None]:
    def make(deck: Deck, section: Section) -> None:
        slide = _slide(deck, section)
        if section.tables:
            rows_count = section.tables[0].rows.num_rows + 1
            height = min(WHOLE.height, (22 if rows_count < 8 else 14) * rows_count)
            add_table(
                slide,
                section.tables[0],
                Box(WHOLE.left, WHOLE.top, WHOLE.width, height),
                Cut(size_pt, columns),
            )
        else:
            write(slide, WHOLE, "\n".join(section.paragraphs), Type(TEXT_PT))

    return make


def _map(deck: Deck, section: Section) -> None:
    """No slide without a picture: its message stands in the part on classes too."""
    if deck.picture is None or section.map is None:
        return
    slide = _slide(deck, section)
    shape = slide.shapes.add_picture(
        BytesIO(deck.picture), Mm(WHOLE.left), Mm(WHOLE.top), height=Mm(WHOLE.height)
    )
    if shape.width > Mm(WHOLE.width):
        shape.height = int(shape.height * Mm(WHOLE.width) / shape.width)
        shape.width = Mm(WHOLE.width)
    shape.left = int((Mm(WIDTH_MM) - shape.width) / 2)
    describe(shape, section.map.alt)


def _restated(deck: Deck, section: Section) -> None:
    if section.tables:
        _table(TABLE_PT)(deck, section)


def _proposals(deck: Deck, section: Section) -> None:
    slide = _slide(deck, section)
    lines_count = sum(len(item) // 95 + 1 for group in section.points for item in group.items)
    size = 18 if lines_count <= 11 else 15
    top = WHOLE.top - 2
    for group in section.points:
        text = "\n".join(f"– {item}" for item in group.items)
        write(slide, Box(WHOLE.left, top, WHOLE.width, 8), group.title, Type(size, True, ACCENT))
        rows = sum(len(item) // (105 if size > 15 else 130) + 1 for item in group.items)
        write(slide, Box(WHOLE.left, top + size * 0.55, WHOLE.width, 8), text, Type(size))
        top += size * 0.6 + rows * size * 0.53 + 3


def _add_chart(slide: Any, chart: Chart, box: Box, content: BriefingContent) -> None:
    frame = slide.shapes.add_chart(TYPES[chart.kind], *box.emu, chart_data(chart))
    style(frame.chart, chart, CHART_PT, FONT)
    book = chart_workbook(chart, content.footer.cut_off_at)  # python-pptx's own would tell the time of day
    frame.chart.part.chart_workbook.update_from_xlsx_blob(book)
    describe(frame, chart.alt)


SLIDES: dict[Part, Callable[[Deck, Section], None]] = {
    "result": _result,
    "carriers": _chart_and_table(CARRIER_COLUMNS),
    "classes": _chart_and_table(CLASS_COLUMNS),
    "lowest": _table(13, LOWEST_COLUMNS),
    "trend": _trend,
    "map": _map,
    "locks": _chart_and_table(LOCK_COLUMNS),
    "sims": _table(TEXT_PT),
    "plans": _table(TABLE_PT),
    "restatements": _restated,
    "proposals": _proposals,
}
