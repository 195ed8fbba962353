"""Five classes at most, none of whose limits the policy does not know."""

import pytest

from dashboard.meeting.shades import MOST_CLASSES, for_the_room, shades_of
from dashboard.reference.policy import policy
from dashboard.reference.scales import Scale


@pytest.mark.parametrize("column", policy().scales)
def test_every_scale_fits_the_room_without_moving_a_limit(column: str):
    scale, shades = policy().scales[column], shades_of(column)
    assert len(shades.colours) <= MOST_CLASSES
    assert len(shades.labels) == len(shades.colours) == len(shades.limits) + 1
    start = scale.limits.index(shades.limits[0])
    assert scale.limits[start : start + len(shades.limits)] == shades.limits
    assert scale.colours[start : start + len(shades.colours)] == shades.colours


def test_a_scale_that_fits_stays_as_it_is():
    scale = policy().scales["verified_pct"]
    assert for_the_room(scale) == scale


def test_outermost_classes_are_joined_from_both_ends():
    scale = Scale("x", "%", (1, 2, 3, 4, 5, 6), tuple(f"#00000{n}" for n in range(7)))
    found = for_the_room(scale)
    assert found.limits == (2, 3, 4, 5)
    assert found.colours == ("#000001", "#000002", "#000003", "#000004", "#000005")
