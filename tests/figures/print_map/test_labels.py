"""Labels stand inside their areas where they fit, and never on one another."""

from itertools import combinations

import pytest
import shapely
from hypothesis import given, settings
from hypothesis import strategies as st
from shapely import Polygon

from dashboard.figures.print_map.labels import OVERHANG, Placed, place_labels
from dashboard.figures.print_map.sheet import Box

FRAME = Box(0, 0, 100, 80)
SIZES = [(9.0, 6.0), (6.0, 8.0), (3.0, 2.0)]


def rectangle(box: Box) -> Polygon:
    return shapely.box(box.left, box.bottom, box.right, box.top)


def overlaps(placed: list[Placed]) -> list[tuple[Placed, Placed]]:
    return [
        (one, other)
        for one, other in combinations(placed, 2)
        if rectangle(one.box).intersection(rectangle(other.box)).area > 0
    ]


@st.composite
def coverages(draw: st.DrawFn) -> list[Polygon]:
    """The frame cut into cells around points, as a province is into communes."""
    spots = draw(
        st.lists(st.tuples(st.integers(2, 98), st.integers(2, 78)), min_size=2, max_size=60, unique=True)
    )
    cells = shapely.voronoi_polygons(shapely.MultiPoint(spots), extend_to=rectangle(FRAME))
    cut = [cell.intersection(rectangle(FRAME)) for cell in shapely.get_parts(cells)]
    return [cell for cell in cut if cell.area > 0.5]


@settings(max_examples=15, deadline=None)
@given(coverages())
def test_every_area_gets_one_and_none_touches_another(areas: list[Polygon]):
    placed = place_labels(areas, [SIZES] * len(areas), FRAME)
    assert len(placed) == len(areas)
    assert not overlaps(placed)
    for area, label in zip(areas, placed, strict=True):
        if label.choice < len(SIZES) - 1:
            assert rectangle(label.box).difference(area.buffer(OVERHANG * 1.1)).area < 1e-6
        assert rectangle(label.box).within(rectangle(FRAME).buffer(1e-6))


def test_the_first_size_that_fits_is_taken():
    wide, high, small = rectangle(Box(0, 0, 12, 7)), rectangle(Box(20, 0, 7, 12)), rectangle(Box(40, 0, 4, 3))
    assert [label.choice for label in place_labels([wide, high, small], [SIZES] * 3, FRAME)] == [0, 1, 2]


def test_without_room_inside_a_label_stands_beside_and_is_led_to_its_area():
    (label,) = place_labels([rectangle(Box(50, 40, 1, 1))], [[(8.0, 3.0)]], FRAME, [Box(46, 38, 9, 5)])
    assert label.leads_to is not None
    assert rectangle(Box(50, 40, 1, 1)).buffer(1e-9).contains(shapely.Point(label.leads_to))
    assert not rectangle(label.box).intersects(rectangle(Box(46, 38, 9, 5)))


@pytest.mark.parametrize("kept", [Box(0, 0, 12, 3), Box(0, 4, 5, 3)])
def test_what_is_kept_free_stays_free(kept: Box):
    (label,) = place_labels([rectangle(Box(0, 0, 12, 7))], [[(6.0, 2.0)]], FRAME, [kept])
    assert not rectangle(label.box).intersects(rectangle(kept))
