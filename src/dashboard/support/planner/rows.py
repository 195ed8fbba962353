"""Rows of a linear model as arrays: what a constraint function returns."""

from dataclasses import dataclass

import numpy as np
import numpy.typing as npt
import scipy.sparse as sp

from dashboard.support.planner.instance import Floats


@dataclass(frozen=True)
class Rows:
    """A block of rows: lower <= matrix @ variables <= upper."""

    matrix: sp.csr_matrix
    lower: Floats
    upper: Floats


@dataclass(frozen=True)
class Term:
    """Coefficients of one variable in a block: row and column positions broadcast against each other."""

    row: npt.NDArray[np.int64]
    column: npt.NDArray[np.int64]
    factor: Floats | float = 1.0


def rows_of(terms: list[Term], bounds: tuple[Floats | float, Floats | float], shape: tuple[int, int]) -> Rows:
    """Put terms together; `shape` is (rows, variables), `bounds` lower and upper (each broadcast)."""
    parts = [np.broadcast_arrays(term.row, term.column, np.asarray(term.factor, float)) for term in terms]
    row, column, factor = (np.concatenate([part[i].ravel() for part in parts]) for i in range(3))
    matrix = sp.csr_matrix((factor, (row, column)), shape=shape)
    lower, upper = (np.array(np.broadcast_to(np.ravel(bound), shape[0]), float) for bound in bounds)
    return Rows(matrix, lower, upper)


def numbered(*shape: int) -> npt.NDArray[np.int64]:
    """Row numbers 0, 1, ... in a shape."""
    return np.arange(int(np.prod(shape))).reshape(shape)


def stacked(blocks: list[Rows]) -> Rows:
    """Blocks one below the other."""
    matrix = sp.vstack([block.matrix for block in blocks], format="csr")
    lower = np.concatenate([block.lower for block in blocks])
    return Rows(matrix, lower, np.concatenate([block.upper for block in blocks]))
