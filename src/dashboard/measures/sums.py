"""What the numbers mean: counts, rates, changes and who stands behind them, summed as asked.

Every figure of the product is one of these sums; nothing else adds counts or divides them.
verified_pct = 100 * sum(verified) / sum(total) over what is counted, unrounded; never an average of rates.
"""

from typing import Literal, TypeAlias

import numpy as np
import numpy.typing as npt
import pyarrow as pa

from dashboard.measures.cube import COUNTS, Cube, Flags, Whole
from dashboard.measures.pairs import CARRIERS, COMMUNES, Pairs, pairs_in
from dashboard.measures.scope import Positions, Scope
from dashboard.reference.carriers import Carrier
from dashboard.reference.communes import Commune

By: TypeAlias = Literal["province", "commune", "carrier", "commune-carrier"]
Axes: TypeAlias = tuple[int, ...]

TOTAL, VERIFIED = COUNTS.index("total_count"), COUNTS.index("verified_count")
SUMMED_OVER: dict[By, Axes] = {
    "province": (COMMUNES, CARRIERS),
    "commune": (CARRIERS,),
    "carrier": (COMMUNES,),
    "commune-carrier": (),
}


def sum_by(cube: Cube, scope: Scope, by: By) -> pa.Table:
    """Figures of the scope in a cube's whole rounds, a row per round and, as asked, commune and carrier.

    Rows come by round, then commune, then carrier, all of them always. Columns:

    - round_on; commune_code, commune_name; carrier_code, carrier_name;
    - the five counts, null where nothing is counted, and verified_pct (%), null without a subscriber;
    - *_change of the five counts, verified_pct_change (percentage points), null without a pair to compare;
      pairs_compared_count of the pairs_reported_count pairs reported in this very round;
    - carriers_reported_count, carriers_expected_count, communes_count: how many stand behind the figures;
      carriers_mask, carriers_expected_mask: which, a bit per carrier in the order of the reference table;
    - is_partly_reported, is_simulated; reported_on, the oldest round behind the figures.

    What counts, is expected or compared stands in `pairs`. Raises ValueError for a carrier nobody knows.
    """
    return sum_pairs(cube, pairs_in(cube, scope), by)


def sum_pairs(cube: Cube, pairs: Pairs, by: By) -> pa.Table:
    """`sum_by` of pairs already chosen, for who wants several sums of them."""
    over = SUMMED_OVER[by]
    columns = _keys(cube, pairs, over) | _counts(pairs, over) | _changes(pairs, over)
    columns |= _carriers(pairs, over) | _state(pairs, over)
    return pa.table(columns | {"reported_on": _oldest(cube, pairs, over)})


def _keys(cube: Cube, pairs: Pairs, over: Axes) -> dict[str, pa.Array]:
    """Round, commune and carrier of each row; the two last only where they are not summed over."""
    days = pa.array(cube.rounds[cube.first_whole :], pa.date32())
    sizes = (len(days), len(pairs.communes), len(pairs.carriers))
    rows = np.indices([1 if axis in over else size for axis, size in enumerate(sizes)]).reshape(3, -1)
    keys = {"round_on": days.take(rows[0])}
    if COMMUNES not in over:
        keys |= _names("commune", [cube.expected.communes[place] for place in pairs.communes], rows[COMMUNES])
    if CARRIERS not in over:
        keys |= _names("carrier", [cube.expected.carriers[place] for place in pairs.carriers], rows[CARRIERS])
    return keys


def _names(of: str, items: list[Commune] | list[Carrier], rows: Positions) -> dict[str, pa.Array]:
    codes, names = [item.code for item in items], [item.name for item in items]
    return {
        f"{of}_code": pa.array(codes, pa.string()).take(rows),
        f"{of}_name": pa.array(names, pa.string()).take(rows),
    }


def _counts(pairs: Pairs, over: Axes) -> dict[str, pa.Array]:
    sums = _summed(pairs.counts, over)
    nothing = ~_any(pairs.is_counted, over).ravel()
    columns = {name: pa.array(sums[:, place], mask=nothing) for place, name in enumerate(COUNTS)}
    return columns | {"verified_pct": _nullable(_rate_pct(sums))}


def _changes(pairs: Pairs, over: Axes) -> dict[str, pa.Array]:
    now, before = (_summed(_compared(counts, pairs), over) for counts in (pairs.counts, pairs.counts_before))
    pairs_count = pairs.is_compared.sum(axis=over, keepdims=True).ravel()
    columns = {
        f"{name}_change": pa.array(now[:, place] - before[:, place], mask=pairs_count == 0)
        for place, name in enumerate(COUNTS)
    }
    return columns | {
        "verified_pct_change": _nullable(_rate_pct(now) - _rate_pct(before)),
        "pairs_compared_count": pa.array(pairs_count),
        "pairs_reported_count": pa.array(pairs.is_reported.sum(axis=over, keepdims=True).ravel()),
    }


def _compared(counts: Whole, pairs: Pairs) -> Whole:
    """Counts of the pairs that are compared, 0 for the others; mostly all are, and then nothing is copied."""
    return counts if pairs.is_compared.all() else counts * pairs.is_compared[..., np.newaxis]


def _carriers(pairs: Pairs, over: Axes) -> dict[str, pa.Array]:
    """How many carriers and which stand behind each row, and how many and which should."""
    communes, carriers = _only(over, COMMUNES), _only(over, CARRIERS)
    bits = np.left_shift(1, pairs.carriers.astype(np.int64))
    reporting, expected = _any(pairs.is_counted, communes), _any(pairs.is_expected, communes)
    blocks = {
        "carriers_reported_count": reporting.sum(axis=carriers, keepdims=True),
        "carriers_expected_count": expected.sum(axis=carriers, keepdims=True),
        "carriers_mask": (reporting * bits).sum(axis=carriers, keepdims=True),
        "carriers_expected_mask": (expected * bits).sum(axis=carriers, keepdims=True),
    }
    return {name: pa.array(values.ravel()) for name, values in blocks.items()}


def _state(pairs: Pairs, over: Axes) -> dict[str, pa.Array]:
    with_figures = _any(pairs.is_counted, _only(over, CARRIERS))
    lacking = _any(pairs.is_expected & ~pairs.is_counted, over)
    blocks = {
        "communes_count": with_figures.sum(axis=_only(over, COMMUNES), keepdims=True),
        "is_partly_reported": _any(pairs.is_counted, over) & lacking,
        "is_simulated": _any(pairs.is_simulated, over),
    }
    return {name: pa.array(values.ravel()) for name, values in blocks.items()}


def _oldest(cube: Cube, pairs: Pairs, over: Axes) -> pa.Array:
    """The oldest round among those that the figures come from; null where nothing is counted."""
    nowhere = len(cube.rounds)
    places = np.where(pairs.is_counted, pairs.source, nowhere).min(axis=over, keepdims=True).ravel()
    return pa.array(cube.rounds, pa.date32()).take(pa.array(places, mask=places == nowhere))


def _rate_pct(sums: Whole) -> npt.NDArray[np.float64]:
    """100 * verified / total per row of counts (n, 5); NaN without a subscriber."""
    total = np.where(sums[:, TOTAL] > 0, sums[:, TOTAL], np.nan)
    return 100 * sums[:, VERIFIED] / total


def _summed(counts: Whole, over: Axes) -> Whole:
    """Counts (R, C, K, 5) -> (rows, 5)."""
    sums: Whole = counts.sum(axis=over, keepdims=True).reshape(-1, len(COUNTS))
    return sums


def _any(flags: Flags, over: Axes) -> Flags:
    return np.asarray(flags.any(axis=over, keepdims=True))


def _only(over: Axes, axis: int) -> Axes:
    return tuple(each for each in over if each == axis)


def _nullable(values: npt.NDArray[np.float64]) -> pa.Array:
    return pa.array(values, mask=np.isnan(values))
