"""Parquet files as real programs write them, and as somebody writes them who means harm."""

import io
import random
from datetime import UTC, date, datetime
from decimal import Decimal
from pathlib import Path
from typing import Any

import duckdb
import pandas as pd
import pyarrow as pa
import pyarrow.parquet as pq
import pytest

from dashboard.intake.reading.limits import Limits
from dashboard.intake.reading.read import read_file
from dashboard.intake.reading.sheet import Reading

COLUMNS: dict[str, list[Any]] = {"Tên xã": ["Phường Hàm Rồng", "Xã Hà Trung"], "Tổng số": [1234, 0]}
CELLS = [("Tên xã", "Tổng số"), ("Phường Hàm Rồng", 1234), ("Xã Hà Trung", 0)]


def by_arrow(columns: Any, **options: Any) -> bytes:
    buffer = io.BytesIO()
    pq.write_table(columns if isinstance(columns, pa.Table) else pa.table(columns), buffer, **options)
    return buffer.getvalue()


def by_pandas(columns: Any) -> bytes:
    buffer = io.BytesIO()
    pd.DataFrame(columns).to_parquet(buffer)
    return buffer.getvalue()


def by_duckdb(columns: Any, folder: Path) -> bytes:
    """DuckDB has a writer of its own."""
    file = folder / "report.parquet"
    table = pa.table(columns)
    with duckdb.connect() as connection:
        connection.register("report", table)
        connection.execute(f"copy report to '{file}' (format parquet)")
    return file.read_bytes()


def cells(reading: Reading) -> list[tuple[Any, ...]]:
    assert reading.fault is None
    (sheet,) = reading.sheets
    assert [row.number for row in sheet.rows] == list(range(1, len(sheet.rows) + 1))
    return [row.cells for row in sheet.rows]


def test_what_three_writers_write_is_read_alike(tmp_path: Path):
    for content in (by_arrow(COLUMNS), by_pandas(COLUMNS), by_duckdb(COLUMNS, tmp_path)):
        reading = read_file(content)
        assert (reading.kind, cells(reading)) == ("parquet", CELLS)


@pytest.mark.parametrize("compression", ["none", "snappy", "gzip", "brotli", "zstd", "lz4"])
def test_every_usual_compression_is_read(compression: str):
    assert cells(read_file(by_arrow(COLUMNS, compression=compression, row_group_size=1))) == CELLS


def test_each_type_becomes_the_cell_it_stands_for():
    columns = {
        "whole": pa.array([7], pa.uint64()),
        "decimal": pa.array([Decimal("12.00")]),
        "part": pa.array([Decimal("1.5")]),
        "day": pa.array([date(2026, 11, 11)]),
        "moment": pa.array([datetime(2026, 11, 11, 9, tzinfo=UTC)]),
        "nothing": pa.array([None], pa.int32()),
        "no number": pa.array([float("nan")]),
        "bytes": pa.array(["Xã Hà Trung".encode()]),
        "category": pa.array(["a"]).dictionary_encode(),
        "last": pa.array(["1.234.567"]),
    }
    assert cells(read_file(by_arrow(columns)))[1] == (
        7, 12, 1.5, date(2026, 11, 11), date(2026, 11, 11), None, "nan", "Xã Hà Trung", "a", "1.234.567",
    )  # fmt: skip


@pytest.mark.parametrize(
    ("columns", "what"),
    [
        ({"a": pa.array(range(3_000_000))}, "rows"),
        ({f"c{number}": [1] for number in range(201)}, "columns"),
        ({"a": pa.array(["y" * 40_000 + str(number) for number in range(2_000)])}, "unpacked"),
        ({"a": pa.array(["y" * 1_000_000] * 4_000)}, "memory"),  # in the file a dictionary of one word
    ],
)
def test_a_file_that_would_fill_the_memory_is_a_fault(columns: Any, what: str):
    fault = read_file(by_arrow(columns, compression="zstd")).fault
    assert fault is not None
    assert (fault.rule, fault.facts["what"]) == ("too_large", what)


def test_nested_columns_are_no_table():
    fault = read_file(by_arrow({"a": [[1, 2], [3]]})).fault
    assert fault is not None
    assert (fault.rule, "lồng nhau" in str(fault.facts["kind"])) == ("not_a_spreadsheet", True)


def test_a_mutated_file_ends_as_cells_or_as_a_fault():
    chance = random.Random(20261111)
    content = by_arrow(COLUMNS)
    for _ in range(12):
        mutated = bytearray(content)
        for _ in range(chance.randint(1, 20)):
            mutated[chance.randrange(len(mutated))] = chance.randrange(256)
        reading = read_file(bytes(mutated), Limits(memory_mib=512, seconds=10, unpacked_mib=50))
        assert reading.sheets or reading.fault


@pytest.mark.parametrize("content", [b"PAR1", b"PAR1" * 4, b"PAR1" + b"\xff" * 200 + b"PAR1"])
def test_only_the_marks_of_such_a_file_are_damage(content: bytes):
    fault = read_file(content).fault
    assert fault is not None
    assert fault.rule == "damaged_file"
