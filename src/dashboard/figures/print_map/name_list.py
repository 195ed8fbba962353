"""The list beside the map: number, name, square and value of every commune whose name did not fit."""

from collections.abc import Sequence
from dataclasses import dataclass
from math import ceil

from dashboard.figures.print_map.content import Area, Content
from dashboard.figures.print_map.fonts import MM_PER_POINT, width_mm
from dashboard.figures.print_map.naming import IN_INSET, Key, Naming
from dashboard.figures.print_map.pen import FAINT, Pen
from dashboard.figures.print_map.sheet import Box, Sheet, line_mm

TITLE = "Tên các xã, phường ghi bằng số trên bản đồ"
HINT = "số, tên, giá trị; P.: phường, còn lại là xã"
HINT_SQUARES = "số, tên, ô trên khung bản đồ, giá trị; P.: phường, còn lại là xã"
HINT_INSET = f"; {IN_INSET}: hình phóng to"
COLUMN_GAP = 2.4
ROW, CLOSEST_ROW = 1.35, 1.05  # height of a line, times the size of its letters: at most, and at least
SMALLEST_PT = 5.0


def draw_name_list(pen: Pen, box: Box, told: tuple[Content, Naming]) -> None:
    """The list in columns, by name, in the largest letters up to the sheet's that let it all in."""
    content, naming = told
    if not naming.keys:
        return
    pen.text((box.left, box.top - line_mm(pen.sheet.legend_pt)), TITLE, pen.sheet.legend_pt, is_bold=True)
    under = box.top - line_mm(pen.sheet.legend_pt) - line_mm(pen.sheet.note_pt)
    pen.text((box.left, under), _hint(pen.sheet, naming), pen.sheet.note_pt, colour=FAINT)
    room = Box(box.left, box.bottom, box.width, under - box.bottom - 1)
    widths = _fitting(room, pen.sheet, [content.areas[key.place] for key in naming.keys])
    columns_count = widths.columns_count(room)
    rows_count = ceil(len(naming.keys) / columns_count)
    row = min(room.height / rows_count, widths.size_pt * MM_PER_POINT * ROW)
    width = (room.width + COLUMN_GAP) / columns_count
    for index, key in enumerate(naming.keys):
        column, line = divmod(index, rows_count)
        base = room.top - (line + 0.75) * row
        at = Box(room.left + column * width, base, width - COLUMN_GAP, row)
        _draw_line(pen, at, widths, (key, content.areas[key.place]))


@dataclass(frozen=True)
class Widths:
    """Size of the letters and the widths, in mm, that number, name, square and value take in it."""

    size_pt: float
    number: float
    name: float
    square: float
    value: float

    def columns_count(self, room: Box) -> int:
        """How many columns fit beside one another."""
        line = self.number + self.name + self.square + self.value + 1
        return max(1, int((room.width + COLUMN_GAP) // (line + COLUMN_GAP)))


def _fitting(room: Box, sheet: Sheet, areas: Sequence[Area]) -> Widths:
    """The largest letters for which the list fits, or the smallest that can be read."""
    size = sheet.list_pt
    while True:
        widths = Widths(
            size_pt=size,
            number=width_mm("888", size, is_bold=True) + 1,
            name=max(width_mm(area.name, size) for area in areas),
            square=width_mm(IN_INSET, size) + 1.4 if sheet.has_squares else 0,
            value=max(width_mm(area.value, size) for area in areas),
        )
        rows_count = ceil(len(areas) / widths.columns_count(room))
        if size <= SMALLEST_PT or rows_count * size * MM_PER_POINT * CLOSEST_ROW <= room.height:
            return widths
        size -= 0.1


def _hint(sheet: Sheet, naming: Naming) -> str:
    if not sheet.has_squares:
        return HINT
    is_inset = any(key.square == IN_INSET for key in naming.keys)
    return HINT_SQUARES + (HINT_INSET if is_inset else "")


def _draw_line(pen: Pen, at: Box, widths: Widths, told: tuple[Key, Area]) -> None:
    key, area = told
    size, name_left = widths.size_pt, at.left + widths.number
    pen.text((name_left - 1, at.bottom), str(key.number), size, is_bold=True, across="right")
    pen.text((name_left, at.bottom), area.name, size)
    if pen.sheet.has_squares:
        square_right = at.right - widths.value - 1.2
        pen.text((square_right, at.bottom), key.square, size, colour=FAINT, across="right")
    pen.text((at.right, at.bottom), area.value, size, across="right")
