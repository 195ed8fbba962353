"""Who borders on whom, by the schematic layer."""

import pytest

from dashboard.boundaries import layer_in_force
from dashboard.boundaries.neighbours import borders, neighbours_of
from dashboard.store.database import Store
from tests.web.homes import filled_by_itself  # noqa: F401


def test_bordering_is_mutual_and_nobody_borders_on_themselves(filled: Store):
    layer = layer_in_force(filled)
    for code in layer.codes[:6]:
        found = neighbours_of(layer, code)
        assert 1 <= len(found) < 15
        assert code not in found
        assert all(code in neighbours_of(layer, other) for other in found[:2])
    with pytest.raises(ValueError, match="tuple"):
        neighbours_of(layer, "00000")


def test_all_borders_together_say_the_same_as_commune_by_commune(filled: Store):
    layer = layer_in_force(filled)
    pairs = borders(layer)
    assert len(pairs) == len({frozenset(pair) for pair in pairs})
    for code in layer.codes[:6]:
        beside = {other for pair in pairs if code in pair for other in pair if other != code}
        assert beside == set(neighbours_of(layer, code))
