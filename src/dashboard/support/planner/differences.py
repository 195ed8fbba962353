"""What a new plan changes in the one that stands, line by line, and whether lines fit together."""

from collections.abc import Collection, Iterator
from dataclasses import dataclass
from enum import StrEnum

import numpy as np

from dashboard.support.planner.columns import Columns, columns_of
from dashboard.support.planner.constraints import CONSTRAINTS
from dashboard.support.planner.greedy import Days
from dashboard.support.planner.instance import Floats, Instance
from dashboard.support.planner.objections import Objection


class Change(StrEnum):
    """What happens to a commune's weeks."""

    ADDED = "added"
    MOVED = "moved"
    DROPPED = "dropped"
    RESIZED = "resized"  # same weeks, other halls, groups or points


@dataclass(frozen=True)
class Difference:
    """One commune whose visits change: weeks from 1, people and weighted people gained (negative: lost)."""

    commune_code: str
    change: Change
    weeks_before: tuple[int, ...]
    weeks_after: tuple[int, ...]
    people_gained: float
    weighted_gained: float


@dataclass(frozen=True)
class Valued:
    """Whole days with who is verified in them, (C, K, S, W)."""

    days: Days
    verified: Floats


def differences(instance: Instance, before: Valued, after: Valued) -> tuple[Difference, ...]:
    """All communes that change, the largest gain first."""
    found = (_difference(instance, before, after, c) for c in range(len(instance.commune_codes)))
    return tuple(sorted(filter(None, found), key=lambda each: -each.weighted_gained))


def _difference(instance: Instance, before: Valued, after: Valued, commune: int) -> Difference | None:
    old, new = (tuple((np.nonzero(it.days.visits[commune])[0] + 1).tolist()) for it in (before, after))
    if old == new and not _is_resized(instance, (before.days, after.days), commune):
        return None
    gained = after.verified[commune] - before.verified[commune]
    weighted = float((gained.sum(axis=0) * instance.demand.weight).sum())
    return Difference(
        instance.commune_codes[commune], _change(old, new), old, new, float(gained.sum()), weighted
    )


def _change(old: tuple[int, ...], new: tuple[int, ...]) -> Change:
    if old == new:
        return Change.RESIZED
    if set(old) < set(new):
        return Change.ADDED
    return Change.DROPPED if set(new) < set(old) else Change.MOVED


def _is_resized(instance: Instance, plans: tuple[Days, Days], commune: int) -> bool:
    here = instance.groups.pair_commune == commune
    before, after = plans
    return bool(
        np.any(before.hall_days[commune] != after.hall_days[commune])
        or np.any(before.group_days[here] != after.group_days[here])
        or np.any(before.point_days[:, commune] != after.point_days[:, commune])
    )


def accepted(instance: Instance, before: Days, after: Days, communes: Collection[str]) -> Days:
    """The plan that stands, with the new plan's days for the communes whose lines were accepted."""
    taken = np.isin(instance.commune_codes, list(communes))
    pairs = taken[instance.groups.pair_commune]
    return Days(
        np.where(taken[:, None], after.visits, before.visits),
        np.where(taken[:, None, None], after.hall_days, before.hall_days),
        np.where(pairs[:, None], after.group_days, before.group_days),
        np.where(taken[None, :, None], after.point_days, before.point_days),
    )


WHOLE_ONLY = ("4", "5", "6", "7", "8a", "8b", "9", "16")  # constraints between whole days alone


def clashes(instance: Instance, days: Days) -> tuple[Objection, ...]:
    """What does not fit together: the constraint's name, and the commune, group or carrier, and week."""
    at = columns_of(instance)
    values = np.zeros(at.count)
    for columns, value in (
        (at.visit, days.visits),
        (at.hall_days, days.hall_days),
        (at.group_days, days.group_days),
        (at.point_days, days.point_days),
    ):
        values[columns] = value
    return tuple(clash for key in WHOLE_ONLY for clash in _clashes_of(instance, (at, values), key))


def _clashes_of(instance: Instance, plan: tuple[Columns, Floats], key: str) -> Iterator[Objection]:
    at, values = plan
    build = CONSTRAINTS[key]
    rows = build(instance, at)
    done = rows.matrix @ values
    over = np.nonzero((done > rows.upper + 1e-6) | (done < rows.lower - 1e-6))[0]
    for row in over:
        place, week = _place(instance, key, int(row))
        yield Objection(build.__name__, place, week, float(done[row]), float(rows.upper[row]))


def _place(instance: Instance, key: str, row: int) -> tuple[str, int | None]:
    """Whose row it is: rows run over things, then weeks; (8a) has hall classes between, (9) weeks alone."""
    weeks = instance.week_count
    if key == "9":
        return "", row + 1
    if key == "16":
        return instance.commune_codes[row], None
    codes = {"6": instance.carrier_codes, "7": instance.group_codes}.get(key, instance.commune_codes)
    thing = row // weeks // (len(instance.halls.reach) if key == "8a" else 1)
    return codes[thing], row % weeks + 1
