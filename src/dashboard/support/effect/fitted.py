"""What sessions that were held say about the planner's assumptions, once there are enough of them.

Only sessions that show one thing alone count: volunteers without a carrier's point, or points alone.
Whoever came was guided or served; nobody counts those who turned back.
"""

from collections.abc import Iterable, Mapping, Sequence

import numpy as np

from dashboard.support.effect.totals import held
from dashboard.support.planner.fitting import Fit, fitted_rate
from dashboard.support.register.records import Register
from dashboard.support.sessions.clashes import people_of
from dashboard.support.sessions.record import Session


def fitted_assumptions(sessions: Iterable[Session], register: Register) -> Mapping[str, Fit]:
    """Name of an assumption -> what the sessions say of it; nothing of those with too few sessions."""
    done = held(sessions)
    alone = [it for it in done if it.group_ids and not it.point_ids]
    served = [it for it in done if it.point_ids and not it.group_ids]
    found = {
        "people_per_volunteer_day": _fit(alone, [float(people_of(it.group_ids, register)) for it in alone]),
        "people_per_point_day": _fit(served, [float(len(it.point_ids)) for it in served]),
    }
    return {name: fit for name, fit in found.items() if fit is not None}


def _fit(sessions: Sequence[Session], means: Sequence[float]) -> Fit | None:
    counted = [(it, mean) for it, mean in zip(sessions, means, strict=True) if mean > 0]
    came = np.array([it.result.came_count for it, _ in counted if it.result is not None], dtype=float)
    return fitted_rate(came, np.array([mean for _, mean in counted]))
