"""Which communes are low among neighbours that are not, and which are low together.

The first need other support than the second: what is wrong there is their own.

Local Moran's I of the rate (Anselin, "Local Indicators of Spatial Association - LISA", Geographical Analysis
27 (2), 1995), computed by PySAL's esda with row-standardised weights and conditional permutations. A commune
is told of only where the adjusted probability of chance is small: with 166 tests at 5 % about eight communes
would stand out in figures thrown at random (Benjamini and Hochberg, Journal of the Royal Statistical Society
B 57 (1), 1995; for local statistics Caldas de Castro and Singer, Geographical Analysis 38 (2), 2006).
"""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from enum import StrEnum
from warnings import catch_warnings, filterwarnings

import numpy as np
import numpy.typing as npt

from dashboard.measures.cube import Cube
from dashboard.measures.scope import Scope
from dashboard.measures.sums import sum_by

PERMUTATIONS_COUNT = (
    9_999  # the least probability is 1 in 10,000: small enough to stay below the limit once adjusted
)
SEED = 2026  # the same figures give the same answer
CHANCE_MOST = 0.05  # expected share of communes told of that stand out by chance; the usual limit
COMMUNES_LEAST = 20  # with fewer the permutations say little

Borders = Sequence[tuple[str, str]]
Rates = npt.NDArray[np.float64]


class Pattern(StrEnum):
    """How a commune stands among its neighbours."""

    LOW_AMONG_HIGHER = "low_among_higher"
    LOW_TOGETHER = "low_together"
    HIGH_AMONG_LOWER = "high_among_lower"
    HIGH_TOGETHER = "high_together"


PATTERNS = {
    (True, False): Pattern.LOW_AMONG_HIGHER,
    (True, True): Pattern.LOW_TOGETHER,
    (False, True): Pattern.HIGH_AMONG_LOWER,
    (False, False): Pattern.HIGH_TOGETHER,
}


@dataclass(frozen=True)
class Neighbourhood:
    """A commune among those it borders on; `neighbours_pct` is the mean of the neighbours' rates, in percent.

    `chance` is the adjusted probability (0 to 1) that chance alone gives such neighbours. `pattern` is None
    where that is more than CHANCE_MOST, or where nothing could be tested.
    """

    commune_code: str
    commune_name: str
    verified_pct: float
    unverified_count: int
    neighbours_pct: float
    neighbours_count: int
    chance: float
    pattern: Pattern | None

    @property
    def gap_pct(self) -> float:
        """Percentage points above the neighbours, negative below."""
        return self.verified_pct - self.neighbours_pct


def neighbourhoods(cube: Cube, scope: Scope, borders: Borders) -> tuple[Neighbourhood, ...]:
    """Communes of the scope in the cube's last round, the lowest against its neighbours first.

    `borders` are pairs of commune codes (boundaries.neighbours.borders). Communes without figures are
    nobody's neighbour; those without neighbours are left out. Raises ValueError for a carrier nobody knows.
    """
    rows = {row["commune_code"]: row for row in sum_by(cube, scope, "commune").to_pylist()}
    known = {code for code, row in rows.items() if row["verified_pct"] is not None}
    beside = _beside(borders, known)
    codes = sorted(beside)
    rates = np.array([rows[code]["verified_pct"] for code in codes], dtype=float)
    around = np.array([np.mean([rows[other]["verified_pct"] for other in beside[code]]) for code in codes])
    chances = _chances(rates, codes, beside)
    found = (
        Neighbourhood(
            commune_code=code,
            commune_name=rows[code]["commune_name"],
            verified_pct=rate,
            unverified_count=rows[code]["unverified_count"],
            neighbours_pct=mean,
            neighbours_count=len(beside[code]),
            chance=chance,
            pattern=pattern,
        )
        for code, rate, mean, chance, pattern in zip(
            codes,
            rates.tolist(),
            around.tolist(),
            chances.tolist(),
            _patterns(rates, around, chances),
            strict=True,
        )
    )
    return tuple(sorted(found, key=lambda it: (it.gap_pct, it.commune_code)))


def low_groups(found: Iterable[Neighbourhood], borders: Borders) -> tuple[tuple[Neighbourhood, ...], ...]:
    """Communes that are low together, as groups that hang together by borders; the most unverified first."""
    low = {it.commune_code: it for it in found if it.pattern is Pattern.LOW_TOGETHER}
    beside = _beside(borders, set(low))
    groups, left = [], set(low)
    while left:
        reached, waiting = set[str](), [min(left)]
        while waiting:
            code = waiting.pop()
            reached.add(code)
            waiting += [other for other in beside.get(code, ()) if other not in reached]
        left -= reached
        groups.append(tuple(sorted((low[code] for code in reached), key=lambda it: it.verified_pct)))
    return tuple(sorted(groups, key=lambda group: -sum(it.unverified_count for it in group)))


def _patterns(rates: Rates, around: Rates, chances: Rates) -> list[Pattern | None]:
    """Low and high are told from the mean of all rates, as Moran's I does."""
    middle = rates.mean() if len(rates) else 0.0
    sides = zip((rates < middle).tolist(), (around < middle).tolist(), chances.tolist(), strict=True)
    return [PATTERNS[own, others] if chance <= CHANCE_MOST else None for own, others, chance in sides]


def _beside(borders: Borders, known: set[str]) -> Mapping[str, list[str]]:
    """Known commune -> its known neighbours; without those that have none."""
    beside: dict[str, list[str]] = {}
    for one, other in borders:
        if one in known and other in known:
            beside.setdefault(one, []).append(other)
            beside.setdefault(other, []).append(one)
    return beside


def _chances(rates: Rates, codes: list[str], beside: Mapping[str, list[str]]) -> Rates:
    """Adjusted probability of chance of each local Moran's I, two-sided; 1 where none can be told."""
    if len(rates) < COMMUNES_LEAST or not np.ptp(rates):
        return np.ones(len(rates))
    from esda.moran import Moran_Local  # three seconds to import, and only this question needs it
    from libpysal.graph import Graph
    from scipy.stats import false_discovery_control

    pairs = [(code, other) for code in codes for other in beside[code]]
    focal, neighbour = zip(*pairs, strict=True)
    graph = Graph.from_arrays(np.array(focal), np.array(neighbour), np.ones(len(pairs)))
    with catch_warnings():  # of a default that will be two-sided one day; esda 2.9 takes no word for it here
        filterwarnings("ignore", "The alternative hypothesis", DeprecationWarning)
        local = Moran_Local(rates, graph, permutations=PERMUTATIONS_COUNT, seed=SEED, keep_simulations=False)
    return np.asarray(false_discovery_control(np.minimum(1.0, 2 * local.p_sim)))
