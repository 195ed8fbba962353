"""The process in which a plan's weeks become dated sessions and the plan is explained.

Its own process for the same reasons as planner/child.py: question on its input, answer on its output.
"""

import os
import pickle  # between two processes of ours, over a pipe nobody else holds
import subprocess
import sys
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from typing import Any

import numpy as np

from dashboard.paths import with_our_source
from dashboard.support.planner.child import BEHIND_OTHERS, own_output
from dashboard.support.planner.day_stage import Dated, dated
from dashboard.support.planner.explain import Explanation, explain, net_value
from dashboard.support.planner.instance import Floats
from dashboard.support.planner.model import model_of
from dashboard.support.planner.search import Found
from dashboard.support.planner.sites import Calendar
from dashboard.support.planning.ground import DAYS, class_of
from dashboard.support.planning.question import Question

SECONDS_A_WEEK = 4.0
GRACE_SECONDS = 90.0  # for the model, the explanation's linear program, and a slow machine


class DatingBrokeOffError(Exception):
    """The process ended without an answer: out of memory, or killed."""


@dataclass(frozen=True)
class DatedPlan:
    """Each week's sessions, and why the plan is as it is."""

    weeks: tuple[Dated, ...]
    explanation: Explanation


def dated_plan(question: Question, found: Found, seconds_a_week: float = SECONDS_A_WEEK) -> DatedPlan:
    """Have another process date and explain a plan. Raises DatingBrokeOffError, subprocess.TimeoutExpired."""
    limit = seconds_a_week * len(question.ground.mondays) + GRACE_SECONDS
    plan: DatedPlan = _asked("date", (question, found, seconds_a_week), limit)
    return plan


def net_people(question: Question, found: Found, commune_code: str) -> float | None:
    """Weighted people that the whole plan would lose without this commune: others take its means.

    None for a commune with agreed sessions, which no plan is without. Raises as `dated_plan`.
    """
    at = question.ground.position[commune_code]
    if question.instance.fixed.agreed_hall_days[at].any():
        return None
    net: float = _asked("net", (question, found, at), GRACE_SECONDS)
    return net


def _asked(task: str, arguments: tuple[Any, ...], limit_seconds: float) -> Any:
    answer = subprocess.run(
        # Not -m: the answer's records are to be known under this module's own name.
        [sys.executable, "-c", f"from {__name__} import main; main()"],
        input=pickle.dumps((task, arguments)),
        stdout=subprocess.PIPE,
        stderr=subprocess.DEVNULL,
        env=with_our_source(os.environ),
        timeout=limit_seconds,
        check=False,
    )
    if answer.returncode != 0:
        raise DatingBrokeOffError(f"code {answer.returncode}")
    return pickle.loads(answer.stdout)


def answer_to(question: Question, found: Found, seconds_a_week: float) -> DatedPlan:
    """The work itself; `found` holds a plan."""
    if found.days is None or found.values is None:
        raise ValueError("there is no plan to date")
    visits = _to_date(question, found)
    weeks = tuple(
        dated(question.instance, (visits, week), calendar_of(question, week), seconds_a_week)
        for week in range(len(question.ground.mondays))
        if visits[:, week].any()
    )
    by_week = {week: place for place, week in enumerate(np.nonzero(visits.any(axis=0))[0].tolist())}
    empty = Dated((), found, ())
    placed = tuple(weeks[by_week[week]] if week in by_week else empty for week in range(visits.shape[1]))
    return DatedPlan(placed, explain(model_of(question.instance), found.values))


def calendar_of(question: Question, week: int) -> Calendar:
    """What is free on the days of a week beyond what is agreed."""
    ground, span = question.ground, slice(week * DAYS, (week + 1) * DAYS)
    halls, groups, points = ground.halls, ground.groups, ground.points
    hall_free = ground.halls_open() & ~ground.taken([it.entry_id for it in halls], "hall")
    group_free = ground.groups_free() & ~ground.taken([it.entry_id for it in groups], "group")
    point_free = ground.points_open() & ~ground.taken([it.entry_id for it in points], "point")
    by_carrier = np.zeros((len(ground.carriers), DAYS))
    for point, free in zip(points, point_free[:, span], strict=True):
        by_carrier[ground.carriers.index(point.carrier_code)] += free
    return Calendar(
        tuple(it.entry_id for it in halls),
        np.array([ground.position[it.commune_code] for it in halls], dtype=np.int64),
        np.array([class_of(it) for it in halls], dtype=np.int64),
        hall_free[:, span],
        group_free[:, span],
        by_carrier,
    )


def _to_date(question: Question, found: Found) -> Floats:
    """(C, W) visits with more in them than what is agreed: agreed sessions have their dates."""
    assert found.days is not None
    more = found.days.hall_days.sum(axis=1) > question.instance.fixed.agreed_hall_days.sum(axis=1)
    return np.where(more, found.days.visits, 0.0)


def net_answer(question: Question, found: Found, commune: int) -> float:
    """The work itself of `net_people`."""
    assert found.days is not None
    return net_value(model_of(question.instance), found.days, commune)


TASKS: Mapping[str, Callable[..., Any]] = {"date": answer_to, "net": net_answer}


def main() -> None:
    """Answer one question."""
    answers = own_output()
    if hasattr(os, "nice"):
        os.nice(BEHIND_OTHERS)
    task, arguments = pickle.load(sys.stdin.buffer)
    pickle.dump(TASKS[task](*arguments), answers)
    answers.flush()
