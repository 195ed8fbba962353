"""Schema changes as numbered SQL files, applied in order, each once."""

from pathlib import Path

import duckdb

MIGRATIONS_DIR = Path(__file__).parent


class NewerSchemaError(Exception):
    """The database was written by a newer program than this one."""


def pending(cursor: duckdb.DuckDBPyConnection) -> tuple[int, int]:
    """The version that a database has (0: a new one) and the one that this program brings it to.

    Raises NewerSchemaError as `migrate` does.
    """
    present, known = _version(cursor), known_version()
    if present > known:
        raise NewerSchemaError(f"schema {present}, program {known}")
    return present, known


def migrate(cursor: duckdb.DuckDBPyConnection) -> int:
    """Bring the schema up to date inside the caller's transaction; returns the version reached.

    Raises NewerSchemaError when the database already has a version that this program does not know.
    """
    present, known = pending(cursor)
    for file in _files()[present:]:
        cursor.execute(file.read_text(encoding="utf-8"))
    return known


def _files() -> list[Path]:
    return sorted(MIGRATIONS_DIR.glob("[0-9]*.sql"))


def known_version() -> int:
    """The version that this program brings a database to."""
    return int(_files()[-1].stem.split("_")[0])


def _version(cursor: duckdb.DuckDBPyConnection) -> int:
    cursor.execute((MIGRATIONS_DIR / "version_table.sql").read_text(encoding="utf-8"))
    row = cursor.execute((MIGRATIONS_DIR / "version_present.sql").read_text(encoding="utf-8")).fetchone()
    return int(row[0]) if row else 0
