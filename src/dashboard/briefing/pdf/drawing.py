"""Drawings as lists of areas, lines and words in mm from the upper left corner; templates put them down."""

from collections.abc import Sequence
from dataclasses import dataclass, field
from typing import Any, Literal, TypeAlias

Anchor: TypeAlias = Literal["left", "center", "right"]
Point: TypeAlias = tuple[float, float]
INK, FAINT, GRID = "#1A1A1A", "#4A4A4A", "#D5D9DE"


@dataclass
class Drawing:
    """A drawing of a size in mm; what is added later lies above."""

    width: float
    height: float
    items: list[dict[str, Any]] = field(default_factory=list)

    def area(self, points: Sequence[Point], fill: str, stroke: str = "", thick: float = 0.1) -> None:
        """A closed area; thickness in mm, no outline without a stroke."""
        placed = [[round(x, 2), round(y, 2)] for x, y in points]
        self.items.append({"kind": "area", "points": placed, "fill": fill, "stroke": stroke, "thick": thick})

    def bar(self, corner: Point, size: Point, fill: str) -> None:
        """A rectangle from its upper left corner."""
        (x, y), (width, height) = corner, size
        self.area([(x, y), (x + width, y), (x + width, y + height), (x, y + height)], fill)

    def line(self, points: Sequence[Point], stroke: str, thick: float = 0.2, dash: str = "solid") -> None:
        """A line through points."""
        placed = [[round(x, 2), round(y, 2)] for x, y in points]
        self.items.append({"kind": "line", "points": placed, "stroke": stroke, "thick": thick, "dash": dash})

    def dot(self, at: Point, radius: float, fill: str) -> None:
        """A round point."""
        self.items.append(
            {"kind": "dot", "at": [round(at[0], 2), round(at[1], 2)], "radius": radius, "fill": fill}
        )

    def words(self, at: Point, text: str, size_pt: float, **look: Any) -> None:
        """Words whose middle line goes through a point; `anchor`, `fill`, `is_bold`."""
        told = {"anchor": "left", "fill": INK, "is_bold": False} | look
        self.items.append(
            {"kind": "words", "at": [round(at[0], 2), round(at[1], 2)], "text": text, "size": size_pt} | told
        )

    def as_data(self, alt: str) -> dict[str, Any]:
        """For a template; `alt` stands for it where it is not seen."""
        return {"width": self.width, "height": self.height, "items": self.items, "alt": alt}
