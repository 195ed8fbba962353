"""HiGHS behind one small class: a model with bounds that change from step to step.

One thread everywhere: HiGHS keeps one pool of threads per process, and other settings end unsolved.
"""

import time
from dataclasses import dataclass
from typing import Any

import highspy
import numpy as np
import scipy.sparse as sp

from dashboard.support.planner.instance import Floats, Whole
from dashboard.support.planner.model import Model

THREADS = 1


@dataclass(frozen=True)
class Solution:
    """Values found; `is_optimal` only when the solver proved it, `bound` the best it proved."""

    values: Floats | None
    objective: float
    bound: float
    status: str
    seconds: float
    row_prices: Floats | None = None

    @property
    def is_optimal(self) -> bool:
        """Whether the solver proved it to be best (of what was asked)."""
        return self.status == "Optimal" and self.values is not None


class Solver:
    """One model in HiGHS."""

    def __init__(self, model: Model, seed: int = 1) -> None:
        self.model = model
        self.highs: Any = highspy.Highs()  # type: ignore[no-untyped-call]
        for name, value in (
            ("output_flag", False),
            ("log_to_console", False),
            ("threads", THREADS),
            ("random_seed", seed),
        ):
            self.highs.setOptionValue(name, value)
        self.highs.passModel(_linear_program(model))

    def set_bounds(self, columns: Whole, lower: Floats, upper: Floats) -> None:
        """Other bounds for some variables."""
        flat = np.ravel(columns).astype(np.int32)
        self.highs.changeColsBounds(
            len(flat), flat, np.ravel(lower).astype(float), np.ravel(upper).astype(float)
        )

    def set_whole(self, columns: Whole, is_whole: bool) -> None:
        """Make variables whole numbers, or continuous again."""
        flat = np.ravel(columns).astype(np.int32)
        kind = highspy.HighsVarType.kInteger if is_whole else highspy.HighsVarType.kContinuous
        self.highs.changeColsIntegrality(len(flat), flat, np.array([kind] * len(flat)))

    def drop_rows(self, first: int, count: int) -> None:
        """Let some rows allow everything."""
        for row in range(first, first + count):
            self.highs.changeRowBounds(row, -np.inf, np.inf)

    def start_from(self, values: Floats) -> None:
        """Give a full plan to begin with."""
        given = highspy.HighsSolution()
        given.col_value = list(values)
        self.highs.setSolution(given)

    def solve(self, seconds: float, **options: Any) -> Solution:
        """Run for at most so long. Options are HiGHS's own."""
        began = time.monotonic()
        for name, value in {"time_limit": max(0.1, seconds), **options}.items():
            self.highs.setOptionValue(name, value)
        self.highs.run()
        return self._read(time.monotonic() - began)

    def _read(self, seconds: float) -> Solution:
        info = self.highs.getInfo()
        status = self.highs.modelStatusToString(self.highs.getModelStatus())
        constant = self.model.constant
        found = self.highs.getSolution()
        feasible = info.primal_solution_status == highspy.SolutionStatus.kSolutionStatusFeasible
        values = np.array(found.col_value) if feasible else None
        objective = info.objective_function_value + constant if feasible else -np.inf
        bound = info.mip_dual_bound + constant
        if info.mip_node_count < 0:
            bound = objective if status == "Optimal" else np.inf
        prices = np.array(found.row_dual) if found.dual_valid else None
        return Solution(values, objective, bound, status, seconds, prices)


def _linear_program(model: Model) -> Any:
    program = highspy.HighsLp()
    program.num_col_, program.num_row_ = model.at.count, len(model.rows.lower)
    program.col_cost_ = model.gain
    program.col_lower_, program.col_upper_ = model.lower, model.upper
    program.row_lower_, program.row_upper_ = model.rows.lower, model.rows.upper
    program.sense_ = highspy.ObjSense.kMaximize
    matrix = sp.csc_matrix(model.rows.matrix)
    program.a_matrix_.format_ = highspy.MatrixFormat.kColwise
    program.a_matrix_.start_ = matrix.indptr
    program.a_matrix_.index_ = matrix.indices
    program.a_matrix_.value_ = matrix.data
    return program
