"""Parquet to cells: the names of its columns as the header, its rows below."""

import io
import os
from datetime import date, datetime
from decimal import Decimal
from typing import Any

from dashboard.intake.reading.limits import MIB, Limits
from dashboard.intake.reading.sheet import CellValue, FaultError, Reading, Sheet
from dashboard.intake.reading.workbook import clean, filled_rows
from dashboard.intake.reading.xlsx_scan import check_reach

# Arrow and the numeric library under it would reserve memory for threads and pools of their own, more than
# this process may address; one thread and the system's memory are enough for a report.
FRUGAL = {
    "ARROW_DEFAULT_MEMORY_POOL": "system",
    "OMP_NUM_THREADS": "1",
    "OPENBLAS_NUM_THREADS": "1",
}
BATCH_ROWS = 500  # read at a time, so that a footer that lies about the rows is found out in time
LARGEST_FOOTER_TEXT = 1 * MIB  # of one text in the footer: a column's name or a remark has a few dozen bytes
MOST_FOOTER_ITEMS = 10_000  # of one list in the footer: columns of row groups


def read_parquet(content: bytes, limits: Limits) -> Reading:
    """A Parquet file as one sheet without a name: its header in row 1. Raises FaultError.

    What the footer claims is judged before anything is unpacked; what it hides meets the limits of this
    process. The library is loaded here and not above: other files are read without it.
    """
    os.environ.update(FRUGAL)
    import pyarrow as pa
    import pyarrow.parquet as pq

    pa.set_cpu_count(1)
    pa.set_io_thread_count(1)
    try:
        file = pq.ParquetFile(
            io.BytesIO(content),
            thrift_string_size_limit=LARGEST_FOOTER_TEXT,
            thrift_container_size_limit=MOST_FOOTER_ITEMS,
        )
        _check_claims(file.metadata, limits)
        _check_types(file.schema_arrow)
        return Reading("parquet", (Sheet("", tuple(filled_rows(_grid(file)))),))
    except MemoryError:
        raise
    except (pa.ArrowException, ValueError, OSError, OverflowError) as error:
        raise FaultError("damaged_file") from error


def _check_claims(metadata: Any, limits: Limits) -> None:
    check_reach("", metadata.num_rows + 1, metadata.num_columns - 1)
    groups = (metadata.row_group(number) for number in range(metadata.num_row_groups))
    unpacked_mib = -(-sum(group.total_byte_size for group in groups) // MIB)
    if unpacked_mib > limits.unpacked_mib:
        raise FaultError("too_large", what="unpacked", found=unpacked_mib, limit=limits.unpacked_mib)


def _check_types(schema: Any) -> None:
    """Only columns of single values make a table of cells; a few bytes of nested lists fill any memory."""
    import pyarrow as pa

    if any(pa.types.is_nested(field.type) for field in schema):
        raise FaultError("not_a_spreadsheet", kind="tệp Parquet có cột lồng nhau")


def _grid(file: Any) -> list[list[CellValue]]:
    grid: list[list[CellValue]] = [[clean(name) for name in file.schema_arrow.names]]
    for batch in file.iter_batches(batch_size=BATCH_ROWS, use_threads=False):
        columns = [column.to_pylist() for column in batch.columns]
        grid.extend([_value(cell) for cell in row] for row in zip(*columns, strict=True))
        check_reach("", len(grid), 0)
    return grid


def _value(cell: Any) -> CellValue:
    if cell is None:
        return None
    if isinstance(cell, str):
        return clean(cell)
    if isinstance(cell, bytes):  # text that its writer did not mark as text
        return clean(cell.decode("utf-8"))
    if isinstance(cell, datetime):
        return cell.date()
    if isinstance(cell, Decimal):
        return int(cell) if cell.is_finite() and cell == int(cell) else float(cell)
    if isinstance(cell, float):
        return cell if cell - cell == 0 else str(cell)
    return cell if isinstance(cell, int | date) else str(cell)
