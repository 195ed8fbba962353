"""A database in memory that each test fills for itself."""

from collections.abc import Iterator

import duckdb
import pytest

from dashboard.store.migrations import migrate
from dashboard.store.questions import tell


@pytest.fixture(scope="session")
def empty_database() -> Iterator[duckdb.DuckDBPyConnection]:
    """A database of today's schema; what a test stores in it has to be rolled back."""
    with duckdb.connect() as connection:
        tell(connection, "local_time")
        migrate(connection)
        yield connection


@pytest.fixture
def cursor(empty_database: duckdb.DuckDBPyConnection) -> Iterator[duckdb.DuckDBPyConnection]:
    """A cursor whose test starts with nothing and leaves nothing."""
    with empty_database.cursor() as own:
        own.begin()
        yield own
        own.rollback()
