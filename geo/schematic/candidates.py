"""Who may own a cell of the grid, and how badly the cell fits each of them."""

from dataclasses import dataclass, replace
from functools import cached_property
from typing import Any

import numpy as np
import pandas as pd

from schematic.published import Published

# Side of a grid cell: the smallest commune has 170 of them; the boxes are good to about 200 m.
CELL_M = 300.0
# Cost of a cell outside a box, per metre from it: half a kilometre costs four times as much as the way from
# the middle of the box to its side.
COST_PER_METRE_OUTSIDE = 4 / 500
# A circle around the commune's own coordinate stands in for parts of it without a believable box.
COORDINATE_COST = 1.0
# A part of a divided commune gets its cells only where nothing speaks against it.
DIVIDED_COST = 0.5
# Costs of overlapping boxes are blended over this range, so that no border follows the seam between them.
BLEND = 0.3
# Cost of belonging to nobody here: the sea, Laos, and what lies behind the neighbours. The communes' weights
# adapt to it, so its value matters little.
NOBODY_COST = 2.0
# A candidate beyond this cost never wins a cell.
HIGHEST_COST = 10.0
# Half a box is at least this share of the commune's radius: smaller ones are a town's core.
SMALLEST_HALF_BOX = 0.3


@dataclass(frozen=True)
class Grid:
    """A grid of square cells, numbered from the south-west corner, row by row; metres of METRIC_CRS."""

    west_m: float
    south_m: float
    columns: int
    rows: int

    @cached_property
    def x_m(self) -> np.ndarray:
        """Middle of each column."""
        return self.west_m + (np.arange(self.columns) + 0.5) * CELL_M

    @cached_property
    def y_m(self) -> np.ndarray:
        """Middle of each row."""
        return self.south_m + (np.arange(self.rows) + 0.5) * CELL_M


@dataclass(frozen=True)
class Candidates:
    """Pairs of a cell and an owner, ordered by cell; owner `nobody` is the number of communes.

    `east` and `north`: how far the cell lies from the owner's coordinate, in radii of a circle of its area.
    """

    grid: Grid
    cell: np.ndarray
    owner: np.ndarray
    cost: np.ndarray
    east: np.ndarray
    north: np.ndarray
    nobody: int

    @cached_property
    def first(self) -> np.ndarray:
        """Position of the first pair of each distinct cell."""
        return np.flatnonzero(np.r_[True, self.cell[1:] != self.cell[:-1]])

    @cached_property
    def rank(self) -> np.ndarray:
        """Number of the distinct cell of each pair."""
        return np.repeat(np.arange(len(self.first)), np.diff(np.r_[self.first, len(self.cell)]))

    def without(self, excluded: np.ndarray) -> "Candidates":
        """Return the candidates less the pairs marked in `excluded`, save those that would orphan a cell."""
        has_other = np.logical_or.reduceat(~excluded, self.first)[self.rank]
        return self._at(np.flatnonzero(~(excluded & has_other)))

    def sorted_by_cell(self) -> "Candidates":
        """Return the same pairs in order of cell, then owner."""
        return self._at(np.lexsort((self.owner, self.cell)))

    def _at(self, pairs: np.ndarray) -> "Candidates":
        fields = {name: getattr(self, name)[pairs] for name in ("cell", "owner", "cost", "east", "north")}
        return replace(self, **fields)


def find_candidates(published: Published) -> Candidates:
    """Return every pair of a cell and a commune that might own it, and `nobody` for each such cell."""
    grid = _cover(published)
    boxes = dict(list(published.boxes.groupby("commune")))
    none = published.boxes.iloc[:0]
    found = [_pairs(grid, row, boxes.get(row.Index, none)) for row in published.communes.itertuples()]
    reached = np.unique(np.concatenate([pairs[0] for pairs in found]))
    nobody = len(found)
    nothing = np.zeros(len(reached))
    found.append((reached, nothing + NOBODY_COST, nothing, nothing))
    owner = np.repeat(np.arange(nobody + 1), [len(pairs[0]) for pairs in found])
    cell, cost, east, north = (np.concatenate(parts) for parts in zip(*found, strict=True))
    return Candidates(grid, cell, owner, cost, east, north, nobody).sorted_by_cell()


def _cover(published: Published) -> Grid:
    reach_m = 2 * np.sqrt(published.communes["area_m2"].max() / np.pi)
    west_m, south_m = (published.communes[axis].min() - reach_m for axis in ("x_m", "y_m"))
    east_m, north_m = (published.communes[axis].max() + reach_m for axis in ("x_m", "y_m"))
    return Grid(west_m, south_m, int((east_m - west_m) / CELL_M), int((north_m - south_m) / CELL_M))


def _pairs(grid: Grid, commune: Any, boxes: pd.DataFrame) -> tuple[np.ndarray, ...]:
    """Return the cells one commune may own, and cost, east and north of each."""
    radius_m = np.sqrt(commune.area_m2 / np.pi)
    pad_m = HIGHEST_COST / COST_PER_METRE_OUTSIDE
    reach_m = np.array([-2, 2]) * radius_m
    columns = _span(grid.x_m, [*commune.x_m + reach_m, *boxes["west_m"] - pad_m, *boxes["east_m"] + pad_m])
    rows = _span(grid.y_m, [*commune.y_m + reach_m, *boxes["south_m"] - pad_m, *boxes["north_m"] + pad_m])
    x_m, y_m = grid.x_m[columns][None, :], grid.y_m[rows][:, None]
    east, north = np.broadcast_arrays((x_m - commune.x_m) / radius_m, (y_m - commune.y_m) / radius_m)
    costs = [east**2 + north**2 + COORDINATE_COST]
    costs += [_box_cost(x_m, y_m, box, SMALLEST_HALF_BOX * radius_m) for box in boxes.itertuples()]
    cost = -BLEND * np.logaddexp.reduce(-np.array(costs) / BLEND, axis=0)
    row, column = taken = np.nonzero(cost < HIGHEST_COST)
    cell = (row + rows.start) * grid.columns + column + columns.start
    return cell, cost[taken], east[taken], north[taken]


def _span(middles_m: np.ndarray, needed_m: list[float]) -> slice:
    """Return which rows or columns are needed to cover all of `needed_m`."""
    return slice(*(int(i) for i in np.searchsorted(middles_m, [min(needed_m), max(needed_m)])))


def _box_cost(x_m: np.ndarray, y_m: np.ndarray, box: Any, least_m: float) -> np.ndarray:
    """Return the squared distance in half boxes (1 on the inscribed ellipse), more outside the box."""
    half_x_m = max((box.east_m - box.west_m) / 2, least_m)
    half_y_m = max((box.north_m - box.south_m) / 2, least_m)
    away_x_m = np.abs(x_m - (box.west_m + box.east_m) / 2)
    away_y_m = np.abs(y_m - (box.south_m + box.north_m) / 2)
    outside_m = np.hypot(np.maximum(away_x_m - half_x_m, 0), np.maximum(away_y_m - half_y_m, 0))
    inside = (away_x_m / half_x_m) ** 2 + (away_y_m / half_y_m) ** 2
    cost: np.ndarray = inside + outside_m * COST_PER_METRE_OUTSIDE + (DIVIDED_COST if box.is_divided else 0.0)
    return cost
