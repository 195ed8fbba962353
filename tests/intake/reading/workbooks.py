"""Workbooks made for tests, down to the XML where no program would write what is tested."""

import io
import zipfile
from collections.abc import Mapping, Sequence

import openpyxl

SHEET_PART = "xl/worksheets/sheet1.xml"
ODS_KIND = "application/vnd.oasis.opendocument.spreadsheet"
ODS_START = (
    '<office:document-content xmlns:office="urn:oasis:names:tc:opendocument:xmlns:office:1.0" '
    'xmlns:table="urn:oasis:names:tc:opendocument:xmlns:table:1.0" '
    'xmlns:text="urn:oasis:names:tc:opendocument:xmlns:text:1.0"><office:body><office:spreadsheet>'
    '<table:table table:name="T1">'
)
ODS_END = "</table:table></office:spreadsheet></office:body></office:document-content>"
ODS_MANIFEST = (
    '<manifest:manifest xmlns:manifest="urn:oasis:names:tc:opendocument:xmlns:manifest:1.0" '
    'manifest:version="1.2"><manifest:file-entry manifest:full-path="/" '
    f'manifest:media-type="{ODS_KIND}"/></manifest:manifest>'
)


def xlsx(rows: Sequence[Sequence[object]] = (("Mã", "Tên"), (1, "a")), title: str = "T1") -> bytes:
    """A workbook of one sheet as openpyxl writes it."""
    workbook = openpyxl.Workbook()
    sheet = workbook.active
    sheet.title = title
    for row in rows:
        sheet.append(list(row))
    buffer = io.BytesIO()
    workbook.save(buffer)
    return buffer.getvalue()


def with_parts(content: bytes, parts: Mapping[str, str | bytes]) -> bytes:
    """The same archive with these parts replaced or added."""
    buffer = io.BytesIO()
    with (
        zipfile.ZipFile(io.BytesIO(content)) as old,
        zipfile.ZipFile(buffer, "w", zipfile.ZIP_DEFLATED) as new,
    ):
        for name in old.namelist():
            if name not in parts:
                new.writestr(name, old.read(name))
        for name, part in parts.items():
            new.writestr(name, part)
    return buffer.getvalue()


def with_cells(cells_xml: str) -> bytes:
    """A workbook whose only sheet has these rows, as XML."""
    sheet = (
        '<worksheet xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main">'
        f"<sheetData>{cells_xml}</sheetData></worksheet>"
    )
    return with_parts(xlsx(), {SHEET_PART: sheet})


def ods(rows_xml: str) -> bytes:
    """An ODS of one sheet with these rows, as XML."""
    buffer = io.BytesIO()
    with zipfile.ZipFile(buffer, "w", zipfile.ZIP_DEFLATED) as archive:
        archive.writestr("mimetype", ODS_KIND)
        archive.writestr("content.xml", f"{ODS_START}{rows_xml}{ODS_END}")
        archive.writestr("META-INF/manifest.xml", ODS_MANIFEST)
    return buffer.getvalue()
