"""A round beside any earlier one: figures as always, changes against the round that was chosen."""

from dataclasses import replace
from datetime import date

import numpy as np
import pyarrow as pa

from dashboard.measures.cube import Cube
from dashboard.measures.scope import Scope
from dashboard.measures.sums import By, sum_by

CHANGE = "_change"
PAIRS_COMPARED = "pairs_compared_count"


def round_before(cube: Cube, scope: Scope) -> date | None:
    """The last round before the cube's last in which a carrier of the scope reported; None for none."""
    carriers = cube.expected.carriers_in(scope)
    reported = np.flatnonzero(cube.has_file[:-1, carriers].any(axis=1))
    return cube.rounds[int(reported[-1])] if reported.size else None


def sum_against(cube: Cube, scope: Scope, by: By, compare_on: date | None) -> pa.Table:
    """Figures of the cube's last round as `sums.sum_by` gives them, changes against `compare_on`.

    The cube holds every round up to the last (`cube.read_history`). A pair of commune and carrier counts in a
    change only where it was reported in both rounds; with `compare_on` None every change is null. Raises
    ValueError for a round that is not in the cube.
    """
    figures = sum_by(replace(cube, first_whole=len(cube.rounds) - 1), scope, by)
    changes = sum_by(_only(cube, compare_on), scope, by)
    for name in figures.column_names:
        if name.endswith(CHANGE) or name == PAIRS_COMPARED:
            figures = figures.set_column(figures.column_names.index(name), name, changes[name])
    return figures


def _only(cube: Cube, compare_on: date | None) -> Cube:
    """The last round, and before it nothing but the one to compare with."""
    last = len(cube.rounds) - 1
    kept = [last] if compare_on is None else [cube.rounds.index(compare_on), last]
    return cube.at_rounds(kept, len(kept) - 1)
