"""Which state of the data a figure belongs to."""

import duckdb

from dashboard.store.questions import ask


def data_version(cursor: duckdb.DuckDBPyConnection) -> str:
    """Twelve hexadecimal digits that change whenever a submission or a layer is stored, the same after a
    rebuild from the same files: for caches, and for footers that say what a picture was made of."""
    return str(ask(cursor, "measures/data_version")["data_version"][0])
