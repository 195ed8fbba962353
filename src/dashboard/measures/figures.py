"""Figures of a round, and of all rounds up to it, summed by commune, carrier or province.

All return the columns of `sums.sum_by`. Who asks for many scopes of one round reads the cube once
(`cube.read_round`) and sums it as often as needed.
"""

from dataclasses import replace

import duckdb
import pyarrow as pa

from dashboard.measures.cube import read_history, read_round
from dashboard.measures.scope import Expected, Scope, everyone
from dashboard.measures.standing import standing_files
from dashboard.measures.sums import By, sum_by
from dashboard.reference.communes import Commune


def figures_by_commune(
    cursor: duckdb.DuckDBPyConnection, scope: Scope, expected: Expected | None = None
) -> pa.Table:
    """One row per commune of the scope's kind, by code: always 166 without a kind; nulls where nothing was
    reported."""
    return _figures(cursor, scope, "commune", expected)


def figures_by_carrier(
    cursor: duckdb.DuckDBPyConnection, scope: Scope, expected: Expected | None = None
) -> pa.Table:
    """One row per carrier of the scope, in the order of the reference table, the missing ones with nulls."""
    return _figures(cursor, scope, "carrier", expected)


def figures_by_province(
    cursor: duckdb.DuckDBPyConnection, scope: Scope, expected: Expected | None = None
) -> pa.Table:
    """One row: all communes and carriers of the scope together."""
    return _figures(cursor, scope, "province", expected)


def figures_by_commune_and_carrier(
    cursor: duckdb.DuckDBPyConnection, scope: Scope, expected: Expected | None = None
) -> pa.Table:
    """One row per commune and carrier of the scope, reported or not."""
    return _figures(cursor, scope, "commune-carrier", expected)


def history_by_commune(
    cursor: duckdb.DuckDBPyConnection, scope: Scope, commune_code: str | None = None
) -> pa.Table:
    """One row per commune and round up to the scope's, or of one commune only.

    Rounds without any report are there, as nulls. Raises ValueError for a code that is no commune's.
    """
    return _history(cursor, scope, "commune", commune_code)


def history_by_carrier(
    cursor: duckdb.DuckDBPyConnection, scope: Scope, commune_code: str | None = None
) -> pa.Table:
    """One row per carrier and round up to the scope's, over all communes or in one; otherwise as
    `history_by_commune`."""
    return _history(cursor, scope, "carrier", commune_code)


def history_by_province(cursor: duckdb.DuckDBPyConnection, scope: Scope) -> pa.Table:
    """One row per round up to the scope's; otherwise as `history_by_commune`."""
    return _history(cursor, scope, "province", None)


def is_simulated(cursor: duckdb.DuckDBPyConnection, scope: Scope | None = None) -> bool:
    """Whether any simulated figure stands behind those of the scope, or, without one, anywhere."""
    if scope is None:
        return any(file.is_simulated for file in standing_files(cursor))
    return bool(figures_by_province(cursor, scope)["is_simulated"][0].as_py())


def _figures(cursor: duckdb.DuckDBPyConnection, scope: Scope, by: By, expected: Expected | None) -> pa.Table:
    return sum_by(read_round(cursor, scope.round_on, scope.as_of, expected), scope, by)


def _history(cursor: duckdb.DuckDBPyConnection, scope: Scope, by: By, commune_code: str | None) -> pa.Table:
    expected = everyone()
    if commune_code is not None:
        expected = replace(expected, communes=_only(expected, commune_code))
    return sum_by(read_history(cursor, scope.round_on, scope.as_of, expected), scope, by)


def _only(expected: Expected, commune_code: str) -> tuple[Commune, ...]:
    found = tuple(commune for commune in expected.communes if commune.code == commune_code)
    if not found:
        raise ValueError(f"no such commune: {commune_code}")
    return found
