"""Prices at which every commune takes its published area around its published coordinate.

Each cell goes to the owner with the highest `weight - cost + tilt . offset`. The weights are those of a power
diagram whose cells have prescribed areas (Aurenhammer, Hoffmann, Aronov, "Minkowski-type theorems and
least-squares clustering", 1998), found with Sinkhorn's iteration on shares softened by a temperature (Cuturi,
"Sinkhorn distances", 2013). The tilts move a commune's centre of gravity to its coordinate in the same way;
their length is capped, so that a coordinate at odds with everything else bends its commune only so far.
"""

from dataclasses import dataclass

import numpy as np

from schematic.candidates import CELL_M, Candidates
from schematic.published import Published

# Cooling: temperature (in units of cost) and number of steps at it.
COOLING = ((1.0, 25), (0.5, 20), (0.25, 20), (0.12, 20))
# Most published coordinates are centres of gravity, rounded to 100 m; some lie anywhere in their commune.
# First all pull weakly; those still this many radii off are taken for the latter, the others pull strongly.
WEAK_PULL, STRONG_PULL = 0.3, 1.0
CENTRE_TOLERANCE = 0.4


@dataclass(frozen=True)
class Targets:
    """What each owner should come to (cells) and the longest tilt it may have (pull); `nobody` is last."""

    cells: np.ndarray
    pull: np.ndarray


@dataclass(frozen=True)
class Prices:
    """Weight of each owner, and the tilt that moves its centre (per radius, east and north)."""

    weight: np.ndarray
    tilt: np.ndarray


def targets_of(published: Published) -> Targets:
    """Return the targets for the published areas and coordinates; `nobody` has none."""
    cells = np.r_[published.communes["area_m2"] / CELL_M**2, 1.0]
    return Targets(cells, np.r_[np.full(len(published.communes), WEAK_PULL), 0.0])


def distrust_centres(targets: Targets, candidates: Candidates, share: np.ndarray) -> Targets:
    """Return the targets with coordinates that disagree with the rest pulling weakly, the others strongly."""
    _, centre = _sums(candidates, share)
    agrees = np.hypot(*centre.T) <= CENTRE_TOLERANCE
    pull = np.where(agrees, STRONG_PULL, WEAK_PULL)
    pull[-1] = 0.0
    return Targets(targets.cells, pull)


def free_prices(targets: Targets) -> Prices:
    """Return prices that favour nobody."""
    return Prices(np.zeros(len(targets.cells)), np.zeros((len(targets.cells), 2)))


def balance(
    targets: Targets, candidates: Candidates, prices: Prices, cooling: tuple[tuple[float, int], ...] = COOLING
) -> tuple[Prices, np.ndarray]:
    """Return the prices at which the targets are met, and each pair's share of its cell when last cooled."""
    share = np.empty(0)
    for temperature, steps in cooling:
        for _ in range(steps):
            share = _shares(candidates, score(candidates, prices), temperature)
            prices = _step(targets, prices, _sums(candidates, share), temperature)
    return prices, share


def score(candidates: Candidates, prices: Prices) -> np.ndarray:
    """Return what each pair bids for its cell."""
    owner = candidates.owner
    bid: np.ndarray = prices.weight[owner] - candidates.cost
    for tilt, offset in zip(prices.tilt.T.copy(), (candidates.east, candidates.north), strict=True):
        bid += tilt[owner] * offset
    return bid


def _shares(candidates: Candidates, bid: np.ndarray, temperature: float) -> np.ndarray:
    highest = np.maximum.reduceat(bid, candidates.first)[candidates.rank]
    power = np.exp((bid - highest) / temperature)
    share: np.ndarray = power / np.add.reduceat(power, candidates.first)[candidates.rank]
    return share


def _sums(candidates: Candidates, share: np.ndarray) -> tuple[np.ndarray, np.ndarray]:
    """Return each owner's cells, and its centre of gravity relative to its coordinate in radii."""
    count = candidates.nobody + 1
    cells = np.maximum(np.bincount(candidates.owner, share, minlength=count), 1e-6)
    offsets = (candidates.east, candidates.north)
    moments = [np.bincount(candidates.owner, share * offset, minlength=count) for offset in offsets]
    return cells, np.column_stack(moments) / cells[:, None]


def _step(
    targets: Targets, prices: Prices, sums: tuple[np.ndarray, np.ndarray], temperature: float
) -> Prices:
    cells, centre = sums
    change = np.clip(temperature * np.log(targets.cells / cells), -1, 1)
    change[-1] = 0.0
    tilt = prices.tilt - max(temperature, 0.3) * centre
    length = np.maximum(np.hypot(*tilt.T), 1e-9)
    return Prices(prices.weight + change, tilt * np.minimum(1, targets.pull / length)[:, None])
