"""A database in memory for all tests of the content."""

from collections.abc import Iterator

import duckdb
import pytest

from tests.briefing.cases import empty_database


@pytest.fixture(scope="module")
def database() -> Iterator[duckdb.DuckDBPyConnection]:
    """Of today's schema; what a test stores in it is rolled back."""
    with empty_database() as connection:
        yield connection
