"""Classes on paper: the policy's colours, or greys and textures that differ from one another."""

from itertools import pairwise

import pytest

from dashboard.figures.print_map.looks import Fill, class_fills, no_data_fill
from dashboard.reference.policy import policy
from dashboard.reference.scales import relative_luminance

SCALES = sorted(policy().scales)


@pytest.mark.parametrize("measure", SCALES)
def test_in_colour_a_class_has_the_policys_colour(measure: str):
    scale = policy().scales[measure]
    assert tuple(fill.colour for fill in class_fills(scale, is_grey=False)) == scale.colours


@pytest.mark.parametrize("measure", SCALES)
def test_in_grey_there_is_no_colour_and_neighbours_differ_in_tone_and_texture(measure: str):
    scale = policy().scales[measure]
    fills = class_fills(scale, is_grey=True)
    assert all(len({fill.colour[1:3], fill.colour[3:5], fill.colour[5:7]}) == 1 for fill in fills)
    lightness = [116 * relative_luminance(fill.colour) ** (1 / 3) - 16 for fill in fills]
    for (first, second), (tone, other) in zip(pairwise(fills), pairwise(lightness), strict=True):
        assert abs(tone - other) >= 10
        assert first.hatch != second.hatch


@pytest.mark.parametrize("measure", SCALES)
def test_in_grey_the_darker_class_stays_the_darker(measure: str):
    scale = policy().scales[measure]
    greys = [relative_luminance(fill.colour) for fill in class_fills(scale, is_grey=True)]
    colours = [relative_luminance(colour) for colour in scale.colours]
    assert sorted(range(len(greys)), key=greys.__getitem__) == sorted(
        range(len(colours)), key=colours.__getitem__
    )


def test_partly_reported_and_no_data_have_hatches_that_no_class_has():
    own = {fill.hatch for name in SCALES for fill in class_fills(policy().scales[name], is_grey=True)}
    for is_grey in (False, True):
        assert no_data_fill(is_grey).hatch not in own
    assert Fill("#F4EDBF").partly_reported().hatch not in own
