"""ODS, old XLS and Parquet as real programs write them, from the child with its limits to the figures."""

import io
from pathlib import Path

import pandas as pd
import pytest

from dashboard.intake.examine import Examination, examine
from dashboard.intake.reading.read import read_file
from dashboard.store.database import Store
from tests.intake.reports import request_of

FILES_DIR = Path(__file__).parent / "files"
TOTAL, VERIFIED = 1_234_567, 1_000_000


def as_parquet(content: bytes, header_row: int) -> bytes:
    """The sheet with figures of a workbook as pandas would pass it on, below its header."""
    sheet = next(sheet for sheet in read_file(content).sheets if len(sheet.rows) > 100)
    header, *rows = (row.cells for row in sheet.rows if row.number >= header_row)
    buffer = io.BytesIO()
    pd.DataFrame(rows, columns=list(header)).to_parquet(buffer)
    return buffer.getvalue()


def figures(examination: Examination) -> dict[str, dict[str, int | None]]:
    return {figure.commune_code: dict(figure.counts) for figure in examination.case.figures}


def examined(store: Store, name: str, content: bytes) -> Examination:
    return examine(request_of(name, content), store)


@pytest.mark.parametrize("ending", ["ods", "xls", "parquet"])
def test_numbers_as_text_in_three_ways_and_one_false_percentage(ending: str, store: Store):
    name = f"vinaphone_2026-11-11_text.{ending}"
    ods = (FILES_DIR / "vinaphone_2026-11-11_text.ods").read_bytes()
    content = as_parquet(ods, 3) if ending == "parquet" else (FILES_DIR / name).read_bytes()
    examination = examined(store, name, content)
    receipt = examination.receipt
    assert (receipt.status, receipt.carrier_code, str(receipt.round_on)) == (
        "accepted_with_warnings", "vinaphone", "2026-11-11",
    )  # fmt: skip
    assert examination.case.reading.kind == ending
    assert (receipt.totals["total_count"], receipt.totals["verified_count"]) == (166 * TOTAL, 166 * VERIFIED)
    mismatches = [finding for finding in receipt.findings if finding.rule == "percentage_mismatch"]
    assert [(finding.severity, finding.row, finding.column) for finding in mismatches] == [
        ("warning", 8 if ending == "parquet" else 10, "H")
    ]


def test_the_same_report_in_every_format_gives_the_same_figures(store: Store, examples: Path):
    viettel = (examples / "viettel_2026-11-11.xlsx").read_bytes()
    ods = (FILES_DIR / "viettel_2026-11-11.ods").read_bytes()
    assert figures(examined(store, "viettel_2026-11-11.ods", ods)) == figures(
        examined(store, "viettel_2026-11-11.xlsx", viettel)
    )
    mobifone = (examples / "mobifone_2026-11-11.xlsx").read_bytes()
    others = {
        "mobifone_2026-11-11.xls": (FILES_DIR / "mobifone_2026-11-11.xls").read_bytes(),
        "mobifone_2026-11-11.parquet": as_parquet(mobifone, 3),
    }
    expected = figures(examined(store, "mobifone_2026-11-11.xlsx", mobifone))
    for name, content in others.items():
        assert figures(examined(store, name, content)) == expected
