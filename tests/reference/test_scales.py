"""Classes, their labels, and whether their colours can be told apart by everyone and on a grey print."""

from itertools import combinations, pairwise
from typing import TypeAlias

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from dashboard.reference.policy import policy
from dashboard.reference.scales import Scale, ink_on, number_text, relative_luminance

Vector: TypeAlias = np.ndarray[tuple[int, ...], np.dtype[np.float64]]

# Machado, Oliveira and Fernandes, "A Physiologically-based Model for Simulation of Color Vision Deficiency",
# IEEE Transactions on Visualization and Computer Graphics 15 (6), 2009: matrices of severity 1.0, linear RGB.
VISIONS = {
    "normal": np.eye(3),
    "protanopia": np.array(
        [[0.152286, 1.052583, -0.204868], [0.114503, 0.786281, 0.099216], [-0.003882, -0.048116, 1.051998]]
    ),
    "deuteranopia": np.array(
        [[0.367322, 0.860646, -0.227968], [0.280085, 0.672501, 0.047413], [-0.011820, 0.042940, 0.968881]]
    ),
    "tritanopia": np.array(
        [[1.255528, -0.076749, -0.178779], [-0.078411, 0.930809, 0.147602], [0.004733, 0.691367, 0.303900]]
    ),
    "grey": np.tile([0.2126, 0.7152, 0.0722], (3, 1)),  # luminance, as a black-and-white printer gives it
}
# sRGB to XYZ and the D65 white: IEC 61966-2-1.
TO_XYZ = np.array([[0.4124, 0.3576, 0.1805], [0.2126, 0.7152, 0.0722], [0.0193, 0.1192, 0.9505]])
WHITE = TO_XYZ @ np.ones(3)
CLEARLY_APART = 10.0  # CIE 1976 colour difference; about 2.3 is just noticeable side by side

SCALES = list(policy().scales.values())
visions = pytest.mark.parametrize("vision", VISIONS)
scales = pytest.mark.parametrize("scale", SCALES, ids=lambda scale: scale.column)


def seen(colour: str, vision: str) -> Vector:
    """CIELAB of "#RRGGBB" as a vision sees it."""
    channels = np.array([int(colour[start : start + 2], 16) / 255 for start in (1, 3, 5)])
    linear = np.where(channels <= 0.04045, channels / 12.92, ((channels + 0.055) / 1.055) ** 2.4)
    relative = TO_XYZ @ np.clip(VISIONS[vision] @ linear, 0, 1) / WHITE
    root = np.where(relative > 216 / 24389, np.cbrt(relative), (24389 / 27 * relative + 16) / 116)
    return np.array([116 * root[1] - 16, 500 * (root[0] - root[1]), 200 * (root[1] - root[2])])


def apart(one: str, other: str, vision: str) -> float:
    """Colour difference (CIE 1976) of two colours as a vision sees them."""
    return float(np.linalg.norm(seen(one, vision) - seen(other, vision)))


@scales
@visions
def test_any_two_classes_can_be_told_apart(scale: Scale, vision: str):
    assert all(apart(one, other, vision) >= CLEARLY_APART for one, other in combinations(scale.colours, 2))


@scales
@visions
def test_lightness_alone_tells_the_order(scale: Scale, vision: str):
    lightness = [seen(colour, vision)[0] for colour in scale.colours]
    steps = [high - low for low, high in pairwise(lightness)]
    assert all(step > 0 for step in steps) or all(step < 0 for step in steps)


def test_darker_is_more_work_left_on_every_scale():
    for scale in SCALES:
        lightness = [seen(colour, "grey")[0] for colour in scale.colours]
        more_is_better = scale.column.startswith("verified_pct")
        assert (lightness[0] < lightness[-1]) == more_is_better


@scales
@pytest.mark.parametrize("vision", [name for name in VISIONS if name != "grey"])
def test_no_data_looks_like_no_class(scale: Scale, vision: str):
    assert policy().no_data.colour is not None
    assert all(apart(policy().no_data.colour, colour, vision) >= 7 for colour in scale.colours)


def test_no_data_is_grey_and_known_by_its_hatch_on_a_grey_print():
    look = policy().no_data
    assert look.colour is not None
    assert look.hatch_colour is not None
    assert len({look.colour[1:3], look.colour[3:5], look.colour[5:7]}) == 1
    assert apart(look.colour, look.hatch_colour, "grey") >= 2 * CLEARLY_APART
    assert look.hatch != policy().partly_reported.hatch


@given(st.integers(0, 0xFFFFFF).map(lambda number: f"#{number:06X}"))
def test_ink_is_readable_on_every_colour(colour: str):
    ink, ground = sorted((relative_luminance(ink_on(colour)), relative_luminance(colour)))
    assert (ground + 0.05) / (ink + 0.05) >= 4.5  # WCAG 2.2, level AA for text


def test_labels_read_as_an_officer_would_write_them():
    assert [label.replace("\u00a0", " ") for label in policy().scales["verified_pct"].labels] == [
        "dưới 60 %",
        "từ 60 đến dưới 70 %",
        "từ 70 đến dưới 80 %",
        "từ 80 đến dưới 90 %",
        "từ 90 % trở lên",
    ]
    assert policy().scales["unverified_count"].labels[1] == "từ 1.000 đến dưới 2.500"
    assert policy().scales["verified_pct_change"].labels[0] == "dưới −0,5\u00a0điểm %"


@scales
def test_there_is_a_label_and_a_colour_for_each_class(scale: Scale):
    assert len(set(scale.labels)) == len(set(scale.colours)) == len(scale.limits) + 1


@pytest.mark.parametrize(
    ("value", "index"),
    [(0, 0), (59.999, 0), (60, 1), (69.9999, 1), (70, 2), (89.99, 3), (90, 4), (100, 4), (None, None)],
)
def test_lower_limit_belongs_to_the_class(value: float | None, index: int | None):
    assert policy().scales["verified_pct"].class_of(value) == index


def test_not_a_number_has_no_class():
    assert policy().scales["verified_pct"].class_of(float("nan")) is None


@scales
@given(value=st.floats(-1e6, 1e6))
def test_a_value_lies_between_the_limits_of_its_class(scale: Scale, value: float):
    index = scale.class_of(value)
    assert index is not None
    edges = [-np.inf, *scale.limits, np.inf]
    assert edges[index] <= value < edges[index + 1]


@pytest.mark.parametrize(
    ("number", "text"), [(2500, "2.500"), (0.5, "0,5"), (-0.1, "−0,1"), (1e6, "1.000.000")]
)
def test_numbers_are_written_the_vietnamese_way(number: float, text: str):
    assert number_text(number) == text
