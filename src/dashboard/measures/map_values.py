"""What the map shows: per commune a measure's value, its class, and what stands behind it."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

import pyarrow as pa
import pyarrow.compute as pc

from dashboard.reference.policy import policy


@dataclass(frozen=True)
class MapValues:
    """One measure on the map; each tuple has an item per code, in the order of `codes`.

    `values` are unrounded and None where nothing was reported (or nothing can be compared); `classes` count
    from 0 by the policy's limits. `is_in_scope` tells a commune of the other kind from one without figures.
    `reported_on` is the oldest round behind the commune's figures.
    """

    measure: str
    codes: tuple[str, ...]
    values: tuple[float | None, ...]
    classes: tuple[int | None, ...]
    total_counts: tuple[int | None, ...]
    verified_counts: tuple[int | None, ...]
    carriers_reported_counts: tuple[int, ...]
    carriers_masks: tuple[int, ...]
    is_partly_reported: tuple[bool, ...]
    is_in_scope: tuple[bool, ...]
    reported_on: tuple[date | None, ...]


def map_values(figures: pa.Table, measure: str, codes: Sequence[str]) -> MapValues:
    """The measure for these communes, of figures by commune.

    Raises KeyError for a measure that the policy has no classes for.
    """
    scale = policy().scales[measure]
    place = pc.index_in(pa.array(codes, pa.string()), figures["commune_code"].combine_chunks())
    rows = {name: figures[name].take(place).to_pylist() for name in figures.column_names}
    return MapValues(
        measure=measure,
        codes=tuple(codes),
        values=tuple(rows[measure]),
        classes=tuple(scale.class_of(value) for value in rows[measure]),
        total_counts=tuple(rows["total_count"]),
        verified_counts=tuple(rows["verified_count"]),
        carriers_reported_counts=tuple(count or 0 for count in rows["carriers_reported_count"]),
        carriers_masks=tuple(mask or 0 for mask in rows["carriers_mask"]),
        is_partly_reported=tuple(bool(flag) for flag in rows["is_partly_reported"]),
        is_in_scope=tuple(place.is_valid().to_pylist()),
        reported_on=tuple(rows["reported_on"]),
    )
