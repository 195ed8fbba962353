"""SQL lives in files, one question each; this module asks them. Arrow in, Arrow out."""

from collections.abc import Iterator
from contextlib import contextmanager
from datetime import date, datetime
from functools import cache
from pathlib import Path
from typing import TypeAlias

import duckdb
import pyarrow as pa

SQL_DIR = Path(__file__).parent / "sql"

Scalar: TypeAlias = str | int | float | bool | date | datetime | bytes | None
Value: TypeAlias = Scalar | list[str] | pa.Table


@cache
def sql(question: str) -> str:
    """Text of `sql/<question>.sql`, for example `sql("measures/figures_by_commune")`.

    Raises FileNotFoundError for a question nobody wrote.
    """
    return (SQL_DIR / f"{question}.sql").read_text(encoding="utf-8")


def ask(cursor: duckdb.DuckDBPyConnection, question: str, **values: Value) -> pa.Table:
    """Answer of a question as an Arrow table.

    An Arrow table among the values is a relation of that name in the SQL; every other value is bound as
    `$name`. Raises duckdb.Error where a value is missing or the SQL is wrong.
    """
    with _relations(cursor, values) as bound:
        return cursor.execute(sql(question), bound or None).to_arrow_table()


def tell(cursor: duckdb.DuckDBPyConnection, question: str, **values: Value) -> None:
    """Run a statement that answers nothing (an append, an attach); values as in `ask`."""
    with _relations(cursor, values) as bound:
        cursor.execute(sql(question), bound or None)


@contextmanager
def _relations(cursor: duckdb.DuckDBPyConnection, values: dict[str, Value]) -> Iterator[dict[str, Value]]:
    """Arrow tables as relations while the question runs; yields the values to bind.

    The answer has to be fetched inside: unregistering a relation empties the cursor's pending result.
    """
    tables = {name: value for name, value in values.items() if isinstance(value, pa.Table)}
    for name, table in tables.items():
        cursor.register(name, table)
    try:
        yield {name: value for name, value in values.items() if name not in tables}
    finally:
        for name in tables:
            cursor.unregister(name)
