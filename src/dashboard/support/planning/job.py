"""One plan being made: searched in a process of its own, dated in another; looked at and stopped from any
thread, so that nobody else waits for it."""

import subprocess
import threading
from dataclasses import dataclass

from dashboard.support.planner.running import PlanRun, Standing
from dashboard.support.planner.search import State
from dashboard.support.planning.dating import SECONDS_A_WEEK, DatedPlan, DatingBrokeOffError, dated_plan
from dashboard.support.planning.question import Question


@dataclass(frozen=True)
class Progress:
    """How far a plan is: `standing` of the search; `dated` once its sessions have dates; why it failed."""

    standing: Standing
    limit_seconds: float
    first_value: float | None
    is_dating: bool
    dated: DatedPlan | None
    fault: str

    @property
    def is_over(self) -> bool:
        """Whether nothing more will come."""
        return not self.standing.is_running and not self.is_dating

    @property
    def better_than_first_pct(self) -> float | None:
        """How much the plan is worth more than the greedy one; None before there is a plan."""
        found = self.standing.found
        if found is None or found.values is None or not self.first_value:
            return None
        return 100 * (found.objective - self.first_value) / abs(self.first_value)


class PlanJob:
    """Begins at once. `stop` ends the search and dates what stands."""

    def __init__(self, question: Question, seconds: float, seconds_a_week: float = SECONDS_A_WEEK) -> None:
        self.question = question
        self._seconds_a_week = seconds_a_week
        self._run = PlanRun(question.instance, seconds)
        self._first: float | None = None
        self._dated: DatedPlan | None = None
        self._fault = ""
        self._thread = threading.Thread(target=self._follow, name="plan", daemon=True)
        self._thread.start()

    def progress(self) -> Progress:
        """How far it is now."""
        standing = self._run.standing()
        self._remember_first(standing)
        is_dating = not standing.is_running and self._thread.is_alive()
        return Progress(standing, self._run.limit, self._first, is_dating, self._dated, self._fault)

    def stop(self) -> None:
        """End the search; what stands is dated."""
        self._run.stop()

    def wait(self) -> Progress:
        """Until everything is done."""
        self._thread.join()
        return self.progress()

    def _remember_first(self, standing: Standing) -> None:
        if self._first is None and standing.found is not None and standing.found.values is not None:
            self._first = standing.found.objective

    def _follow(self) -> None:
        while (standing := self._run.standing()).is_running:
            self._remember_first(standing)
            threading.Event().wait(0.1)
        self._remember_first(standing)
        found = standing.found
        if found is None or found.days is None:
            self._fault = "" if found is not None and found.state is State.INFEASIBLE else "search"
            return
        try:
            self._dated = dated_plan(self.question, found, self._seconds_a_week)
        except (DatingBrokeOffError, subprocess.TimeoutExpired):
            self._fault = "dating"
