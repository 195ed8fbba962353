"""Fonts of what is drawn for paper: one that is installed and has every Vietnamese letter, and its widths.

Arial is on every Windows PC, Liberation Sans has the same widths and is in Debian's packages, DejaVu Sans
comes with matplotlib itself. None is shipped by us; whichever is found goes into the file. A font is taken by
its file and only if it has the letters: Liberation Sans before version 2, still common, has not.
"""

import os
from collections.abc import Iterator
from functools import cache, lru_cache
from pathlib import Path

import matplotlib as mpl
from matplotlib.font_manager import FontProperties, get_font
from matplotlib.ft2font import LoadFlags

MM_PER_POINT = 25.4 / 72
NEEDED = "ăâđêôơưĂÂĐÊÔƠƯằễộớửỵẶỆỢỮỶ−–%"  # letters with every kind of mark, and the signs of numbers

_WINDOWS = Path(os.environ.get("WINDIR", "C:/Windows")) / "Fonts"
_LINUX = Path("/usr/share/fonts")
MATPLOTLIB_FONTS = Path(mpl.get_data_path()) / "fonts" / "ttf"
FILES = (
    (_WINDOWS / "arial.ttf", _WINDOWS / "arialbd.ttf"),
    *(
        (folder / "LiberationSans-Regular.ttf", folder / "LiberationSans-Bold.ttf")
        for folder in (
            _LINUX / "truetype/liberation2",
            _LINUX / "truetype/liberation",
            _LINUX / "liberation-sans",
        )
    ),
    (MATPLOTLIB_FONTS / "DejaVuSans.ttf", MATPLOTLIB_FONTS / "DejaVuSans-Bold.ttf"),
)

ALIKE = ("Arial", "Liberation Sans", "Helvetica", "sans-serif")  # for readers of an SVG, in this order

# Set once for the process, since matplotlib knows no other place for them: TrueType as it is in PDF (Type
# 42), text as text in SVG, and the same names inside an SVG each time.
mpl.rcParams.update({"pdf.fonttype": 42, "svg.fonttype": "none", "svg.hashsalt": "dashboard"})


@cache
def files() -> tuple[Path, Path]:
    """Regular and bold, of the first family that this machine has with all its letters."""
    return next(_usable())


def _usable() -> Iterator[tuple[Path, Path]]:
    for pair in FILES:
        if all(file.is_file() and has_letters(file) for file in pair):
            yield pair


def has_letters(file: Path) -> bool:
    """Whether a font has all that Vietnamese documents need."""
    known = get_font(str(file)).get_charmap()
    return all(ord(letter) in known for letter in NEEDED)


@lru_cache(maxsize=128)
def sized(size_pt: float, is_bold: bool = False, *, names_others: bool = False) -> FontProperties:
    """The font in a size, by its file: looking it up by name for each word takes longer than drawing it.

    `names_others` for an SVG, whose reader may have another font of the same widths: each name costs time.
    """
    file = str(files()[is_bold])
    names = [str(get_font(file).family_name), *(ALIKE if names_others else ())]
    return FontProperties(family=names, fname=file, size=size_pt, weight="bold" if is_bold else "normal")


@lru_cache(maxsize=8192)
def width_mm(text: str, size_pt: float, is_bold: bool = False) -> float:
    """How wide a line of text is on paper, without kerning, which only draws letters together."""
    return sum(_advance(letter, is_bold) for letter in text) * size_pt * MM_PER_POINT


@lru_cache(maxsize=2048)
def _advance(letter: str, is_bold: bool) -> float:
    """Width of a letter in a size of 1."""
    font = get_font(str(files()[is_bold]))
    return float(font.load_char(ord(letter), flags=LoadFlags.NO_SCALE).horiAdvance / font.units_per_EM)


def wrapped(text: str, size_pt: float, room_mm: float) -> list[str]:
    """A text in lines that are no wider than the room, broken between words."""
    lines: list[str] = []
    for word in text.split(" "):
        longer = f"{lines[-1]} {word}" if lines else word
        if lines and width_mm(longer, size_pt) <= room_mm:
            lines[-1] = longer
        else:
            lines.append(word)
    return lines
