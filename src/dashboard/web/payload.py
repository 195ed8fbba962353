"""What one filter change sends to the board: a short JSON header, then whole numbers per commune.

The reader is board/payload.js; the two change together. Numbers are base-128 varints in the order in which
the polygons list the communes, so that codes need not travel; most fit two bytes. With them a change of
filter stays near a kilobyte (docs/performance.md).
"""

import json
from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from typing import Any, TypeAlias

HEADER_LENGTH_BYTES = 2

Behind: TypeAlias = tuple[int, int, str | None]  # mask of carriers, partly reported, oldest round


@dataclass(frozen=True)
class CommuneFigure:
    """Figures of one commune for the board; `total_count` None where nothing was reported.

    `extra` is the measure's own whole number where it does not follow from the counts (locks; change of the
    rate in ten-thousandths of a point). `carriers_mask` has a bit per carrier in the carriers' order.
    """

    total_count: int | None
    unverified_count: int | None
    extra: int | None
    carriers_mask: int
    is_partly_reported: bool
    reported_on: str | None  # the oldest round behind it where that is not the round shown


def encode(header: Mapping[str, Any], order: Sequence[str], figures: Mapping[str, CommuneFigure]) -> bytes:
    """Bytes of a payload; communes missing from `figures` travel as "nothing reported"."""
    nothing = CommuneFigure(None, None, None, 0, False, None)
    rows = [figures.get(code, nothing) for code in order]
    with_extra = any(row.extra is not None for row in rows)
    columns = [[0 if row.total_count is None else row.total_count + 1 for row in rows]]
    columns.append([row.unverified_count or 0 for row in rows])
    if with_extra:
        columns.append([0 if row.extra is None else _zigzag(row.extra) + 1 for row in rows])
    usual = _usual(rows)
    odd = {
        code: _behind(row)
        for code, row in zip(order, rows, strict=True)
        if row.total_count is not None and _behind(row) != usual
    }
    full = {**header, "columns": len(columns), "usual": usual, "odd": odd}
    text = json.dumps(full, ensure_ascii=False, separators=(",", ":")).encode()
    return len(text).to_bytes(HEADER_LENGTH_BYTES, "little") + text + b"".join(map(_varints, columns))


def _usual(rows: Iterable[CommuneFigure]) -> Behind:
    """What stands behind most communes; only the others are spelt out."""
    seen = Counter(_behind(row) for row in rows if row.total_count is not None)
    return seen.most_common(1)[0][0] if seen else (0, 0, None)


def _behind(row: CommuneFigure) -> Behind:
    return row.carriers_mask, int(row.is_partly_reported), row.reported_on


def _varints(numbers: Iterable[int]) -> bytes:
    packed = bytearray()
    for number in numbers:
        rest = number
        while rest > 127:
            packed.append(rest & 127 | 128)
            rest >>= 7
        packed.append(rest)
    return bytes(packed)


def _zigzag(number: int) -> int:
    return number * 2 if number >= 0 else -number * 2 - 1
