"""What is noteworthy about a file: a record, never an exception."""

from dataclasses import asdict, dataclass, replace
from enum import StrEnum
from typing import Protocol


class Severity(StrEnum):
    """How much a finding weighs: an error refuses the file, the others do not."""

    ERROR = "error"
    WARNING = "warning"
    INFO = "info"


class Place(Protocol):
    """A cell, or whatever else says where it stands and what it holds."""

    @property
    def sheet(self) -> str | None:
        """Name of the sheet, None for a CSV."""

    @property
    def row(self) -> int:
        """Number from 1."""

    @property
    def column(self) -> str:
        """Letter."""

    @property
    def text(self) -> str:
        """What stands there, "" for nothing."""


@dataclass(frozen=True)
class Finding:
    """One finding; the page, the correction workbook, the command line and the log show the same list.

    `row` counts from 1 and `column` is a letter ("D"), both as the spreadsheet program shows them, also for a
    CSV, which the sender opens there too; `value` is what stood there, as text. `message` and `suggestion`
    are Vietnamese sentences.
    """

    rule: str
    severity: Severity
    message: str
    sheet: str | None = None
    row: int | None = None
    column: str | None = None
    value: str | None = None
    suggestion: str | None = None

    def at(self, cell: Place) -> "Finding":
        """The same finding, of this cell."""
        return replace(self, sheet=cell.sheet, row=cell.row, column=cell.column, value=cell.text)

    def as_json(self) -> dict[str, str | int | None]:
        """The finding in the order of the command line's contract."""
        fields = asdict(self)
        order = ("rule", "severity", "sheet", "row", "column", "value", "message", "suggestion")
        return {name: str(fields[name]) if name == "severity" else fields[name] for name in order}
