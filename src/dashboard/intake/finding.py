"""What is noteworthy about a file: a record, never an exception."""

from dataclasses import asdict, dataclass
from enum import StrEnum


class Severity(StrEnum):
    """How much a finding weighs: an error refuses the file, the others do not."""

    ERROR = "error"
    WARNING = "warning"
    INFO = "info"


@dataclass(frozen=True)
class Finding:
    """One finding; the page, the correction workbook, the command line and the log show the same list.

    `row` counts from 1 as the spreadsheet program shows it; `column` is its letter ("D") for a workbook and
    the number from 1 as text for a CSV; `value` is what stood there, as text. `message` and `suggestion` are
    Vietnamese sentences.
    """

    rule: str
    severity: Severity
    message: str
    sheet: str | None = None
    row: int | None = None
    column: str | None = None
    value: str | None = None
    suggestion: str | None = None

    def as_json(self) -> dict[str, str | int | None]:
        """The finding in the order of the command line's contract."""
        fields = asdict(self)
        order = ("rule", "severity", "sheet", "row", "column", "value", "message", "suggestion")
        return {name: str(fields[name]) if name == "severity" else fields[name] for name in order}
