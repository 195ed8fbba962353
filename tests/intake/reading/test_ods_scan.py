"""A look at an ODS before it is laid out."""

import io
import zipfile

import pytest

from dashboard.intake.reading.ods_scan import scan_ods
from dashboard.intake.reading.sheet import FaultError
from tests.intake.reading.workbooks import ods

CELL = '<table:table-cell office:value-type="float" office:value="1"><text:p>1</text:p></table:table-cell>'
FORMULA = CELL.replace(" office:value-type", ' table:formula="of:=SUM([.A1:.A2])" office:value-type')
EMPTY_ROWS = (
    '<table:table-row table:number-rows-repeated="1048000">'
    '<table:table-cell table:number-columns-repeated="16384"/></table:table-row>'
)


def scanned(rows: str) -> object:
    with zipfile.ZipFile(io.BytesIO(ods(rows))) as archive:
        return scan_ods(archive)["T1"]


def test_formulas_are_found_where_they_stand_past_repeated_rows_and_cells():
    rows = (
        '<table:table-row table:number-rows-repeated="3"><table:table-cell/></table:table-row>'
        f'<table:table-row><table:table-cell table:number-columns-repeated="2"/>{FORMULA}</table:table-row>'
    )
    assert scanned(rows).formulas == {"C4": "SUM([.A1:.A2])"}


def test_a_million_empty_rows_at_the_end_are_nothing():
    assert scanned(f"<table:table-row>{CELL}</table:table-row>{EMPTY_ROWS}").formulas == {}


@pytest.mark.parametrize(
    "rows",
    [
        f'<table:table-row table:number-rows-repeated="1000000">{CELL}</table:table-row>',
        f"{EMPTY_ROWS}<table:table-row>{CELL}</table:table-row>",
        '<table:table-row><table:table-cell table:number-columns-repeated="201" office:value-type="float"/>'
        "</table:table-row>",
    ],
)
def test_values_beyond_the_limits_are_too_large(rows: str):
    with pytest.raises(FaultError) as caught:
        scanned(rows)
    assert caught.value.fault.rule == "too_large"


def test_broken_xml_is_damage():
    with pytest.raises(FaultError) as caught:
        scanned("<table:table-row>")
    assert caught.value.fault.rule == "damaged_file"
