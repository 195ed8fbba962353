"""Schema changes: each once, in order, and never on data that a newer program wrote."""

from pathlib import Path

import duckdb
import pytest

from dashboard.store.database import DATABASE_NAME, open_store
from dashboard.store.migrations import MIGRATIONS_DIR, NewerSchemaError, migrate

VERSIONS = "select version, applied_at::text from schema_version order by version"


def table_names(connection: duckdb.DuckDBPyConnection) -> set[str]:
    return {row[0] for row in connection.execute("select table_name from duckdb_tables()").fetchall()}


def test_an_empty_file_gets_every_migration_once_and_in_order():
    with duckdb.connect() as connection:
        reached = migrate(connection)
        versions = [row[0] for row in connection.execute(VERSIONS).fetchall()]
        assert versions == list(range(1, reached + 1))
        assert {"submission", "submission_figure", "submission_finding"} <= table_names(connection)


def test_migration_files_are_numbered_without_gaps():
    numbers = [int(file.stem.split("_")[0]) for file in sorted(MIGRATIONS_DIR.glob("[0-9]*.sql"))]
    assert numbers == list(range(1, len(numbers) + 1))


def test_a_second_start_changes_nothing(home: Path):
    open_store(home).close()
    with duckdb.connect(home / DATABASE_NAME) as connection:
        before = connection.execute(VERSIONS).fetchall()
    open_store(home).close()
    with duckdb.connect(home / DATABASE_NAME) as connection:
        assert connection.execute(VERSIONS).fetchall() == before


def test_data_of_a_newer_program_is_refused_and_left_as_it_was(home: Path):
    open_store(home).close()
    with duckdb.connect(home / DATABASE_NAME) as connection:
        connection.execute("insert into schema_version values (9999, now())")
    with pytest.raises(NewerSchemaError, match="9999"):
        open_store(home)
    with duckdb.connect(home / DATABASE_NAME) as connection:
        assert connection.execute(VERSIONS).fetchall()[-1][0] == 9999


def test_tables_have_no_keys_that_a_shared_catalogue_could_not_hold():
    with duckdb.connect() as connection:
        migrate(connection)
        rows = connection.execute("select distinct constraint_type from duckdb_constraints()").fetchall()
        sequences = connection.execute("select count(*) from duckdb_sequences()").fetchone()
    assert {row[0] for row in rows} <= {"NOT NULL", "CHECK"}
    assert sequences == (0,)
