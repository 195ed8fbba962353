"""Communes like one: in size, density, rate, pace and carriers, so that what helped there may help here.

Each feature is standardised over all communes with figures (z-scores; counts and densities by logarithm,
being skewed); likeness is the Euclidean distance. Shares of carriers count together as one feature.
"""

from dataclasses import dataclass

import numpy as np
import numpy.typing as npt

from dashboard.measures.cube import COUNTS, Cube
from dashboard.measures.pace import pair_paces, summed
from dashboard.measures.pairs import CARRIERS, pairs_in
from dashboard.measures.scope import Scope
from dashboard.measures.wording import count_text, pct_text

LIKE_COUNT = 8
CLOSE = 0.35  # standard deviations: about the quarter of communes nearest in a feature
Numbers = npt.NDArray[np.float64]


@dataclass(frozen=True)
class Like:
    """A commune like the one asked for; `distance` in standard deviations, `reason` says in what."""

    commune_code: str
    commune_name: str
    distance: float
    verified_pct: float
    unverified_count: int
    reason: str


def communes_like(cube: Cube, scope: Scope, commune_code: str, count: int = LIKE_COUNT) -> tuple[Like, ...]:
    """The communes nearest to one, nearest first; none where it has no figures in the cube's last round.

    The cube holds every round (`cube.read_history`). Raises ValueError for a carrier nobody knows.
    """
    features = _features(cube, scope)
    if commune_code not in features.codes:
        return ()
    own = features.codes.index(commune_code)
    apart = features.standard - features.standard[own]
    distances = np.sqrt((apart**2).sum(axis=1))
    order = [row for row in np.argsort(distances, kind="stable") if row != own][:count]
    return tuple(features.like(int(row), own, float(distances[row])) for row in order)


@dataclass(frozen=True)
class _Features:
    """A row per commune with figures; `standard` are z-scores, the carriers' shares last."""

    codes: tuple[str, ...]
    names: tuple[str, ...]
    total: Numbers
    rate_pct: Numbers
    weekly_pct: Numbers
    per_km2: Numbers
    standard: Numbers

    def like(self, row: int, own: int, distance: float) -> Like:
        left = round(self.total[row] * (1 - self.rate_pct[row] / 100))
        return Like(
            self.codes[row],
            self.names[row],
            distance,
            float(self.rate_pct[row]),
            left,
            self._reason(row, own),
        )

    def _reason(self, row: int, own: int) -> str:
        """The features in which both are close, with their figures; the rate always."""
        told = (
            f"cỡ {count_text(round(self.total[row]))} thuê bao",
            f"tỷ lệ {pct_text(float(self.rate_pct[row]))}",
            f"mỗi tuần thêm {pct_text(float(self.weekly_pct[row]), 2)} tổng thuê bao",
            f"{count_text(round(self.per_km2[row]))} thuê bao/km²",
        )
        close = np.abs(self.standard[row] - self.standard[own])
        said = [words for place, words in enumerate(told) if close[place] <= CLOSE]
        if np.sqrt((close[len(told) :] ** 2).sum()) <= CLOSE:
            said.append("cơ cấu nhà mạng gần như nhau")
        return "; ".join(said) or told[1]


def _features(cube: Cube, scope: Scope) -> _Features:
    pairs = pairs_in(cube, scope)
    counts = pairs.counts[-1].astype(float)
    by_carrier = counts[..., COUNTS.index("total_count")]
    total = by_carrier.sum(axis=1)
    shown = np.flatnonzero(total > 0)
    communes = [cube.expected.communes[pairs.communes[place]] for place in shown]
    total, verified = total[shown], counts[shown, :, COUNTS.index("verified_count")].sum(axis=1)
    pace = np.nan_to_num(summed(pair_paces(cube, scope), CARRIERS - 1)[shown])
    area = np.array([commune.area_km2 for commune in communes])
    rate, weekly, density = 100 * verified / total, 100 * pace / total, total / area
    own = _standard(np.c_[np.log(total), rate, weekly, np.log(density)])
    shares = _standard(by_carrier[shown] / total[:, np.newaxis]) / np.sqrt(max(by_carrier.shape[1], 1))
    return _Features(
        codes=tuple(commune.code for commune in communes),
        names=tuple(commune.name for commune in communes),
        total=total,
        rate_pct=rate,
        weekly_pct=weekly,
        per_km2=density,
        standard=np.c_[own, shares],
    )


def _standard(values: Numbers) -> Numbers:
    """Z-scores by column; a column without spread tells nobody apart."""
    spread = values.std(axis=0)
    standard: Numbers = (values - values.mean(axis=0)) / np.where(spread > 0, spread, 1.0)
    return standard
