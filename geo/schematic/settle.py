"""From prices to one owner per cell: smooth borders, one piece per commune, no holes, true areas.

The smoothing is threshold dynamics (Merriman, Bence, Osher, 1992) with prescribed areas: a cell's neighbours
vote for its owner, and the prices are balanced again after each vote.
"""

from dataclasses import replace
from itertools import pairwise

import numpy as np
from scipy import ndimage

from schematic.balance import Prices, Targets, balance, score
from schematic.candidates import CELL_M, Candidates

# Reach and strength of the neighbours' vote; the coast and the Lao border have less else to hold them: there
# the vote reaches farther and counts more.
VOTE_REACH_M, VOTE = 1_000.0, 1.0
NOBODY_REACH_M, NOBODY_VOTE = 2_000.0, 4.0
VOTES = 6
VOTE_COOLING = ((0.12, 10),)
# A stretch of nobody's land up to this wide between communes is a gap in the boxes, not a border.
WIDEST_GAP_M = 3_000.0
# Nobody's land that communes enclose is a hole, unless it is larger than this: then it is the world outside.
LARGEST_HOLE_M2 = 4e8
# Steps and step length (in units of cost) for the areas of whole cells.
AREA_STEPS, AREA_STEP = 60, 0.3
# Rounds of taking cells from a commune that cannot reach them, and of giving away what is left then.
REPAIRS = 6


def close_gaps(candidates: Candidates, owners: np.ndarray) -> Candidates:
    """Return the candidates without `nobody` in holes and narrow gaps between communes."""
    land = (owners >= 0) & (owners != candidates.nobody)
    components, _ = ndimage.label(~land)
    size_m2 = np.bincount(components.ravel()) * CELL_M**2
    holes = ~land & (size_m2 < LARGEST_HOLE_M2)[components]
    radius = int(WIDEST_GAP_M / 2 / CELL_M)
    inner = slice(radius + 1, -radius - 1)
    closed = ndimage.binary_closing(np.pad(land, radius + 1), iterations=radius)[inner, inner]
    gap = (holes | (closed & ~land)).ravel()
    return candidates.without((candidates.owner == candidates.nobody) & gap[candidates.cell])


def vote(
    targets: Targets, candidates: Candidates, prices: Prices, share: np.ndarray
) -> tuple[Candidates, Prices]:
    """Return the candidates with the neighbours' votes taken off their costs, and prices to match."""
    voted = candidates
    for _ in range(VOTES):
        voted = replace(candidates, cost=candidates.cost - _votes(candidates, share))
        prices, share = balance(targets, voted, prices, VOTE_COOLING)
    return voted, prices


def settle(targets: Targets, candidates: Candidates, prices: Prices, count: int) -> np.ndarray:
    """Return the owner of each cell (rows from the south; -1 where no candidate).

    Each of the first `count` owners (the province's communes) is in one piece, and they enclose no other.
    Raises ValueError when that cannot be reached.
    """
    for _ in range(REPAIRS):
        prices = _balance_whole_cells(targets, candidates, prices)
        owners = whole_cells(candidates, prices)
        owner_there = owners.ravel()[candidates.cell]
        foreign = (owner_there >= count) & (candidates.owner >= count)
        lost = foreign | (candidates.owner == owner_there)
        candidates = candidates.without(lost & stray_cells(owners, count).ravel()[candidates.cell])
    return _absorb(owners, count)


def stray_cells(owners: np.ndarray, count: int) -> np.ndarray:
    """Return which cells are cut off from the largest piece of their commune, or from the world outside."""
    stray = np.zeros(owners.shape, dtype=bool)
    whole = np.where((owners >= 0) & (owners < count), owners, count)
    for owner, window in enumerate(ndimage.find_objects(whole + 1)):
        pieces, found = ndimage.label(whole[window] == owner)
        if found > 1:
            sizes = np.bincount(pieces.ravel())[1:]
            stray[window] |= (pieces > 0) & (pieces != sizes.argmax() + 1)
    return stray


def _absorb(owners: np.ndarray, count: int) -> np.ndarray:
    """Return the owners with the last stray cells (a few, where communes meet) given to their neighbours."""
    for _ in range(REPAIRS):
        stray = stray_cells(owners, count)
        if not stray.any():
            return owners
        nearest = ndimage.distance_transform_cdt(
            stray, metric="taxicab", return_distances=False, return_indices=True
        )
        owners = owners[tuple(nearest)]
    msg = f"{int(stray.sum())} cells stay apart from their communes"
    raise ValueError(msg)


def whole_cells(candidates: Candidates, prices: Prices) -> np.ndarray:
    """Return the owner with the highest bid for each cell, as a grid."""
    bid = score(candidates, prices)
    highest = np.maximum.reduceat(bid, candidates.first)[candidates.rank]
    # Of equal bids the first owner's counts: it is written last.
    winners = np.flatnonzero(bid == highest)[::-1]
    owners = np.full(candidates.grid.rows * candidates.grid.columns, -1)
    owners[candidates.cell[winners]] = candidates.owner[winners]
    return owners.reshape(candidates.grid.rows, candidates.grid.columns)


def _balance_whole_cells(targets: Targets, candidates: Candidates, prices: Prices) -> Prices:
    for step in range(AREA_STEPS):
        owners = whole_cells(candidates, prices)
        cells = np.maximum(np.bincount(owners[owners >= 0], minlength=len(targets.cells)), 1)
        change = AREA_STEP * (1 - step / AREA_STEPS) * np.log(targets.cells / cells)
        change[-1] = 0.0
        prices = replace(prices, weight=prices.weight + change)
    return prices


def _votes(candidates: Candidates, share: np.ndarray) -> np.ndarray:
    """Return the weighted mean share of each pair's owner in the cells around."""
    votes = np.empty(len(share))
    by_owner = np.argsort(candidates.owner, kind="stable")
    bounds = np.searchsorted(candidates.owner[by_owner], np.arange(candidates.nobody + 2))
    for owner, (start, stop) in enumerate(pairwise(bounds)):
        pairs = by_owner[start:stop]
        row, column = np.divmod(candidates.cell[pairs], candidates.grid.columns)
        row, column = row - row.min(), column - column.min()
        field = np.zeros((row.max() + 1, column.max() + 1))
        field[row, column] = share[pairs]
        reach_m = NOBODY_REACH_M if owner == candidates.nobody else VOTE_REACH_M
        weight = NOBODY_VOTE if owner == candidates.nobody else VOTE
        blurred = ndimage.gaussian_filter(field, reach_m / CELL_M, truncate=3, mode="constant")
        votes[pairs] = weight * blurred[row, column]
    return votes
