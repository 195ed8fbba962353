"""Which commune carries its name on the map and which a number, where, and in which square it is found."""

from dataclasses import dataclass
from functools import lru_cache

import numpy as np
import shapely

from dashboard.boundaries import Layer
from dashboard.figures.print_map.content import Area, Content
from dashboard.figures.print_map.fonts import MM_PER_POINT, width_mm
from dashboard.figures.print_map.ground import Areas, Ground, Inset, ground_of
from dashboard.figures.print_map.labels import Placed, Size, place_labels
from dashboard.figures.print_map.sheet import Box
from dashboard.reference.names import fold

ROW = 1.12  # height of a line of a label, times its size
CELL_MM = 31.0  # about the size of a square of the frame
IN_INSET = "PT"  # instead of a square, for what stands in the inset
KEY_TEMPLATE = "888"  # as wide as any number of a commune


@dataclass(frozen=True)
class Label:
    """What is written for a commune: one or two lines of name, or its number, and the value where it fits."""

    name: tuple[str, ...]
    value: str
    placed: Placed


@dataclass(frozen=True)
class Key:
    """A line of the list: number on the map, place of the commune in the layer, square of the frame."""

    number: int
    place: int
    square: str


@dataclass(frozen=True)
class Naming:
    """A label for every commune, and the list of those that have a number, by name."""

    labels: tuple[Label, ...]
    keys: tuple[Key, ...]


def naming_of(content: Content, layer: Layer, frame: Box, size_pt: float) -> Naming:
    """Names where they fit with their value, numbers elsewhere, numbered by name."""
    ground = ground_of(layer, frame)
    longest = max((area.value for area in content.areas), key=len, default="")
    placed = _placed(layer, frame, (tuple(area.name for area in content.areas), "8" * len(longest), size_pt))
    unnamed = [
        place for place, area in enumerate(content.areas) if placed[place].choice == len(_forms(area.name))
    ]
    order = sorted(unnamed, key=lambda place: _by_name(content.areas[place].name))
    keys = tuple(
        Key(number, place, _square(ground, frame, place)) for number, place in enumerate(order, start=1)
    )
    numbers = {key.place: key.number for key in keys}
    labels = tuple(
        _label(area, placed[place], numbers.get(place)) for place, area in enumerate(content.areas)
    )
    return Naming(labels, keys)


@lru_cache(maxsize=32)
def _placed(layer: Layer, frame: Box, texts: tuple[tuple[str, ...], str, float]) -> tuple[Placed, ...]:
    """Places of all labels; they depend on names and the longest value only, so weeks share them."""
    names, longest, size_pt = texts
    ground = ground_of(layer, frame)
    sizes = [_sizes(name, longest, size_pt) for name in names]
    inset = ground.inset
    if inset is None:
        return tuple(place_labels(list(ground.areas), sizes, frame))
    outside = _without_insets(ground.areas, inset)
    found: dict[int, Placed] = {}
    for areas, places, room, kept_free in (
        (inset.areas, np.flatnonzero(inset.shows), inset.place, ()),
        (outside, np.flatnonzero(~inset.shows), frame, (inset.window, inset.place)),
    ):
        own = [areas[place] for place in places], [sizes[place] for place in places]
        chosen = place_labels(*own, room, kept_free)
        found |= dict(zip(places.tolist(), chosen, strict=True))
    return tuple(found[place] for place in range(len(names)))


def _without_insets(areas: Areas, inset: Inset) -> Areas:
    """Areas without what the inset's window shows of them: its edge is no place for a label."""
    return np.asarray(shapely.difference(areas, shapely.box(*_edges(inset.window))), dtype=object)


def _edges(box: Box) -> tuple[float, float, float, float]:
    return box.left, box.bottom, box.right, box.top


def _forms(name: str) -> list[tuple[str, ...]]:
    """Ways to write a name: in a line, or broken between its words where the lines come out most alike."""
    words = name.split(" ")
    breaks = [(" ".join(words[:cut]), " ".join(words[cut:])) for cut in range(1, len(words))]
    breaks = [lines for lines in breaks if lines[0] != "P."]
    best = min(breaks, key=lambda lines: max(map(len, lines)), default=None)
    return [(name,), best] if best else [(name,)]


def _sizes(name: str, longest: str, size_pt: float) -> list[Size]:
    """Sizes of a commune's label: name in a line, in two, then its number; each with the value below."""
    row = size_pt * MM_PER_POINT * ROW
    value = width_mm(longest, size_pt, is_bold=True)
    forms = [
        (max(value, *(width_mm(line, size_pt) for line in lines)), row * (len(lines) + 1))
        for lines in _forms(name)
    ]
    return [*forms, (width_mm(KEY_TEMPLATE, size_pt), row)]


def _label(area: Area, placed: Placed, number: int | None) -> Label:
    if number is not None:
        return Label((str(number),), "", placed)
    return Label(_forms(area.name)[placed.choice], area.value, placed)


def _by_name(name: str) -> tuple[str, str]:
    plain = name.removeprefix("P. ")
    return fold(plain), plain


def squares(frame: Box) -> tuple[int, int]:
    """How many squares the frame has across and down."""
    return max(1, round(frame.width / CELL_MM)), max(1, round(frame.height / CELL_MM))


def _square(ground: Ground, frame: Box, place: int) -> str:
    """The square a commune lies in: a letter from the left, a number from the top."""
    if ground.inset is not None and ground.inset.shows[place]:
        return IN_INSET
    point = ground.areas[place].representative_point()
    across, down = squares(frame)
    column = int((point.x - frame.left) / frame.width * across)
    row = int((frame.top - point.y) / frame.height * down)
    return f"{chr(ord('A') + min(column, across - 1))}{min(row, down - 1) + 1}"
