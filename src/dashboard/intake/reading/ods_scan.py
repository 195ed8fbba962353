"""A look at the sheets of an ODS before the reader lays them out: how far they reach, and formulas."""

import zipfile
from collections.abc import Mapping
from xml.parsers import expat

from dashboard.intake.reading.limits import MOST_SHEETS
from dashboard.intake.reading.sheet import FaultError, cell_name
from dashboard.intake.reading.xlsx_scan import LONGEST_TEXT, SheetScan, check_reach, refuse_doctype

CONTENT_PART = "content.xml"


def scan_ods(archive: zipfile.ZipFile) -> Mapping[str, SheetScan]:
    """Sheet name -> what was seen there. Raises FaultError for a sheet too large, or XML that is broken.

    Empty rows and cells come with a count of repetitions, a million of them at the end of most sheets; only
    cells with a value or formula count.
    """
    scanner = _Scanner()
    parser = expat.ParserCreate()
    parser.StartElementHandler = scanner.start
    parser.StartDoctypeDeclHandler = refuse_doctype
    try:
        with archive.open(CONTENT_PART) as stream:
            parser.ParseFile(stream)
    except (KeyError, ValueError, expat.ExpatError) as error:
        raise FaultError("damaged_file", part=CONTENT_PART) from error
    return scanner.scans


class _Scanner:
    """Follows tables, rows and cells as they come."""

    def __init__(self) -> None:
        self.scans: dict[str, SheetScan] = {}
        self._sheet = ""
        self._next_row, self._next_column = 1, 0
        self._repeated_rows = 1

    def start(self, name: str, attributes: dict[str, str]) -> None:
        local = name.rpartition(":")[2]
        values = {key.rpartition(":")[2]: value for key, value in attributes.items()}
        if local == "table":
            self._start_sheet(values.get("name", ""))
        elif local == "table-row":
            self._repeated_rows = int(values.get("number-rows-repeated", 1))
            self._next_row += self._repeated_rows
            self._next_column = 0
        elif local in ("table-cell", "covered-table-cell"):
            self._cell(values)

    def _start_sheet(self, name: str) -> None:
        self._sheet = name
        self._next_row = 1
        self.scans[name] = SheetScan()
        if len(self.scans) > MOST_SHEETS:
            raise FaultError("too_large", what="sheets", found=len(self.scans), limit=MOST_SHEETS)

    def _cell(self, values: dict[str, str]) -> None:
        first = self._next_column
        self._next_column += int(values.get("number-columns-repeated", 1))
        if "value-type" not in values and "formula" not in values:
            return
        check_reach(self._sheet, self._next_row - 1, self._next_column - 1)
        if "formula" in values:
            cell = cell_name(self._next_row - self._repeated_rows, first)
            self.scans[self._sheet].formulas[cell] = _formula(values["formula"])


def _formula(text: str) -> str:
    """The formula without the name of its language: "SUM([.C9:.C174])" of "of:=SUM([.C9:.C174])"."""
    return text.partition("=")[2][:LONGEST_TEXT]
