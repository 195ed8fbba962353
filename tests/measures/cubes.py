"""Blocks of figures made by hand: verified and total of each pair, round by round."""

from collections.abc import Sequence
from datetime import timedelta
from typing import TypeAlias

import numpy as np

from dashboard.measures.cube import COUNTS, Cube
from dashboard.measures.scope import Expected, Scope
from tests.measures.reports import LAST, SMALL_WORLD

Pair: TypeAlias = (
    tuple[int, int, int, int] | None
)  # total, verified, locked one way, locked two ways; None: missing


def cube_of(rounds: Sequence[Sequence[Sequence[Pair]]], world: Expected = SMALL_WORLD) -> Cube:
    """Rounds a week apart, the last on LAST; each a row per commune with a pair per carrier."""
    shape = (len(rounds), len(world.communes), len(world.carriers))
    counts = np.zeros((*shape, len(COUNTS)), np.int64)
    is_reported = np.zeros(shape, np.bool_)
    for place in np.ndindex(shape):
        pair = rounds[place[0]][place[1]][place[2]]
        if pair is not None:
            total, verified, one_way, two_way = pair
            counts[place] = (total, verified, total - verified, one_way, two_way)
            is_reported[place] = True
    days = tuple(LAST - timedelta(weeks=back) for back in reversed(range(len(rounds))))
    has_file = is_reported.any(axis=1)
    nobody, everybody_ = np.zeros_like(has_file), np.ones_like(has_file)
    return Cube(world, days, len(days) - 1, has_file, nobody, everybody_, is_reported, counts)


def everybody(total: int, verified: int, one_way: int = 0, two_way: int = 0) -> list[list[Pair]]:
    """A round in which every pair reports the same."""
    pair = (total, verified, one_way, two_way)
    return [[pair] * len(SMALL_WORLD.carriers) for _ in SMALL_WORLD.communes]


THIS_WEEK = Scope(LAST)
