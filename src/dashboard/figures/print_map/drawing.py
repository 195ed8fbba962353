"""The sheet as a whole: heading, map with inset and labels, legend, list of names, notes."""

from collections import defaultdict
from collections.abc import Sequence

from matplotlib.figure import Figure
from shapely import Geometry

from dashboard.boundaries import Layer
from dashboard.figures.print_map.content import Content
from dashboard.figures.print_map.fonts import MM_PER_POINT, wrapped
from dashboard.figures.print_map.furniture import (
    draw_heading,
    draw_legend,
    draw_notes,
    draw_scale,
    draw_squares,
    legend_height,
)
from dashboard.figures.print_map.ground import Areas, Ground, Inset, ground_of
from dashboard.figures.print_map.looks import Fill
from dashboard.figures.print_map.name_list import draw_name_list
from dashboard.figures.print_map.naming import ROW, Label, Naming, naming_of
from dashboard.figures.print_map.pen import INK, Pen
from dashboard.figures.print_map.sheet import Box, Places, Sheet, places
from dashboard.measures.wording import count_text

SCHEMATIC_SIGN = "SƠ ĐỒ"
PLATE_MM = 0.25  # that a label's ground reaches beyond it, where a hatch would cross the letters


def draw_map(content: Content, layer: Layer, sheet: Sheet, is_grey: bool) -> Figure:
    """The figure of a map on a sheet."""
    pen = Pen(sheet, is_grey)
    notes = [line for note in content.words.notes for line in _notes(note, sheet)]
    where = places(sheet, len(content.words.lines), len(notes), legend_height(content, sheet))
    ground = ground_of(layer, where.map)
    naming = naming_of(content, layer, where.map, sheet.label_pt)
    draw_heading(pen, where.header, content)
    _draw_ground(pen, where, (content, ground, naming))
    draw_scale(pen, ground.corner, ground.scale, layer.is_schematic)
    if layer.is_schematic:
        _draw_schematic_sign(pen, where.map)
    draw_legend(pen, where.legend, content)
    draw_name_list(pen, where.names, (content, naming))
    draw_notes(pen, where.footer, notes)
    return pen.figure


def _notes(note: str, sheet: Sheet) -> list[str]:
    return wrapped(note, sheet.note_pt, sheet.width - 2 * sheet.margin)


def _draw_ground(pen: Pen, where: Places, told: tuple[Content, Ground, Naming]) -> None:
    content, ground, naming = told
    _draw_areas(pen, ground.areas, content)
    draw_squares(pen, where.map, pen.sheet.note_pt)
    everywhere = range(len(content.areas))
    if ground.inset is None:
        _draw_labels(pen, [(content.areas[place].fill, naming.labels[place]) for place in everywhere])
        return
    shows = ground.inset.shows
    pairs = [(content.areas[place].fill, naming.labels[place]) for place in everywhere]
    _draw_labels(pen, [pair for place, pair in enumerate(pairs) if not shows[place]])
    _draw_inset(pen, ground, content)
    _draw_labels(pen, [pair for place, pair in enumerate(pairs) if shows[place]])


def _draw_areas(pen: Pen, areas: Areas, content: Content) -> None:
    """Communes by their look: a handful of drawings instead of 166."""
    alike: dict[Fill, list[Geometry]] = defaultdict(list)
    for area, shape in zip(content.areas, areas, strict=True):
        if shape.area:  # not all reach into the inset
            alike[area.fill].append(shape)
    for fill, shapes in alike.items():
        pen.areas(shapes, fill)


def _draw_inset(pen: Pen, ground: Ground, content: Content) -> None:
    inset: Inset | None = ground.inset
    if inset is None:
        return
    pen.rectangle(inset.place, Fill("#FFFFFF"), linewidth=0)
    _draw_areas(pen, inset.areas, content)
    pen.rectangle(inset.place, edgecolor=INK, linewidth=1.0)
    pen.rectangle(inset.window, edgecolor=INK, linewidth=1.0)
    size = pen.sheet.note_pt
    title = f"Hình phóng to 1:{count_text(round(ground.scale / inset.magnified / 1000) * 1000)}"
    at = inset.place.left + inset.place.width / 2, inset.place.top + 1
    pen.text(at, title, size, is_bold=True, across="center")
    centre = inset.window.left + inset.window.width / 2, inset.window.bottom + inset.window.height / 2
    pen.plate(centre, ("xem hình", "phóng to"), size, linewidth=0)


def _draw_labels(pen: Pen, labels: Sequence[tuple[Fill, Label]]) -> None:
    for fill, label in labels:
        box = label.placed.box
        middle = box.left + box.width / 2
        if label.placed.leads_to:
            pen.line([label.placed.leads_to, (middle, box.bottom + box.height / 2)], color=INK)
        if fill.hatch or label.placed.leads_to:
            pen.rectangle(box.shrunk(-PLATE_MM), Fill(fill.colour), linewidth=0)
        row = pen.sheet.label_pt * MM_PER_POINT * ROW
        lines = [*label.name, *([label.value] if label.value else [])]
        top = box.bottom + box.height / 2 + len(lines) * row / 2
        for number, line in enumerate(lines, start=1):
            is_value = bool(label.value) and number == len(lines)
            at = middle, top - number * row + row * 0.22
            pen.text(at, line, pen.sheet.label_pt, colour=fill.ink, across="center", is_bold=is_value)


def _draw_schematic_sign(pen: Pen, frame: Box) -> None:
    """Wherever the map ends up, it says that these are no boundaries."""
    at = frame.left + pen.sheet.line_pt * 1.4, frame.top - pen.sheet.line_pt * 0.8
    pen.plate(at, (SCHEMATIC_SIGN,), pen.sheet.line_pt, edgecolor=INK, linewidth=0.8)
