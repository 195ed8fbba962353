"""The variables of the weekly model and where each stands in the solver's vector."""

from dataclasses import dataclass

import numpy as np

from dashboard.support.planner.instance import Instance, Whole


@dataclass(frozen=True)
class Columns:
    """Positions of every variable, in the variable's own shape."""

    visit: Whole  # o (C, W)
    hall_days: Whole  # y (C, T, W)
    group_days: Whole  # x (P, W)
    point_days: Whole  # z (K, C, W)
    verified: Whole  # v (C, K, S, W)
    served: Whole  # e (C, K, W)
    catch_up: Whole  # t (C,)
    below_floor: Whole  # f (C,)
    missed: Whole  # m (C,)
    changed: Whole  # d (P, W), or empty without a published plan

    @property
    def count(self) -> int:
        """How many variables there are; `changed` is the last block, and may be empty."""
        return int(self.missed.max(initial=-1)) + 1 + self.changed.size

    @property
    def whole(self) -> Whole:
        """Positions of the variables that are whole numbers."""
        parts = (self.visit, self.hall_days, self.group_days, self.point_days)
        return np.concatenate([part.ravel() for part in parts])


def columns_of(instance: Instance) -> Columns:
    """Lay the variables out one block after another."""
    communes, carriers, classes = instance.demand.unverified.shape
    weeks, halls = instance.week_count, len(instance.halls.reach)
    pairs = len(instance.groups.pair_group)
    changed = pairs if instance.fixed.published is not None else 0
    shapes = (
        (communes, weeks),
        (communes, halls, weeks),
        (pairs, weeks),
        (carriers, communes, weeks),
        (communes, carriers, classes, weeks),
        (communes, carriers, weeks),
        (communes,),
        (communes,),
        (communes,),
        (changed, weeks),
    )
    ends = np.cumsum([int(np.prod(shape)) for shape in shapes])
    starts = np.concatenate([[0], ends[:-1]])
    blocks = [
        np.arange(start, end).reshape(shape)
        for shape, start, end in zip(shapes, starts, ends, strict=True)
    ]  # fmt: skip
    return Columns(*blocks)
