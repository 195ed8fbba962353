"""How far it is from one commune to another, by road, as well as the representative points tell."""

from functools import cache

import numpy as np

from dashboard.reference.communes import commune_by_code
from dashboard.support.planner.instance import Floats

EARTH_KM = 6371.0
# Roads of the province are about a third longer than the straight line: a common factor of detour, without a
# measurement here; the people who plan see km rounded and can go against it.
ROAD_PER_STRAIGHT = 1.3


@cache
def road_km(from_code: str, to_code: str) -> float:
    """Km one way between the representative points of two communes; 0 within one."""
    here, there = commune_by_code()[from_code], commune_by_code()[to_code]
    straight = km_between(np.array([[here.lon, here.lat]]), np.array([[there.lon, there.lat]]))
    return float(straight[0, 0]) * ROAD_PER_STRAIGHT


def km_between(here: Floats, there: Floats) -> Floats:
    """(A, B) straight km between places (A, 2) and (B, 2), longitude and latitude in degrees (EPSG:4326)."""
    a, b = np.radians(here)[:, None], np.radians(there)[None]
    east, north = np.sin((a - b)[..., 0] / 2) ** 2, np.sin((a - b)[..., 1] / 2) ** 2
    chord = np.sqrt(north + np.cos(a[..., 1]) * np.cos(b[..., 1]) * east)
    return np.asarray(2 * EARTH_KM * np.arcsin(chord))
