"""The province in a few figures, with what changed since the round before and who is missing."""

from dataclasses import dataclass
from datetime import date
from typing import Any

import duckdb
import pyarrow as pa
import pyarrow.compute as pc

from dashboard.measures.cube import COUNTS, Cube, read_round
from dashboard.measures.pairs import pairs_in
from dashboard.measures.scope import Basis, Expected, Scope
from dashboard.measures.sums import sum_pairs


@dataclass(frozen=True)
class Change:
    """Change since the round before, over pairs of commune and carrier reported in both.

    Counts in subscribers, `verified_pct` in percentage points (None where no pair has a subscriber). Of
    `pairs_reported_count` pairs reported in this round, `pairs_compared_count` could be compared.
    """

    since: date
    total_count: int
    verified_count: int
    unverified_count: int
    locked_one_way_count: int
    locked_two_way_count: int
    verified_pct: float | None
    pairs_compared_count: int
    pairs_reported_count: int


@dataclass(frozen=True)
class Headline:
    """Figures of the scope as a whole; counts None where nothing was reported.

    `carriers_missing` are the codes of carriers of the scope without a file for this very round, whatever the
    basis; `carriers_reported_count` counts the others. `communes_reported_count` communes have a figure,
    `communes_partly_reported_count` of them lack a carrier. `reported_on` is the oldest round behind it all.
    """

    round_on: date
    basis: Basis
    total_count: int | None
    verified_count: int | None
    unverified_count: int | None
    locked_one_way_count: int | None
    locked_two_way_count: int | None
    verified_pct: float | None
    change: Change | None
    carriers_expected_count: int
    carriers_reported_count: int
    carriers_missing: tuple[str, ...]
    communes_expected_count: int
    communes_reported_count: int
    communes_partly_reported_count: int
    reported_on: date | None
    is_simulated: bool


def headline(cursor: duckdb.DuckDBPyConnection, scope: Scope, expected: Expected | None = None) -> Headline:
    """The scope's headline, read from the database."""
    return headline_of(read_round(cursor, scope.round_on, scope.as_of, expected), scope)


def headline_of(cube: Cube, scope: Scope) -> Headline:
    """The scope's headline, of a cube already read."""
    return headline_and_communes(cube, scope)[0]


def headline_and_communes(cube: Cube, scope: Scope) -> tuple[Headline, pa.Table]:
    """The scope's headline with the figures by commune (columns of `sums.sum_by`) behind it."""
    pairs = pairs_in(cube, scope)
    communes = sum_pairs(cube, pairs, "commune")
    row = sum_pairs(cube, pairs, "province").to_pylist()[0]
    return _headline(cube, scope, row, communes), communes


def _headline(cube: Cube, scope: Scope, row: dict[str, Any], communes: pa.Table) -> Headline:
    awaited = cube.is_asked[-1] | cube.has_file[-1]
    carriers = [place for place in cube.expected.carriers_in(scope) if awaited[place]]
    missing = tuple(cube.expected.carriers[place].code for place in carriers if not cube.has_file[-1, place])
    return Headline(
        round_on=scope.round_on,
        basis=scope.basis,
        **{name: row[name] for name in (*COUNTS, "verified_pct", "reported_on", "is_simulated")},
        change=_change(cube, row),
        carriers_expected_count=len(carriers),
        carriers_reported_count=len(carriers) - len(missing),
        carriers_missing=missing,
        communes_expected_count=communes.num_rows,
        communes_reported_count=row["communes_count"],
        communes_partly_reported_count=pc.sum(communes["is_partly_reported"]).as_py() or 0,
    )


def _change(cube: Cube, row: dict[str, Any]) -> Change | None:
    """None where no pair can be compared: the first round, or nobody reported in both."""
    if not row["pairs_compared_count"]:
        return None
    return Change(
        since=cube.rounds[cube.positions_before()[-1]],
        **{name: row[f"{name}_change"] for name in (*COUNTS, "verified_pct")},
        pairs_compared_count=row["pairs_compared_count"],
        pairs_reported_count=row["pairs_reported_count"],
    )
