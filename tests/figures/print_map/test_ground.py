"""The province in the frame of a map."""

import numpy as np
import pytest
import shapely

from dashboard.boundaries import layer_in_force
from dashboard.boundaries.importing import import_layer
from dashboard.figures.print_map.ground import HAC_THANH, SCALE_STEP, Ground, ground_of
from dashboard.figures.print_map.sheet import Box
from dashboard.paths import SHARED_DIR
from dashboard.reference.communes import commune_by_code
from dashboard.store.database import Store

FRAME = Box(9, 18, 184, 162)


def rectangle(box: Box) -> shapely.Polygon:
    return shapely.box(box.left, box.bottom, box.right, box.top)


def assert_lies_well(ground: Ground) -> None:
    """Inside the frame, true to scale, inset and free corner clear of the province."""
    whole = shapely.union_all(ground.areas)
    assert whole.within(rectangle(FRAME))
    areas_km2 = shapely.area(ground.areas) * (ground.scale / 1e6) ** 2
    assert areas_km2.sum() == pytest.approx(sum(c.area_km2 for c in commune_by_code().values()), rel=0.02)
    assert ground.scale % SCALE_STEP == 0
    assert not whole.intersects(rectangle(ground.corner))
    assert ground.inset is not None
    assert not whole.intersects(rectangle(ground.inset.place))
    assert not rectangle(ground.inset.place).intersects(rectangle(ground.corner))


def assert_inset_shows_the_wards(ground: Ground) -> None:
    """Around Hạc Thành, each commune as much larger as told."""
    assert ground.inset is not None
    shown = np.flatnonzero(ground.inset.shows)
    assert ground.codes.index(HAC_THANH) in shown
    assert len(shown) > 10
    whole = [place for place in shown if ground.areas[place].within(rectangle(ground.inset.window))]
    for place in whole:
        grown = ground.inset.areas[place].area / ground.areas[place].area
        assert grown == pytest.approx(ground.inset.magnified**2, rel=1e-6)
    assert all(
        ground.inset.areas[place].within(rectangle(ground.inset.place).buffer(1e-6)) for place in shown
    )


def test_the_schematic_layer_lies_well(store: Store):
    ground = ground_of(layer_in_force(store), FRAME)
    assert_lies_well(ground)
    assert_inset_shows_the_wards(ground)


@pytest.mark.real_layers
def test_a_real_layer_lies_well(store: Store):
    import_layer(SHARED_DIR / "geo" / "thanh_hoa_communes.parquet", store)
    ground = ground_of(layer_in_force(store), FRAME)
    assert_lies_well(ground)
    assert_inset_shows_the_wards(ground)


def test_a_layer_is_drawn_up_once(store: Store):
    layer = layer_in_force(store)
    assert ground_of(layer, FRAME) is ground_of(layer, FRAME)
