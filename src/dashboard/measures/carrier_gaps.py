"""Carriers within each commune: their rates side by side, and where one of them drags the commune down."""

from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np
import numpy.typing as npt
import pyarrow as pa

from dashboard.measures.cube import COUNTS, Cube
from dashboard.measures.pairs import pairs_in
from dashboard.measures.scope import Scope
from dashboard.reference.carriers import Carrier

# A point is about what a commune gains in a week (November 2026): less is no reason to single one out.
DRAG_LEAST_PCT = 1.0

GAPS = pa.schema(
    [
        ("commune_code", pa.string()),
        ("commune_name", pa.string()),
        ("carrier_code", pa.string()),
        ("carrier_name", pa.string()),
        ("verified_pct", pa.float64()),
        ("commune_pct", pa.float64()),
        ("others_pct", pa.float64()),
        ("drag_pct", pa.float64()),
        ("unverified_count", pa.int64()),
    ]
)
Numbers = npt.NDArray[np.float64]


@dataclass(frozen=True)
class CarrierInCommune:
    """A carrier's part in a commune; `others_pct` is the commune's rate without it, in percent.

    `drag_pct` is how many points the carrier moves the commune's rate: below 0 it drags it down.
    """

    carrier: Carrier
    verified_pct: float
    others_pct: float
    drag_pct: float
    unverified_count: int


@dataclass(frozen=True)
class CommuneByCarrier:
    """A commune with figures; `parts` in the order of the carriers, None where one reported nothing."""

    commune_code: str
    commune_name: str
    verified_pct: float
    unverified_count: int
    parts: tuple[CarrierInCommune | None, ...]

    @property
    def known(self) -> tuple[CarrierInCommune, ...]:
        """The carriers with figures."""
        return tuple(part for part in self.parts if part is not None)

    @property
    def spread_pct(self) -> float:
        """Percentage points between the best and the worst carrier; 0 with one."""
        rates = [part.verified_pct for part in self.known]
        return max(rates) - min(rates)

    @property
    def dragged_by(self) -> CarrierInCommune | None:
        """The carrier that drags the commune down most, where that is worth telling and others are there."""
        worst = min(self.known, key=lambda part: part.drag_pct)
        return worst if worst.drag_pct <= -DRAG_LEAST_PCT else None


def communes_by_carrier(cube: Cube, scope: Scope) -> tuple[CommuneByCarrier, ...]:
    """Communes of the scope in the cube's last round, the lowest first; those without figures are left out.

    Raises ValueError for a carrier nobody knows.
    """
    pairs = pairs_in(cube, scope)
    verified, total = (
        pairs.counts[-1][..., COUNTS.index(name)] for name in ("verified_count", "total_count")
    )
    carriers = [cube.expected.carriers[place] for place in pairs.carriers]
    found = []
    for row, place in enumerate(pairs.communes):
        if total[row].sum():
            commune = cube.expected.communes[place]
            parts = _parts(carriers, verified[row].astype(float), total[row].astype(float))
            left = int(total[row].sum() - verified[row].sum())
            rate = _rate(verified[row].sum(), total[row].sum())
            found.append(CommuneByCarrier(commune.code, commune.name, rate, left, parts))
    return tuple(sorted(found, key=lambda it: (it.verified_pct, it.commune_code)))


def dragged(found: Sequence[CommuneByCarrier]) -> tuple[tuple[CommuneByCarrier, CarrierInCommune], ...]:
    """Communes that one carrier drags down, with it, the most points first."""
    pairs = [(commune, commune.dragged_by) for commune in found]
    told = [(commune, carrier) for commune, carrier in pairs if carrier is not None]
    return tuple(sorted(told, key=lambda pair: pair[1].drag_pct))


def gaps_table(found: Sequence[CommuneByCarrier]) -> pa.Table:
    """GAPS, a row per commune and carrier with figures, in the order given."""
    rows = [
        {
            "commune_code": commune.commune_code,
            "commune_name": commune.commune_name,
            "carrier_code": part.carrier.code,
            "carrier_name": part.carrier.name,
            "verified_pct": part.verified_pct,
            "commune_pct": commune.verified_pct,
            "others_pct": None if np.isnan(part.others_pct) else part.others_pct,
            "drag_pct": part.drag_pct,
            "unverified_count": part.unverified_count,
        }
        for commune in found
        for part in commune.known
    ]
    return pa.Table.from_pylist(rows, schema=GAPS)


def _parts(
    carriers: Sequence[Carrier], verified: Numbers, total: Numbers
) -> tuple[CarrierInCommune | None, ...]:
    whole = _rate(verified.sum(), total.sum())
    parts: list[CarrierInCommune | None] = []
    for place, carrier in enumerate(carriers):
        if not total[place]:
            parts.append(None)
            continue
        others = _rate(verified.sum() - verified[place], total.sum() - total[place])
        drag = 0.0 if np.isnan(others) else whole - others
        left = int(total[place] - verified[place])
        parts.append(CarrierInCommune(carrier, _rate(verified[place], total[place]), others, drag, left))
    return tuple(parts)


def _rate(verified: float, total: float) -> float:
    """In percent; NaN without a subscriber."""
    return float(100 * verified / total) if total else float("nan")
