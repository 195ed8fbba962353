"""A look at an XLSX before the reader lays it out: how far its sheets reach, formulas, error values."""

import posixpath
import zipfile
from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import IO
from xml.etree import ElementTree as Xml
from xml.parsers import expat

from dashboard.intake.reading.limits import MOST_COLUMNS, MOST_ROWS, MOST_SHEETS
from dashboard.intake.reading.sheet import FaultError, cell_name, cell_position

WORKBOOK_PART = "xl/workbook.xml"
RELATIONS_PART = "xl/_rels/workbook.xml.rels"
LONGEST_TEXT = 200  # of a formula, to be shown


@dataclass
class SheetScan:
    """Formulas and error values ("#REF!") of one sheet, by cell name."""

    formulas: dict[str, str] = field(default_factory=dict)
    errors: dict[str, str] = field(default_factory=dict)


def scan_workbook(archive: zipfile.ZipFile) -> Mapping[str, SheetScan]:
    """Sheet name -> what was seen there. Raises FaultError for a sheet too large, or XML that is broken.

    A document type is refused wherever it stands: no spreadsheet program writes one, and entities are made
    there.
    """
    parts = _sheet_parts(archive)
    if len(parts) > MOST_SHEETS:
        raise FaultError("too_large", what="sheets", found=len(parts), limit=MOST_SHEETS)
    names = {name.lower(): name for name in archive.namelist()}
    found = {sheet: names.get(part.lower()) for sheet, part in parts.items()}
    scans = {}
    for sheet, part in found.items():
        if part is not None:
            with archive.open(part) as stream:
                scans[sheet] = scan_sheet(stream, sheet)
    return scans


def scan_sheet(stream: IO[bytes], sheet: str) -> SheetScan:
    """One sheet's XML, read in a stream. Raises FaultError as `scan_workbook` does."""
    scanner = _Scanner(sheet)
    parser = expat.ParserCreate()
    parser.StartElementHandler = scanner.start
    parser.EndElementHandler = scanner.end
    parser.CharacterDataHandler = scanner.text
    parser.StartDoctypeDeclHandler = refuse_doctype
    try:
        parser.ParseFile(stream)
    except (expat.ExpatError, ValueError) as error:  # ValueError: the number of a row is none
        raise FaultError("damaged_file", sheet=sheet) from error
    return scanner.scan


class _Scanner:
    """Follows the rows and cells as they come; a cell counts only when it holds a value or a formula."""

    def __init__(self, sheet: str) -> None:
        self.scan = SheetScan()
        self._sheet = sheet
        self._row, self._column = 0, -1
        self._type = ""
        self._within = ""
        self._text: list[str] = []

    def start(self, name: str, attributes: dict[str, str]) -> None:
        local = name.rpartition(":")[2]
        if local == "row":
            self._row = int(attributes.get("r", self._row + 1))
            self._column = -1
        elif local == "c":
            position = cell_position(attributes.get("r", "")) or (self._row, self._column + 1)
            self._row, self._column = position
            self._type = attributes.get("t", "")
        elif local in ("f", "v", "is"):
            self._check_reach()
            self._within, self._text = local, []

    def text(self, text: str) -> None:
        if self._within == "f" or (self._within == "v" and self._type == "e"):
            self._text.append(text)

    def end(self, name: str) -> None:
        local = name.rpartition(":")[2]
        if local != self._within:
            return
        cell = cell_name(self._row, self._column)
        text = "".join(self._text)[:LONGEST_TEXT]
        if local == "f":
            self.scan.formulas[cell] = text
        elif local == "v" and self._type == "e":
            self.scan.errors[cell] = text
        self._within = ""

    def _check_reach(self) -> None:
        check_reach(self._sheet, self._row, self._column)


def check_reach(sheet: str, row: int, column: int) -> None:
    """Raise FaultError where a cell lies outside what a report may fill."""
    facts = {"sheet": sheet, "cell": cell_name(row, column)}
    if row > MOST_ROWS:
        raise FaultError("too_large", what="rows", found=row, limit=MOST_ROWS, **facts)
    if column >= MOST_COLUMNS:
        raise FaultError("too_large", what="columns", found=column + 1, limit=MOST_COLUMNS, **facts)


def _sheet_parts(archive: zipfile.ZipFile) -> dict[str, str]:
    """Sheet name -> name of its part."""
    relations = {item.get("Id"): item.get("Target", "") for item in _parsed(archive, RELATIONS_PART)}
    sheets = [item for item in _parsed(archive, WORKBOOK_PART).iter() if item.tag.endswith("}sheet")]
    return {sheet.get("name", ""): _part_name(relations.get(_relation(sheet)) or "") for sheet in sheets}


def _relation(sheet: Xml.Element) -> str:
    return next((value for key, value in sheet.attrib.items() if key.endswith("}id")), "")


def _part_name(target: str) -> str:
    return target.lstrip("/") if target.startswith("/") else posixpath.normpath(f"xl/{target}")


def _parsed(archive: zipfile.ZipFile, part: str) -> Xml.Element:
    try:
        content = archive.read(part)
        if b"<!DOCTYPE" in content:
            raise FaultError("damaged_file", part=part)
        return Xml.fromstring(content)
    except (KeyError, Xml.ParseError, ValueError) as error:
        raise FaultError("damaged_file", part=part) from error


def refuse_doctype(*_: object) -> None:
    """What an XML parser calls on a document type. Raises FaultError."""
    raise FaultError("damaged_file")
