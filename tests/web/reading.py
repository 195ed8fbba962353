"""A reader of payloads of the test's own, written from the format's description in web/payload.py."""

import json
from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

from dashboard.web.payload import HEADER_LENGTH_BYTES, CommuneFigure

ABSENT = CommuneFigure(None, None, None, 0, False, None)


@dataclass(frozen=True)
class Payload:
    """Header, and figures by commune code."""

    header: dict[str, Any]
    figures: dict[str, CommuneFigure]


def read_payload(payload: bytes, order: Sequence[str]) -> Payload:
    """What a payload says of the communes in the order of the polygons."""
    start = HEADER_LENGTH_BYTES + int.from_bytes(payload[:HEADER_LENGTH_BYTES], "little")
    header = json.loads(payload[HEADER_LENGTH_BYTES:start])
    numbers = varints(payload[start:])
    assert len(numbers) == header["columns"] * len(order)
    columns = [numbers[place : place + len(order)] for place in range(0, len(numbers), len(order))]
    figures = {}
    for place, code in enumerate(order):
        total, unverified, *rest = (column[place] for column in columns)
        mask, is_partly, reported_on = header["odd"].get(code, header["usual"])
        extra = unzigzag(rest[0]) if rest else None
        found = CommuneFigure(total - 1, unverified, extra, mask, bool(is_partly), reported_on)
        figures[code] = found if total else ABSENT
    return Payload(header, figures)


def varints(packed: bytes) -> list[int]:
    """Base-128 numbers, lowest seven bits first."""
    numbers, number, shift = [], 0, 0
    for byte in packed:
        number |= (byte & 127) << shift
        shift += 7
        if byte < 128:
            numbers.append(number)
            number = shift = 0
    assert shift == 0, "the last number is cut off"
    return numbers


def unzigzag(value: int) -> int | None:
    """0 is "none"; then 0, -1, 1, -2, ... as 1, 2, 3, 4."""
    if not value:
        return None
    half, is_negative = divmod(value - 1, 2)
    return -half - 1 if is_negative else half
