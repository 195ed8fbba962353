"""An accepted file as rows of the database."""

from collections.abc import Iterable, Mapping
from dataclasses import asdict
from typing import Any

import duckdb
import pyarrow as pa

from dashboard.intake.examine import Examination
from dashboard.intake.journal import Entry
from dashboard.intake.layout.vocabulary import COUNT_COLUMNS, SIM_COLUMNS
from dashboard.store.questions import tell

MOMENT = pa.timestamp("us", tz="UTC")
SUBMISSION = pa.schema(
    [
        ("submission_id", pa.string()),
        ("sha256", pa.string()),
        ("file_name", pa.string()),
        ("carrier_code", pa.string()),
        ("round_on", pa.date32()),
        ("received_at", MOMENT),
        ("recorded_at", MOMENT),
        ("taken_in_by", pa.string()),
        ("way", pa.string()),
        ("status", pa.string()),
        ("layout", pa.string()),
        ("rows_read_count", pa.int32()),
        ("communes_count", pa.int32()),
        ("handling_plan", pa.string()),
        ("is_simulated", pa.bool_()),
    ]
)
FIGURE = pa.schema(
    [
        ("submission_id", pa.string()),
        ("commune_code", pa.string()),
        *((column, pa.int64()) for column in (*COUNT_COLUMNS, *SIM_COLUMNS)),
    ]
)
FINDING = pa.schema(
    [
        ("submission_id", pa.string()),
        ("ordinal", pa.int32()),
        ("rule", pa.string()),
        ("severity", pa.string()),
        ("sheet", pa.string()),
        ("row", pa.int32()),
        ("column", pa.string()),
        ("value", pa.string()),
        ("message", pa.string()),
        ("suggestion", pa.string()),
    ]
)
POINT = pa.schema(
    [
        ("submission_id", pa.string()),
        ("ordinal", pa.int32()),
        ("point_kind", pa.string()),
        ("commune_code", pa.string()),
        ("address", pa.string()),
        ("opening_hours", pa.string()),
        ("from_on", pa.date32()),
        ("to_on", pa.date32()),
        ("lon", pa.float64()),
        ("lat", pa.float64()),
        ("people_per_day_count", pa.int64()),
        ("serves_other_carriers", pa.bool_()),
    ]
)
PLAN_ITEM = pa.schema(
    [
        ("submission_id", pa.string()),
        ("ordinal", pa.int32()),
        ("activity", pa.string()),
        ("commune_code", pa.string()),
        ("due_on", pa.date32()),
        ("target_count", pa.int64()),
    ]
)
MATCH = pa.schema([("submission_id", pa.string()), ("matched_by", pa.string()), ("rows_count", pa.int32())])


def store_submission(cursor: duckdb.DuckDBPyConnection, entry: Entry, examination: Examination) -> None:
    """Append an accepted file inside the caller's transaction; carrier and round are the journal's."""
    receipt, case = examination.receipt, examination.case
    submission = {name: getattr(entry, name) for name in SUBMISSION.names if hasattr(entry, name)}
    submission |= {
        "layout": receipt.layout,
        "rows_read_count": receipt.rows_read_count,
        "communes_count": receipt.communes_count,
        "handling_plan": case.handling_plan,
    }
    figures = [{"commune_code": figure.commune_code, **figure.counts} for figure in case.figures]
    findings = _numbered(finding.as_json() for finding in receipt.findings)
    matches = [{"matched_by": way, "rows_count": count} for way, count in receipt.matches.items()]
    tables = {
        "append/submission": _table([submission], SUBMISSION, entry),
        "append/submission_figure": _table(figures, FIGURE, entry),
        "append/submission_finding": _table(findings, FINDING, entry),
        "append/submission_match": _table(matches, MATCH, entry),
        "append/reported_service_point": _table(
            _numbered(map(asdict, case.annexes.service_points)), POINT, entry
        ),
        "append/reported_plan_item": _table(
            _numbered(map(asdict, case.annexes.plan_items)), PLAN_ITEM, entry
        ),
    }
    for question, rows in tables.items():
        tell(cursor, question, rows=rows)


def _numbered(rows: Iterable[Mapping[str, Any]]) -> list[Any]:
    return [{"ordinal": ordinal, **row} for ordinal, row in enumerate(rows, start=1)]


def _table(rows: list[Any], schema: pa.Schema, entry: Entry) -> pa.Table:
    named: list[Mapping[str, Any]] = [{**row, "submission_id": entry.submission_id} for row in rows]
    return pa.Table.from_pylist(named, schema=schema)
