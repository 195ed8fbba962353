"""Words on a sheet. matplotlib's own Text measures and aligns each word anew at every drawing, which for the
700 of a map takes longer than everything else; here their places are known before they are drawn."""

from dataclasses import dataclass
from typing import Any, Literal, TypeAlias, cast

from matplotlib.artist import Artist
from matplotlib.backend_bases import RendererBase

from dashboard.figures.print_map.fonts import MM_PER_POINT, sized, width_mm

Across: TypeAlias = Literal["left", "center", "right"]
Up: TypeAlias = Literal["baseline", "center", "top"]

CAPITAL = 0.716  # height of a capital letter, times the size
SHARES: dict[Across, float] = {"left": 0, "center": 0.5, "right": 1}
RISES: dict[Up, float] = {"baseline": 0, "center": CAPITAL / 2, "top": CAPITAL}


@dataclass(frozen=True)
class Style:
    """Size in points, colour, weight, and which point of the words is given."""

    size_pt: float
    colour: str
    is_bold: bool = False
    across: Across = "left"
    up: Up = "baseline"


class Writing(Artist):
    """Words at points (mm) of a sheet, drawn one after another as text."""

    def __init__(self, height_mm: float, zorder: float) -> None:
        super().__init__()
        self.set_zorder(zorder)
        self.height_mm = height_mm
        self.words: list[tuple[float, float, str, Style]] = []

    def add(self, at: tuple[float, float], words: str, style: Style) -> None:
        """Words at a point; their baseline's left end is found here."""
        left = at[0] - SHARES[style.across] * width_mm(words, style.size_pt, style.is_bold)
        base = at[1] - RISES[style.up] * style.size_pt * MM_PER_POINT
        self.words.append((left, base, words, style))

    def draw(self, renderer: RendererBase, *_: Any, **__: Any) -> None:
        """Hand the words to whatever writes the file."""
        unit = float(cast("float", renderer.points_to_pixels(1))) / MM_PER_POINT
        is_svg = hasattr(renderer, "writer")  # of XML; matplotlib wraps renderers, so their kind says nothing
        pen = renderer.new_gc()
        for left, base, words, style in self.words:
            pen.set_foreground(style.colour)
            up = self.height_mm - base if renderer.flipy() else base
            font = sized(style.size_pt, style.is_bold, names_others=is_svg)
            renderer.draw_text(pen, left * unit, up * unit, words, font, 0, False)
        pen.restore()
