"""Classes of the map: limits, labels, colours, and the looks of what has no class."""

from bisect import bisect_right
from dataclasses import dataclass
from itertools import pairwise

NO_BREAK_SPACE = "\u00a0"  # between number and unit


@dataclass(frozen=True)
class Look:
    """How a commune is drawn that has no class of its own.

    `hatch` is a sign that plotly and matplotlib know ("/", "x"); `colour` None means the class's own,
    `hatch_colour` None the ink that is seen on it (`ink_on`).
    """

    label: str
    outline: str
    hatch: str
    colour: str | None = None
    hatch_colour: str | None = None


@dataclass(frozen=True)
class Scale:
    """Classes of one column: n ascending limits in the column's unit part n + 1 classes, each with a colour.

    A class reaches from its lower limit, included, to below the next limit. Raises ValueError where limits do
    not ascend or the number of colours does not fit.
    """

    column: str
    unit: str
    limits: tuple[float, ...]
    colours: tuple[str, ...]

    def __post_init__(self) -> None:
        """Refuse a scale that would class wrongly."""
        if any(low >= high for low, high in pairwise(self.limits)):
            raise ValueError(f"{self.column}: limits must ascend: {self.limits}")
        if len(self.colours) != len(self.limits) + 1:
            raise ValueError(f"{self.column}: {len(self.limits)} limits need {len(self.limits) + 1} colours")

    @property
    def labels(self) -> tuple[str, ...]:
        """Vietnamese label of each class: "dưới 60 %", "từ 60 đến dưới 70 %", "từ 90 % trở lên"."""
        first = f"dưới {self._with_unit(self.limits[0])}"
        between = (
            f"từ {number_text(low)} đến dưới {self._with_unit(high)}" for low, high in pairwise(self.limits)
        )
        return (first, *between, f"từ {self._with_unit(self.limits[-1])} trở lên")

    def class_of(self, value: float | None) -> int | None:
        """Index of the class of an unrounded value, None for a missing one (None or NaN)."""
        if value is None or value != value:  # noqa: PLR0124 - NaN is not itself
            return None
        return bisect_right(self.limits, value)

    def _with_unit(self, limit: float) -> str:
        return number_text(limit) + (NO_BREAK_SPACE + self.unit if self.unit else "")


def number_text(number: float) -> str:
    """A limit as written in Vietnamese: 2.500, 0,5, −0,1 (true minus sign)."""
    text = f"{abs(number):,.10g}".translate(str.maketrans(",.", ".,"))
    return f"−{text}" if number < 0 else text


def ink_on(colour: str) -> str:
    """Black or white, whichever has the higher contrast on "#RRGGBB" (contrast ratio of WCAG 2.2)."""
    luminance = relative_luminance(colour)
    return "#000000" if (luminance + 0.05) / 0.05 >= 1.05 / (luminance + 0.05) else "#FFFFFF"


def relative_luminance(colour: str) -> float:
    """Relative luminance of "#RRGGBB", 0 black to 1 white (WCAG 2.2; sRGB, IEC 61966-2-1)."""
    red, green, blue = (_linear(int(colour[start : start + 2], 16) / 255) for start in (1, 3, 5))
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue


def _linear(channel: float) -> float:
    return channel / 12.92 if channel <= 0.04045 else ((channel + 0.055) / 1.055) ** 2.4
