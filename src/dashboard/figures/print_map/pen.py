"""A pen for one sheet: texts, lines and areas in mm from its lower left corner. Own figure, no pyplot."""

from collections.abc import Sequence
from typing import Any

import numpy as np
import numpy.typing as npt
import shapely
from matplotlib.axes import Axes
from matplotlib.collections import PathCollection
from matplotlib.figure import Figure
from matplotlib.lines import Line2D
from matplotlib.patches import Rectangle
from matplotlib.path import Path
from shapely import Geometry

from dashboard.figures.print_map.fonts import MM_PER_POINT, width_mm
from dashboard.figures.print_map.looks import Fill
from dashboard.figures.print_map.sheet import Box, Sheet
from dashboard.figures.print_map.writing import Style, Writing

MM_PER_INCH = 25.4
INK, FAINT, LINE_COLOUR = "#1A1A1A", "#4A4A4A", "#5C5C5C"
HATCH_PT = 0.3
EDGE_PT, HATCHED_EDGE_PT = 0.35, 0.7  # an edge has to be told from the hatch beside it
Look = dict[str, Any]


class Pen:
    """Draws on a new sheet, in colour or in greys."""

    def __init__(self, sheet: Sheet, is_grey: bool = False) -> None:
        width, height = sheet.width, sheet.height
        self.sheet, self.is_grey = sheet, is_grey
        self.figure = Figure(figsize=(width / MM_PER_INCH, height / MM_PER_INCH), facecolor="white")
        self.axes: Axes = self.figure.add_axes((0, 0, 1, 1))
        self.axes.set_axis_off()
        self.axes.set_xlim(0, width)
        self.axes.set_ylim(0, height)
        self.height = height
        self._layer = 1.0
        self._writing: Writing | None = None

    def text(self, at: tuple[float, float], words: str, size_pt: float, **look: Any) -> None:
        """Words at a point; `across`, `up`, `colour` and `is_bold` if not left, baseline, ink, regular."""
        writing = self._writing
        if writing is None:
            writing = Writing(self.height, self._next())
            self.axes.add_artist(writing)
            self._writing = writing
        writing.add(at, words, Style(size_pt, **({"colour": INK} | look)))

    def plate(self, at: tuple[float, float], lines: Sequence[str], size_pt: float, **look: Any) -> None:
        """Bold lines on white, centred on a point."""
        row = size_pt * MM_PER_POINT * 1.25
        width = max(width_mm(line, size_pt, is_bold=True) for line in lines) + row
        height = row * (len(lines) + 0.7)
        self.rectangle(Box(at[0] - width / 2, at[1] - height / 2, width, height), Fill("#FFFFFF"), **look)
        for number, line in enumerate(lines):
            up = at[1] + (len(lines) / 2 - number - 0.5) * row
            self.text((at[0], up), line, size_pt, is_bold=True, across="center", up="center")

    def rectangle(self, box: Box, fill: Fill | None = None, **look: Any) -> None:
        """A rectangle with a thin outline, empty without a fill."""
        shown: Look = {"edgecolor": LINE_COLOUR, "linewidth": 0.5} | look
        drawn = Rectangle(
            (box.left, box.bottom),
            box.width,
            box.height,
            facecolor=fill.colour if fill else "none",
            hatch=(fill.hatch if fill else "") or None,
            hatchcolor=fill.hatch_colour if fill else INK,
            hatch_linewidth=HATCH_PT,
            zorder=self._next(),
            **shown,
        )
        self.axes.add_patch(drawn)

    def line(self, points: Sequence[tuple[float, float]], **look: Any) -> None:
        """A thin line through points."""
        across, up = zip(*points, strict=True)
        shown: Look = {"color": LINE_COLOUR, "linewidth": 0.5} | look
        drawn = Line2D(across, up, zorder=self._next(), **shown)
        self.axes.add_line(drawn)

    def areas(self, areas: Sequence[Geometry], fill: Fill) -> None:
        """Areas that look alike."""
        drawn = PathCollection(
            [path_of(area) for area in areas],
            facecolors=fill.colour,
            edgecolors=_edge_on(fill),
            linewidths=HATCHED_EDGE_PT if fill.hatch else EDGE_PT,
            hatch=fill.hatch or None,
            zorder=self._next(),
        )
        drawn.set_hatchcolor(fill.hatch_colour)
        drawn.set_hatch_linewidth(HATCH_PT)
        self.axes.add_collection(drawn, autolim=False)

    def _next(self) -> float:
        """What is drawn later lies above, whatever kind it is."""
        self._layer += 0.001
        self._writing = None
        return self._layer


def _edge_on(fill: Fill) -> str:
    """The colour of an edge that is seen on a fill, and over its hatch."""
    if fill.ink == "#FFFFFF":
        return fill.ink
    return INK if fill.hatch else LINE_COLOUR


def path_of(area: Geometry) -> Path:
    """An area's rings as one path."""
    rings = [shapely.get_coordinates(ring) for ring in shapely.get_rings(shapely.get_parts(area))]
    codes = [_codes(len(ring)) for ring in rings]
    return Path(np.concatenate(rings), np.concatenate(codes))


def _codes(count: int) -> npt.NDArray[np.uint8]:
    codes = np.full(count, Path.LINETO, dtype=np.uint8)
    codes[0], codes[-1] = Path.MOVETO, Path.CLOSEPOLY
    return codes
