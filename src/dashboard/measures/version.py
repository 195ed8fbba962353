"""Which state of the data a figure belongs to."""

import duckdb

from dashboard.store.questions import ask


def data_version(cursor: duckdb.DuckDBPyConnection) -> str:
    """Twelve hexadecimal digits that change whenever a submission, a layer or a decision is stored, the same
    after a rebuild from the same files: for caches, and for footers that say what a picture was made of."""
    answer = ask(cursor, "measures/data_version", until_id=None, until_at=None)
    return str(answer["data_version"][0])
