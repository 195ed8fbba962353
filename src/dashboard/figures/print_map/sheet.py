"""Sheets of paper: how large they are, how large the letters on them, and what stands where. All in mm, from
the lower left corner; letters in points."""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Literal, NamedTuple, TypeAlias

from dashboard.figures.print_map.fonts import MM_PER_POINT

Paper: TypeAlias = Literal["a4", "a3", "report"]
LINE_SPACING = 1.32  # of a line of text, times its size


class Box(NamedTuple):
    """A rectangle on the sheet, in mm."""

    left: float
    bottom: float
    width: float
    height: float

    @property
    def right(self) -> float:
        """Its right edge."""
        return self.left + self.width

    @property
    def top(self) -> float:
        """Its upper edge."""
        return self.bottom + self.height

    def shrunk(self, margin: float) -> "Box":
        """The rectangle without a margin all round."""
        return Box(
            self.left + margin, self.bottom + margin, self.width - 2 * margin, self.height - 2 * margin
        )


@dataclass(frozen=True)
class Sheet:
    """A sheet: its size, margin, the room for legend and list (beside the map, or below it), and letters.

    No letter is smaller than 5 points, the least that maps on paper are read at.
    """

    width: float
    height: float
    margin: float
    list_room: float  # width of the column beside the map, or height of the strip below it
    is_list_below: bool
    has_squares: bool  # in the list, where there is room to say in which square of the frame a commune lies
    legend_width: float
    title_pt: float
    line_pt: float
    legend_pt: float
    note_pt: float
    label_pt: float
    list_pt: float


@dataclass(frozen=True)
class Places:
    """What stands where on a sheet."""

    header: Box
    map: Box
    legend: Box
    names: Box
    footer: Box


SHEETS: Mapping[Paper, Sheet] = {
    # At 184 x 162 mm the province just fits at 1:1.000.000.
    "a4": Sheet(297, 210, 9, 90, False, True, 90, 15, 9.5, 7.5, 6.5, 6, 7.5),
    "a3": Sheet(420, 297, 12, 118, False, True, 118, 20, 13, 9.5, 8.5, 7, 9.5),
    # Fills a page of the report inside the margins of Decree 30/2020/NĐ-CP (left 30, right 15, others 20).
    "report": Sheet(165, 236, 0.5, 64, True, False, 53, 12, 8, 6.2, 6, 5.5, 5.8),
}
GAP = 3.0  # between what stands side by side


def line_mm(size_pt: float) -> float:
    """Height of a line of text."""
    return size_pt * MM_PER_POINT * LINE_SPACING


def places(sheet: Sheet, lines_count: int, notes_count: int, legend_height: float) -> Places:
    """Where everything goes, with so many lines above and below, and a legend so high."""
    inner = Box(0, 0, sheet.width, sheet.height).shrunk(sheet.margin)
    header_height = line_mm(sheet.title_pt) + lines_count * line_mm(sheet.line_pt) + 1.5
    footer_height = notes_count * line_mm(sheet.note_pt) + 1
    header = Box(inner.left, inner.top - header_height, inner.width, header_height)
    footer = Box(inner.left, inner.bottom, inner.width, footer_height)
    middle = Box(inner.left, footer.top, inner.width, header.bottom - footer.top)
    if sheet.is_list_below:
        shown = Box(
            middle.left, middle.bottom + sheet.list_room, middle.width, middle.height - sheet.list_room
        )
        strip = Box(middle.left, middle.bottom, middle.width, sheet.list_room - GAP)
        legend = Box(strip.left, strip.top - legend_height, sheet.legend_width, legend_height)
        names = Box(legend.right + GAP, strip.bottom, strip.right - legend.right - GAP, strip.height)
    else:
        shown = Box(middle.left, middle.bottom, middle.width - sheet.list_room - GAP, middle.height)
        legend = Box(shown.right + GAP, middle.top - legend_height, sheet.list_room, legend_height)
        names = Box(legend.left, middle.bottom, sheet.list_room, legend.bottom - GAP - middle.bottom)
    return Places(header, shown, legend, names, footer)
