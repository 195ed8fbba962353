"""What people asked that cannot be, told by commune and resource before anything is computed."""

from dataclasses import dataclass

import numpy as np
from scipy.optimize import linprog

from dashboard.support.planner.instance import Instance


@dataclass(frozen=True)
class Objection:
    """One thing at fault: `kind` names the rule, `place` a commune, group or carrier code, `week` from 1."""

    kind: str
    place: str
    week: int | None
    asked: float
    possible: float


def objections(instance: Instance) -> tuple[Objection, ...]:
    """All that makes an instance impossible; empty when a plan exists."""
    found = (*_agreed(instance), *_visits_one_by_one(instance))
    return found or _visits_together(instance)


def _agreed(instance: Instance) -> list[Objection]:
    """Agreed days beyond what is free."""
    fixed, groups = instance.fixed, instance.groups
    used = np.zeros(groups.free_days.shape)
    np.add.at(used, groups.pair_group, fixed.agreed_group_days)
    halls, points = fixed.agreed_hall_days.sum(axis=1), fixed.agreed_point_days.sum(axis=1)
    beyond_class = np.any(fixed.agreed_hall_days > instance.halls.free_days, axis=1)
    free_halls = instance.halls.free_days.sum(axis=1)
    found = [
        Objection("agreed_hall_days", instance.commune_codes[c], w + 1, halls[c, w], free_halls[c, w])
        for c, w in np.argwhere(beyond_class).tolist()
    ]
    for kind, codes, asked, free in (
        ("agreed_group_days", instance.group_codes, used, groups.free_days),
        ("agreed_point_days", instance.carrier_codes, points, instance.points.free_days),
    ):
        found += [
            Objection(kind, codes[i], w + 1, asked[i, w], free[i, w])
            for i, w in np.argwhere(asked > free).tolist()
        ]
    return found


def _visits_one_by_one(instance: Instance) -> list[Objection]:
    """Pins where no visit can be; more weeks wished than possible; fewer than pinned."""
    fixed, possible = instance.fixed, instance.visit_upper()
    codes = instance.commune_codes
    found = [
        Objection("pinned_impossible", codes[c], w + 1, 1.0, 0.0)
        for c, w in np.argwhere(fixed.visit_lower > possible).tolist()
    ]
    for kind, asked, most in (
        ("least_visits", fixed.least_visits, np.minimum(possible.sum(axis=1), fixed.most_visits)),
        ("most_visits", fixed.visit_lower.sum(axis=1), fixed.most_visits),
    ):
        found += [Objection(kind, codes[c], None, asked[c], most[c]) for c in np.nonzero(asked > most)[0]]
    return found


def _visits_together(instance: Instance) -> tuple[Objection, ...]:
    """Wishes that are possible one by one and not together: the fewest visits to give up, by commune.

    A transport problem, so its linear program has whole answers.
    """
    fixed, cap = instance.fixed, instance.policy.communes_per_week
    over = np.nonzero(fixed.visit_lower.sum(axis=0) > cap)[0]
    if over.size:
        return tuple(
            Objection(
                "week_full", instance.commune_codes[c], int(w) + 1, fixed.visit_lower[:, w].sum(), cap[w]
            )
            for w in over
            for c in np.nonzero(fixed.visit_lower[:, w])[0]
        )
    short = _shortfalls(instance)
    return tuple(
        Objection(
            "least_visits_together",
            instance.commune_codes[c],
            None,
            fixed.least_visits[c],
            fixed.least_visits[c] - short[c],
        )
        for c in np.nonzero(short > 1e-6)[0]
    )


def _shortfalls(instance: Instance) -> np.ndarray:
    fixed, upper = instance.fixed, instance.visit_upper()
    communes, weeks = upper.shape
    size = communes * weeks
    by_commune = np.kron(np.eye(communes), np.ones(weeks))
    by_week = np.tile(np.eye(weeks), communes)
    rows = np.vstack(
        [
            np.hstack([-by_commune, -np.eye(communes)]),
            np.hstack([by_commune, np.zeros((communes, communes))]),
            np.hstack([by_week, np.zeros((weeks, communes))]),
        ]
    )
    limits = np.concatenate([-fixed.least_visits, fixed.most_visits, instance.policy.communes_per_week])
    bounds = [*zip(fixed.visit_lower.ravel(), upper.ravel(), strict=True), *([(0, None)] * communes)]
    cost = np.concatenate([np.zeros(size), np.ones(communes)])
    answer = linprog(cost, A_ub=rows, b_ub=limits, bounds=bounds, method="highs")
    return np.asarray(answer.x[size:])
