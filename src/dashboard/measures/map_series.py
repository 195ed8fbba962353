"""Many maps of one measure: of every round, or of every carrier, for who plays or compares them unasked."""

from collections.abc import Sequence
from dataclasses import dataclass, replace

import pyarrow as pa
import pyarrow.compute as pc

from dashboard.measures.cube import Cube
from dashboard.measures.scope import Scope
from dashboard.measures.sums import sum_by


@dataclass(frozen=True)
class MapFrame:
    """A measure's values in the order of the communes asked for, unrounded, None where there is none.

    `key` is the round ("2026-11-11") or the carrier's code. `partly` are positions of communes that lack a
    carrier.
    """

    key: str
    values: tuple[float | None, ...]
    partly: tuple[int, ...]


def frames_by_round(cube: Cube, scope: Scope, measure: str, codes: Sequence[str]) -> tuple[MapFrame, ...]:
    """Every round of a cube (`cube.read_history`) in which anybody of the scope reported, oldest first.

    Raises KeyError for a measure that is no column of `sums.sum_by`, ValueError for a carrier nobody knows.
    """
    carriers = cube.expected.carriers_in(scope)
    figures = sum_by(replace(cube, first_whole=0), scope, "commune")
    shown = [day for place, day in enumerate(cube.rounds) if cube.has_file[place, carriers].any()]
    of_round = {day: figures.filter(pc.equal(figures["round_on"], day)) for day in shown}
    return tuple(frame_of(day.isoformat(), rows, measure, codes) for day, rows in of_round.items())


def frames_by_carrier(cube: Cube, scope: Scope, measure: str, codes: Sequence[str]) -> tuple[MapFrame, ...]:
    """Each carrier of the scope in the cube's last round, in the reference table's order.

    One that did not report has no value anywhere. Raises as `frames_by_round`.
    """
    last = replace(cube, first_whole=len(cube.rounds) - 1)
    chosen = [cube.expected.carriers[place].code for place in cube.expected.carriers_in(scope)]
    alone = {code: sum_by(last, replace(scope, carriers=(code,)), "commune") for code in chosen}
    return tuple(frame_of(code, rows, measure, codes) for code, rows in alone.items())


def frame_of(key: str, figures: pa.Table, measure: str, codes: Sequence[str]) -> MapFrame:
    """A frame of figures by commune."""
    columns = (figures[name].to_pylist() for name in ("commune_code", measure, "is_partly_reported"))
    rows = {code: (value, is_partly) for code, value, is_partly in zip(*columns, strict=True)}
    found = [rows.get(code, (None, False)) for code in codes]
    partly = tuple(place for place, (value, is_partly) in enumerate(found) if is_partly and value is not None)
    return MapFrame(key, tuple(value for value, _ in found), partly)
