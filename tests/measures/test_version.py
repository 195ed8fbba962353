"""The name of the state of the data."""

from datetime import datetime

import duckdb
import pyarrow as pa

from dashboard.measures.version import data_version
from dashboard.store.questions import tell
from tests.measures.reports import LAST, Report, at, counts, store_reports

REPORT = Report("anet", LAST, {"10001": counts(9, 1)})


def publish(cursor: duckdb.DuckDBPyConnection, layer_id: str, published_at: datetime) -> None:
    row = {
        "layer_id": layer_id,
        "source": "imported",
        "source_name": "test",
        "source_sha256": layer_id,
        "published_at": published_at,
        "communes_count": 166,
        "is_schematic": False,
    }
    tell(cursor, "append/boundary_layer", rows=pa.Table.from_pylist([row]))


def test_each_submission_and_each_layer_makes_another_version(cursor: duckdb.DuckDBPyConnection):
    versions = [data_version(cursor)]
    store_reports(cursor, [REPORT])
    versions.append(data_version(cursor))
    store_reports(cursor, [REPORT])
    versions.append(data_version(cursor))
    for layer, hour in (("one", 8), ("two", 9), ("one", 10)):
        publish(cursor, layer, at(LAST, hour))
        versions.append(data_version(cursor))
    assert len(set(versions)) == len(versions)


def test_the_same_contents_have_the_same_version(cursor: duckdb.DuckDBPyConnection):
    store_reports(cursor, [REPORT])
    assert data_version(cursor) == data_version(cursor)
    assert len(data_version(cursor)) == 12
