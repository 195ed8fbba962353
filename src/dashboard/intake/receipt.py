"""What the sender and the officer get back for a file."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from enum import StrEnum
from typing import Any

from dashboard.intake.finding import Finding, Severity


class Status(StrEnum):
    """What became of a file."""

    ACCEPTED = "accepted"
    ACCEPTED_WITH_WARNINGS = "accepted_with_warnings"
    REJECTED = "rejected"
    DUPLICATE = "duplicate"

    @property
    def is_accepted(self) -> bool:
        """Whether the file's figures are stored with this status."""
        return self in (Status.ACCEPTED, Status.ACCEPTED_WITH_WARNINGS)


@dataclass(frozen=True)
class Receipt:
    """The result for one file; the same on the page, the command line and wherever else it came in.

    `totals` are the sums of the five counts over all communes read, each None where nothing could be read;
    `layout` says by which list of communes the file is made; `matches` how many rows were matched in which
    way; `skipped` how many rows hold no figures, by reason.
    """

    file_name: str
    sha256: str
    status: Status
    carrier_code: str | None
    round_on: date | None
    layout: str | None
    rows_read_count: int
    communes_count: int
    totals: Mapping[str, int | None]
    matches: Mapping[str, int]
    skipped: Mapping[str, int]
    findings: tuple[Finding, ...]

    @property
    def warnings_count(self) -> int:
        """How many findings are warnings."""
        return sum(finding.severity is Severity.WARNING for finding in self.findings)

    @property
    def errors_count(self) -> int:
        """How many findings refuse the file."""
        return sum(finding.severity is Severity.ERROR for finding in self.findings)

    def as_json(self) -> dict[str, Any]:
        """The command line's contract; programs rely on the names."""
        return {
            "file": self.file_name,
            "sha256": self.sha256,
            "status": self.status.value,
            "carrier": self.carrier_code,
            "round": self.round_on.isoformat() if self.round_on else None,
            "communes": self.communes_count,
            "totals": dict(self.totals),
            "findings": [finding.as_json() for finding in self.findings],
            "layout": self.layout,
            "rows_read": self.rows_read_count,
            "rows_skipped": dict(self.skipped),
            "matches": dict(self.matches),
        }
