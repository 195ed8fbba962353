"""SQL lives in files, one question each; this module asks them. Arrow in, Arrow out."""

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
    return _run(cursor, question, values).to_arrow_table()


def tell(cursor: duckdb.DuckDBPyConnection, question: str, **values: Value) -> None:
    """Run a statement that answers nothing (an append, an attach); values as in `ask`."""
    _run(cursor, question, values)


def _run(
    cursor: duckdb.DuckDBPyConnection, question: str, values: dict[str, Value]
) -> duckdb.DuckDBPyConnection:
    tables = {name: value for name, value in values.items() if isinstance(value, pa.Table)}
    bound = {name: value for name, value in values.items() if name not in tables}
    for name, table in tables.items():
        cursor.register(name, table)
    try:
        return cursor.execute(sql(question), bound or None)
    finally:
        for name in tables:
            cursor.unregister(name)
