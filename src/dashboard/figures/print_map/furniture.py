"""What a map has besides its areas: scale bar, north arrow, the squares of its frame, legend, heading."""

from dashboard.figures.print_map.content import Content, LegendRow
from dashboard.figures.print_map.fonts import MM_PER_POINT, width_mm, wrapped
from dashboard.figures.print_map.ground import PRINT_CRS_NAME
from dashboard.figures.print_map.naming import squares
from dashboard.figures.print_map.pen import FAINT, INK, Pen
from dashboard.figures.print_map.sheet import Box, Sheet, line_mm
from dashboard.measures.wording import NO_BREAK_SPACE, count_text

MARK_COLOUR = "#B00020"
BAR_LENGTHS_KM = (1, 2, 5, 10, 20, 50, 100)  # round numbers of a scale bar; halved in its middle
BAR_MM = 0.8  # thickness
TICK_MM = 1.6  # of the frame's squares
ARROW_MM = 9.0
LEGEND_ROW = 1.75  # height of a row of the legend, times the size of its letters
SWATCH = (1.9, 1.15)  # width and height of a sample, times the size of the letters
HEADER_UNVERIFIED, HEADER_COMMUNES = "thuê bao\nchưa xác thực", "số xã,\nphường"


def draw_heading(pen: Pen, box: Box, content: Content) -> None:
    """Title and lines at the left, the mark of simulated figures at the right."""
    words = content.words
    height = box.top - pen.sheet.title_pt * MM_PER_POINT
    pen.text((box.left, height), f"{words.title}, tỉnh Thanh Hóa", pen.sheet.title_pt, is_bold=True)
    for line in words.lines:
        height -= line_mm(pen.sheet.line_pt)
        pen.text((box.left, height), line, pen.sheet.line_pt, colour=FAINT)
    if words.mark:
        size = pen.sheet.line_pt * 1.15
        width, row = width_mm(words.mark, size, is_bold=True) + 4, line_mm(size) + 1.2
        frame = Box(box.right - width, box.top - row, width, row)
        colour = INK if pen.is_grey else MARK_COLOUR
        pen.rectangle(frame, edgecolor=colour, linewidth=1.2)
        middle = frame.left + width / 2, frame.bottom + row / 2
        pen.text(middle, words.mark, size, is_bold=True, colour=colour, across="center", up="center")


def draw_notes(pen: Pen, box: Box, notes: list[str]) -> None:
    """Lines below the map."""
    for number, line in enumerate(notes, start=1):
        pen.text(
            (box.left, box.top - number * line_mm(pen.sheet.note_pt) - 0.3),
            line,
            pen.sheet.note_pt,
            colour=FAINT,
        )


def draw_squares(pen: Pen, frame: Box, size_pt: float) -> None:
    """The frame with the letters and numbers of its squares on all sides, as in an atlas."""
    across, down = squares(frame)
    pen.rectangle(frame, linewidth=0.8, edgecolor=INK)
    for step in range(across):
        middle = frame.left + (step + 0.5) * frame.width / across
        edge = frame.left + step * frame.width / across
        for height, inward, up in ((frame.top, -1, "top"), (frame.bottom, 1, "baseline")):
            pen.text(
                (middle, height + 0.8 * inward),
                chr(ord("A") + step),
                size_pt,
                colour=FAINT,
                across="center",
                up=up,
            )
            pen.line([(edge, height), (edge, height + TICK_MM * inward)])
    for step in range(down):
        middle = frame.top - (step + 0.5) * frame.height / down
        edge = frame.top - step * frame.height / down
        for side, inward, across_ in ((frame.left, 1, "left"), (frame.right, -1, "right")):
            pen.text(
                (side + 0.6 * inward, middle),
                str(step + 1),
                size_pt,
                colour=FAINT,
                across=across_,
                up="center",
            )
            pen.line([(side, edge), (side + TICK_MM * inward, edge)])


def draw_scale(pen: Pen, corner: Box, scale: int, is_schematic: bool) -> None:
    """North arrow, scale bar, the scale in figures and the map's system, in a corner's middle."""
    size = pen.sheet.note_pt
    length_km = max((km for km in BAR_LENGTHS_KM if km * 1e6 / scale <= min(corner.width - 8, 42)), default=1)
    length = length_km * 1e6 / scale
    left = corner.left + max((corner.width - length) / 2, 0)
    base = corner.bottom + 3.2 * line_mm(size)
    half = Box(left, base, length / 2, BAR_MM)
    pen.rectangle(half, edgecolor=INK)
    pen.axes.patches[-1].set_facecolor(INK)
    pen.rectangle(half._replace(left=half.right), edgecolor=INK)
    for km, at in ((0, left), (length_km / 2, half.right), (length_km, half.right + half.width)):
        pen.text((at, base + BAR_MM + 0.7), f"{km:g}".replace(".", ","), size, across="center")
    pen.text((left + length + 2.4, base + BAR_MM + 0.7), "km", size)
    about = "khoảng " if is_schematic else ""
    for row, line in enumerate((f"Tỷ lệ {about}1:{count_text(scale)}", PRINT_CRS_NAME), start=1):
        pen.text((left + length / 2, base - row * line_mm(size)), line, size, colour=FAINT, across="center")
    _draw_arrow(pen, left + length / 2, base + BAR_MM + line_mm(size) + 2, size)


def _draw_arrow(pen: Pen, across: float, base: float, size_pt: float) -> None:
    """Grid north: from true north it is less than half a degree anywhere in the province."""
    wing = ARROW_MM / 4
    tip, notch = (across, base + ARROW_MM), (across, base + wing)
    for side, colour in ((-wing, INK), (wing, "#FFFFFF")):
        points = [tip, (across + side, base), notch, tip]
        pen.axes.fill(*zip(*points, strict=True), facecolor=colour, edgecolor=INK, linewidth=0.6, zorder=3)
    pen.text((across, base + ARROW_MM + 0.8), "B", size_pt * 1.3, is_bold=True, across="center")


def legend_title(content: Content, sheet: Sheet) -> list[str]:
    """The legend's heading in as many lines as it needs."""
    unit = (
        f" ({content.unit.replace(' ', NO_BREAK_SPACE)})" if "%" in content.unit else ""
    )  # counts name theirs
    room = sheet.legend_width * 0.55
    return wrapped(f"{content.measure_label}{unit}", sheet.legend_pt * 1.1, room)


def legend_height(content: Content, sheet: Sheet) -> float:
    """How high the legend is, in mm."""
    heading = max(len(legend_title(content, sheet)), 2) * line_mm(sheet.legend_pt * 1.1)
    return heading + len(content.legend) * _row_mm(sheet) + 1.5


def draw_legend(pen: Pen, box: Box, content: Content) -> None:
    """Samples, labels, and for each class its communes and their unverified subscribers."""
    size = pen.sheet.legend_pt
    title = legend_title(content, pen.sheet)
    for row, line in enumerate(title, start=1):
        pen.text((box.left, box.top - row * line_mm(size * 1.1)), line, size * 1.1, is_bold=True)
    heading = max(len(title), 2) * line_mm(size * 1.1)
    middle, small = box.right - _last_column(pen.sheet) - 2, size * 0.87
    for across, words in ((middle, HEADER_COMMUNES), (box.right, HEADER_UNVERIFIED)):
        for row, line in enumerate(reversed(words.split("\n"))):
            at = across, box.top - heading + row * line_mm(small)
            pen.text(at, line, small, colour=FAINT, across="right")
    for number, entry in enumerate(content.legend, start=1):
        base = box.top - heading - number * _row_mm(pen.sheet)
        _draw_row(pen, Box(box.left, base, middle - box.left, _row_mm(pen.sheet)), entry)
        pen.text((box.right, base + _row_mm(pen.sheet) * 0.3), entry.unverified, size, across="right")


def _draw_row(pen: Pen, row: Box, entry: LegendRow) -> None:
    size = pen.sheet.legend_pt
    unit = size * MM_PER_POINT
    is_sum = not entry.fill.colour
    if is_sum:
        pen.line([(row.left, row.top - 0.2), (row.right + _last_column(pen.sheet) + 2, row.top - 0.2)])
    else:
        swatch = Box(row.left, row.bottom + unit * 0.28, SWATCH[0] * unit, SWATCH[1] * unit)
        pen.rectangle(swatch, entry.fill)
    indent = 0 if is_sum else SWATCH[0] * unit + 1.6
    pen.text((row.left + indent, row.bottom + row.height * 0.3), entry.label, size, is_bold=is_sum)
    pen.text((row.right, row.bottom + row.height * 0.3), entry.communes, size, across="right")


def _row_mm(sheet: Sheet) -> float:
    return sheet.legend_pt * MM_PER_POINT * LEGEND_ROW


def _last_column(sheet: Sheet) -> float:
    return max(width_mm(line, sheet.legend_pt * 0.87) for line in HEADER_UNVERIFIED.split("\n"))
