"""The planner's reference instance: communes where they are, everything else drawn from one seed.

The draws and their order are those of the instance that the known bounds belong to, so that
figures compare.
"""

from pathlib import Path
from typing import Any

import numpy as np
import pyarrow.parquet as pq
import shapely

from dashboard.support.planner.instance import (
    Demand,
    Floats,
    Groups,
    Halls,
    Instance,
    Points,
    Policy,
    nothing_fixed,
)

WEEKS, DAYS = 4, 5
SUBSCRIBERS = 4.0e6
GROUPS, HOUSES = 120, 26
ROAD_PER_STRAIGHT_KM = 1.3
CARRIER_SHARE = np.array([0.44, 0.24, 0.17, 0.06, 0.04, 0.02, 0.02, 0.01])
# Urgency: 0 no date, 1..4 termination falls in that week, 5 in the two weeks after the horizon.
CLASS_SHARE = np.array([0.55, 0.06, 0.08, 0.09, 0.08, 0.14])
TURNOUT = np.array([0.20, 0.5, 0.5, 0.5, 0.5, 0.35])
HAZARD = np.array([0.03, 0.10, 0.10, 0.10, 0.10, 0.06])
POINTS = np.array([40, 32, 28, 20, 16, 12, 12, 10], float)
POINT_RATE = np.array([60, 60, 60, 55, 55, 50, 50, 50], float)


def reference_instance(layer: Path, seed: int = 1) -> Instance:
    """Draw it. `layer` is the public layer of communes (GeoParquet, EPSG:4326)."""
    random = np.random.default_rng(seed)
    codes, urban, lonlat = _communes(layer)
    distance = _km(lonlat, lonlat)
    far = _km(lonlat, lonlat[urban].mean(axis=0)[None])[:, 0]
    far = (far - far.min()) / (np.ptp(far) + 1e-9)
    subscribers, rate, unverified = _people(random, urban, far)
    hall_days = _hall_days(random, subscribers)
    groups = _groups(random, subscribers, distance * ROAD_PER_STRAIGHT_KM)
    phone = np.clip(0.75 - 0.35 * far + random.normal(0, 0.05, len(codes)), 0.25, 0.85)
    demand = Demand(unverified, subscribers, subscribers * rate, _weights(), TURNOUT, HAZARD, phone)
    halls = Halls(
        np.array([400.0, 180.0, 120.0, 80.0]),
        np.array([0.06, 0.035, 0.03, 0.025]),
        np.array([10.0, 5.0, 4.0, 3.0]),
        np.array([6.0, 3.0, 2.0, 1.0]),
        hall_days,
    )
    points = Points(np.repeat(POINTS[:, None] * DAYS, WEEKS, axis=1), POINT_RATE, np.arange(8) == 7)
    policy = Policy(np.full(WEEKS, 70.0), floor_share=0.10, target_share=0.80)
    fixed = nothing_fixed(len(codes), len(groups.pair_group), (8, 4, WEEKS))
    names = tuple(f"C{i}" for i in range(8)), tuple(f"G{i}" for i in range(GROUPS))
    return Instance(codes, *names, demand, halls, groups, points, policy, fixed)


def _communes(layer: Path) -> tuple[tuple[str, ...], Any, Floats]:
    table = pq.read_table(layer, columns=["code", "full_name", "geometry"])
    middle = shapely.centroid(shapely.from_wkb(table["geometry"].to_numpy()))
    urban = np.array([name.startswith("Ph") for name in table["full_name"].to_pylist()])
    return tuple(table["code"].to_pylist()), urban, np.c_[shapely.get_x(middle), shapely.get_y(middle)]


def _people(random: np.random.Generator, urban: Any, far: Floats) -> tuple[Floats, Floats, Floats]:
    count = len(urban)
    subscribers = random.lognormal(0, 0.35, count) * np.where(urban, 1.6, 1.0)
    subscribers = subscribers / subscribers.sum() * SUBSCRIBERS
    rate = np.clip(0.88 - 0.38 * far + random.normal(0, 0.11, count), 0.35, 0.95)
    shares = np.array([random.dirichlet(CARRIER_SHARE * 60) for _ in range(count)])
    left = subscribers * (1 - rate)
    people = np.zeros((count, 8, 6))
    for commune in range(count):
        classes = random.dirichlet(CLASS_SHARE * 40, 8)
        people[commune] = np.round(left[commune] * shares[commune][:, None] * classes)
    return subscribers, rate, people


def _hall_days(random: np.random.Generator, subscribers: Floats) -> Floats:
    count = len(subscribers)
    houses = np.maximum(
        4, random.poisson(HOUSES * np.clip(subscribers / subscribers.mean(), 0.5, 1.8), count)
    )
    free = np.zeros((count, 4, WEEKS))
    for commune in range(count):
        free[commune, 0] += _by_week(random.random(WEEKS * DAYS) < 0.6)
        for _ in range(houses[commune]):
            kind = random.choice([1, 2, 3], p=[0.15, 0.35, 0.5])
            free[commune, kind] += _by_week(random.random(WEEKS * DAYS) < 0.7)
    return free


def _groups(random: np.random.Generator, subscribers: Floats, road_km: Floats) -> Groups:
    home = random.choice(len(subscribers), GROUPS, p=subscribers / subscribers.sum())
    size = random.integers(6, 21, GROUPS).astype(float)
    free = random.random((GROUPS, WEEKS * DAYS)) < random.uniform(0.3, 0.9, GROUPS)[:, None]
    farthest = random.choice([15, 25, 40, 60], GROUPS, p=[0.3, 0.35, 0.25, 0.1])
    group, commune = np.nonzero(road_km[home] <= farthest[:, None])
    by_week = np.array([_by_week(days) for days in free])
    return Groups(size, by_week, group, commune, road_km[home[group], commune], 12.0)


def _by_week(days: Any) -> Floats:
    return np.asarray(days).reshape(WEEKS, DAYS).sum(axis=1).astype(float)


def _weights() -> Floats:
    weight = np.zeros((6, WEEKS))
    for week in range(WEEKS):
        weight[0, week], weight[5, week] = 1, 3
        for termination in range(1, 5):
            weight[termination, week] = 5 if week + 1 < termination else 4 if week + 1 == termination else 0
        weight[:, week] *= 0.99**week
    return weight


def _km(here: Floats, there: Floats) -> Floats:
    a, b = np.radians(here)[:, None], np.radians(there)[None]
    lon, lat = np.sin((a - b)[..., 0] / 2) ** 2, np.sin((a - b)[..., 1] / 2) ** 2
    return np.asarray(12742 * np.arcsin(np.sqrt(lat + np.cos(a[..., 1]) * np.cos(b[..., 1]) * lon)))
