"""A look at an XLSX before it is laid out."""

import io
import zipfile

import pytest

from dashboard.intake.reading.sheet import FaultError
from dashboard.intake.reading.xlsx_scan import check_reach, scan_sheet, scan_workbook
from tests.intake.reading.workbooks import with_parts, xlsx

START = b"<worksheet><sheetData>"
END = b"</sheetData></worksheet>"


def scanned(rows: bytes) -> object:
    return scan_sheet(io.BytesIO(START + rows + END), "T1")


def fault_of(rows: bytes) -> tuple[str, object]:
    with pytest.raises(FaultError) as caught:
        scanned(rows)
    return caught.value.fault.rule, caught.value.fault.facts.get("cell")


def test_formulas_and_error_values_are_found_where_they_stand():
    cells = b'<c r="B2"><f>1+1</f><v>2</v></c><c r="C2" t="e"><v>#REF!</v></c><c r="D2" t="str"><v>x</v></c>'
    scan = scanned(b'<row r="2">' + cells + b"</row>")
    assert scan.formulas == {"B2": "1+1"}
    assert scan.errors == {"C2": "#REF!"}


def test_cells_without_a_reference_follow_the_one_before():
    scan = scanned(b"<row><c><v>1</v></c><c><f>A1</f></c></row><row><c><f>B1</f></c></row>")
    assert scan.formulas == {"B1": "A1", "A2": "B1"}


def test_names_may_carry_a_prefix():
    rows = b'<x:row r="3"><x:c r="A3"><x:f>9</x:f></x:c></x:row>'
    assert scanned(rows).formulas == {"A3": "9"}


def test_a_value_far_out_is_too_large_and_an_empty_styled_cell_is_not():
    assert fault_of(b'<row r="1048576"><c r="XFD1048576"><v>1</v></c></row>') == ("too_large", "XFD1048576")
    assert fault_of(b'<row r="1"><c r="XFD1"><v>1</v></c></row>') == ("too_large", "XFD1")
    assert scanned(b'<row r="1048576"><c r="XFD1048576" s="1"/></row>').formulas == {}


def test_broken_xml_and_document_types_are_damage():
    assert fault_of(b"<row>")[0] == "damaged_file"
    assert fault_of(b'<row r="x">')[0] == "damaged_file"
    with pytest.raises(FaultError):
        scan_sheet(io.BytesIO(b'<!DOCTYPE x [<!ENTITY a "b">]>' + START + END), "T1")


def test_every_sheet_is_found_through_the_workbook_s_relations():
    with zipfile.ZipFile(io.BytesIO(xlsx([["a", "=1+1"]], title="Số liệu"))) as archive:
        assert scan_workbook(archive)["Số liệu"].formulas == {"B1": "1+1"}


def test_a_workbook_without_relations_or_with_entities_is_damaged():
    for part in ("xl/_rels/workbook.xml.rels", "xl/workbook.xml"):
        broken = with_parts(xlsx(), {part: "<!DOCTYPE x><x/>"})
        with zipfile.ZipFile(io.BytesIO(broken)) as archive, pytest.raises(FaultError):
            scan_workbook(archive)


def test_the_last_row_and_column_allowed_are_allowed():
    check_reach("T1", 5000, 199)
    for row, column in ((5001, 0), (1, 200)):
        with pytest.raises(FaultError):
            check_reach("T1", row, column)
