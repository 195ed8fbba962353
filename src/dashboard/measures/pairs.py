"""Pairs of commune and carrier in each round: what counts, what is expected, what can be compared.

- A pair counts with what it reported for the round ("this-week"), or with what it last reported up to it
  ("last-known").
- A pair is expected once it was ever reported up to the round. Where a carrier has never reported at all,
  nobody knows where it has subscribers, and it is expected everywhere. In an ad hoc round only the carriers
  asked are expected.
- A change compares like with like: only pairs reported for this very round and for the round before, whatever
  the basis, and both simulated or neither. A carrier missing in either round moves no change.
"""

from dataclasses import dataclass
from typing import Any

import numpy as np
import numpy.typing as npt

from dashboard.measures.cube import Cube, Flags, Whole
from dashboard.measures.scope import Positions, Scope

COMMUNES, CARRIERS = 1, 2  # axes; 0 are the rounds


@dataclass(frozen=True)
class Pairs:
    """R rounds x C communes x K carriers; `counts`, `counts_before` (R, C, K, 5) are 0 where not counted.

    `communes` (C) and `carriers` (K) are positions among those expected. `source` is the position in the cube
    of the round that a counted figure comes from.
    """

    communes: Positions
    carriers: Positions
    counts: Whole
    counts_before: Whole
    source: npt.NDArray[np.intp]
    is_counted: Flags
    is_expected: Flags
    is_reported: Flags
    is_compared: Flags
    is_simulated: Flags


def pairs_in(cube: Cube, scope: Scope) -> Pairs:
    """The scope's pairs in the whole rounds of a cube. Raises ValueError for a carrier nobody knows."""
    communes, carriers = cube.expected.communes_in(scope), cube.expected.carriers_in(scope)
    part = _Part(cube, communes, carriers)
    shown, before = np.arange(cube.first_whole, len(cube.rounds)), cube.positions_before()[cube.first_whole :]
    reported, has_file = part.of(cube.is_reported), cube.has_file[:, carriers][:, np.newaxis]
    simulated = np.broadcast_to(cube.is_simulated[:, carriers][:, np.newaxis], reported.shape)
    rounds = np.arange(len(cube.rounds))[:, np.newaxis, np.newaxis]
    latest = np.maximum.accumulate(np.where(reported, rounds, -1), axis=0)[shown]
    has_reported = np.maximum.accumulate(has_file, axis=0)[shown]
    asked = cube.is_asked[:, carriers][:, np.newaxis][shown]
    is_counted = latest >= 0 if scope.basis == "last-known" else reported[shown]
    is_same_kind = (simulated[shown] == simulated[before]) & (before < shown)[:, np.newaxis, np.newaxis]
    source = np.maximum(latest, 0)
    return Pairs(
        communes=communes,
        carriers=carriers,
        counts=_counted(part.of(cube.counts), source, shown, scope),
        counts_before=part.of(cube.counts)[before],
        source=source,
        is_counted=is_counted,
        is_expected=(((latest >= 0) | ~has_reported) & asked) | reported[shown],
        is_reported=reported[shown],
        is_compared=reported[shown] & reported[before] & is_same_kind,
        is_simulated=np.take_along_axis(simulated, source, axis=0) & is_counted,
    )


@dataclass(frozen=True)
class _Part:
    """The communes and carriers of a scope within a cube's blocks; all of them are taken without a copy."""

    cube: Cube
    communes: Positions
    carriers: Positions

    def of(self, block: npt.NDArray[Any]) -> npt.NDArray[Any]:
        """The part of a block (T, C, K, ...)."""
        if (len(self.communes), len(self.carriers)) == block.shape[1:3]:
            return block
        return block[:, self.communes[:, np.newaxis], self.carriers]


def _counted(counts: Whole, source: Positions, shown: Positions, scope: Scope) -> Whole:
    """What counts of each pair: blocks hold 0 where nothing was reported, and so does what comes of them."""
    if scope.basis == "this-week":
        return counts[shown]
    return np.take_along_axis(counts, source[..., np.newaxis], axis=0)
