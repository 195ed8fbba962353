"""Small planning questions for the tests, drawn from a seed; whole capacities so that plans can be listed."""

from dataclasses import replace

import numpy as np

from dashboard.support.planner.instance import (
    Demand,
    Groups,
    Halls,
    Instance,
    Points,
    Policy,
    nothing_fixed,
)


def small_instance(seed: int, shape: tuple[int, int, int, int] = (2, 1, 2, 2), cap: float = 1.0) -> Instance:
    """`shape` is communes, carriers, groups, weeks; each group reaches the first commune and one more."""
    communes, carriers, group_count, weeks = shape
    random = np.random.default_rng(seed)
    people = random.integers(0, 90, (communes, carriers, 2)).astype(float)
    total = people.sum(axis=(1, 2)) * 2.5 + 50
    weight = np.array([[1.0] * weeks, [4.0, *([1.0] * (weeks - 1))]]) * 0.99 ** np.arange(weeks)
    demand = Demand(
        people,
        total,
        total - people.sum(axis=(1, 2)),
        weight,
        np.array([0.4, 0.6]),
        np.array([0.03, 0.1]),
        random.uniform(0.3, 0.9, communes),
    )
    halls = Halls(
        np.array([70.0]), np.array([0.6]), np.array([5.0]), np.array([1.0]), np.ones((communes, 1, weeks))
    )
    pairs = [(g, c) for g in range(group_count) for c in sorted({0, g % communes, communes - 1})]
    group, commune = (np.array(side) for side in zip(*pairs, strict=True))
    groups = Groups(
        random.integers(3, 8, group_count).astype(float),
        np.ones((group_count, weeks)),
        group,
        commune,
        random.uniform(1, 30, len(pairs)),
        6.0,
    )
    points = Points(np.ones((carriers, weeks)), np.full(carriers, 30.0), np.arange(carriers) == carriers - 1)
    policy = Policy(np.full(weeks, cap), floor_share=0.1, target_share=0.8)
    fixed = nothing_fixed(communes, len(pairs), (carriers, 1, weeks))
    return Instance(
        tuple(f"{c:05d}" for c in range(communes)),
        tuple(f"C{k}" for k in range(carriers)),
        tuple(f"G{g}" for g in range(group_count)),
        demand,
        halls,
        groups,
        points,
        policy,
        fixed,
    )


def pinned(instance: Instance, commune: int, week: int) -> Instance:
    """With a visit fixed."""
    lower = instance.fixed.visit_lower.copy()
    lower[commune, week] = 1
    return replace(instance, fixed=replace(instance.fixed, visit_lower=lower))


def forbidden(instance: Instance, commune: int, week: int) -> Instance:
    """With a visit ruled out."""
    upper = instance.fixed.visit_upper.copy()
    upper[commune, week] = 0
    return replace(instance, fixed=replace(instance.fixed, visit_upper=upper))
