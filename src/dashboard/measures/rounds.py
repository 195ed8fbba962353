"""The rounds there are figures for."""

from datetime import date, datetime

import duckdb

from dashboard.measures.standing import standing_files


def rounds(cursor: duckdb.DuckDBPyConnection, as_of: datetime | None = None) -> tuple[date, ...]:
    """Rounds for which anybody has reported, by a moment (None: by now), oldest first."""
    return tuple(dict.fromkeys(file.round_on for file in standing_files(cursor, as_of)))
