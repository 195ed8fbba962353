"""Tables on slides: large type, the header shaded, the last row bold where it sums the others."""

from dataclasses import dataclass
from typing import Any

from pptx.dml.color import RGBColor
from pptx.enum.text import MSO_ANCHOR, PP_ALIGN
from pptx.util import Mm

from dashboard.briefing.content import Table
from dashboard.briefing.content.outline import is_number, table_cells, table_header
from dashboard.briefing.slides.canvas import PALE, Box, Type, set_text

WHITE = RGBColor(0xFF, 0xFF, 0xFF)
SHARES = {
    "rank": 4,
    "commune_name": 18,
    "carrier_name": 14,
    "class_label": 22,
    "why_low": 44,
    "handling_plan": 52,
    "status": 18,
    "received_at": 18,
    "unverified_count": 13,
}
SHARE = 10
SAID_FIRST = frozenset(("why_low",))  # of these a slide has room for the first point; the report has all


@dataclass(frozen=True)
class Cut:
    """Size of the letters, and which columns a slide has room for (all of them where none is named)."""

    size: float
    names: tuple[str, ...] = ()


def add_table(slide: Any, table: Table, box: Box, cut: Cut) -> None:
    """The table in a box."""
    kept = cut.names or tuple(table.rows.column_names)
    places = [table.rows.column_names.index(name) for name in kept]
    lines = [[_short(kept[n], line[place]) for n, place in enumerate(places)] for line in table_cells(table)]
    frame = slide.shapes.add_table(len(lines) + 1, len(kept), *box.emu)
    grid = frame.table
    grid.horz_banding = False
    shares = [SHARES.get(name, SHARE) for name in kept]
    for column, share in zip(grid.columns, shares, strict=True):
        column.width = Mm(box.width * share / sum(shares))
    for row in grid.rows:
        row.height = Mm(box.height / (len(lines) + 1))
    for place, name in enumerate(kept):
        _fill(grid.cell(0, place), table_header(name), Type(cut.size, True, align=PP_ALIGN.CENTER))
    for at, line in enumerate(lines, start=1):
        is_total = table.has_total and at == len(lines)
        for place, text in enumerate(line):
            is_right = is_number(kept[place]) and kept[place] != "rank"
            align = PP_ALIGN.RIGHT if is_right else PP_ALIGN.LEFT
            _fill(grid.cell(at, place), text, Type(cut.size, is_total, align=align))


def _short(name: str, text: str) -> str:
    return text.split("; ", maxsplit=1)[0] if name in SAID_FIRST else text


def _fill(cell: Any, text: str, look: Type) -> None:
    cell.fill.solid()
    cell.fill.fore_color.rgb = PALE if look.bold else WHITE
    cell.margin_left = cell.margin_right = Mm(1.5)
    cell.margin_top = cell.margin_bottom = Mm(0.6)
    cell.vertical_anchor = MSO_ANCHOR.MIDDLE
    set_text(cell.text_frame.paragraphs[0], text, look)
