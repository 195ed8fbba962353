"""What the sender and the officer get back for a file."""

import tomllib
from collections.abc import Mapping
from dataclasses import asdict, dataclass, field
from datetime import date, datetime
from enum import StrEnum
from functools import cache
from typing import Any

from dashboard.intake.finding import Finding, Severity
from dashboard.intake.past import LastFile
from dashboard.paths import PROJECT_DIR
from dashboard.settings import LOCAL_ZONE


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
class Arrival:
    """When the Department came to know a file (aware), who brought it, and which way: page, command, demo."""

    received_at: datetime
    taken_in_by: str
    way: str
    is_simulated: bool


@dataclass(frozen=True)
class Version:
    """By which program a file was judged, and the name of the data's state after it (measures/version.py)."""

    program: str
    data: str


@dataclass(frozen=True)
class Comparison:
    """The carrier's last file, beside which the receipt of the one received at a moment shows it."""

    last: LastFile
    received_at: datetime

    @property
    def days_since(self) -> int:
        """Days by the Department's calendar from the last file to this one."""
        now, then = (
            moment.astimezone(LOCAL_ZONE).date() for moment in (self.received_at, self.last.received_at)
        )
        return (now - then).days


@dataclass(frozen=True)
class Receipt:
    """The result for one file; the same on the page, the command line and wherever else it came in.

    `totals` are the sums of the five counts over all communes read, each None where nothing could be read;
    `layout` says by which list of communes the file is made; `matches` how many rows were matched in which
    way; `skipped` how many rows hold no figures, by reason; `annexes` how many rows of SIM results, service
    points and items of the plan were taken from further sheets. `submission_id` is the number of its act in
    the journal, None as long as there is none; so is `version`. `compared` is None where the carrier has no
    earlier file, or the file no figures.
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
    arrival: Arrival | None = None
    compared: Comparison | None = None
    submission_id: str | None = None
    version: Version | None = None
    annexes: Mapping[str, int] = field(default_factory=dict)

    @property
    def warnings_count(self) -> int:
        """How many findings are warnings."""
        return sum(finding.severity is Severity.WARNING for finding in self.findings)

    @property
    def errors_count(self) -> int:
        """How many findings refuse the file."""
        return sum(finding.severity is Severity.ERROR for finding in self.findings)

    @property
    def rows_refused_count(self) -> int:
        """How many rows an error names; any of them refuses the whole file. Of a rule with more findings than
        are listed (bounded.py) those that are."""
        errors = (finding for finding in self.findings if finding.severity is Severity.ERROR)
        return len({(finding.sheet, finding.row) for finding in errors if finding.row is not None})

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
            "rows_refused": self.rows_refused_count,
            "submission": self.submission_id,
            **_arrival_as_json(self.arrival),
            "version": asdict(self.version) if self.version else None,
            "compared": self._compared_as_json(self.compared) if self.compared else None,
            "annexes": dict(self.annexes),
        }

    def difference(self, column: str) -> int | None:
        """How much more of a count than in the carrier's last file; None where one of them says nothing."""
        now = self.totals.get(column)
        return None if now is None or self.compared is None else now - self.compared.last.totals[column]

    def _compared_as_json(self, compared: Comparison) -> dict[str, Any]:
        last = compared.last
        return {
            "file": last.file_name,
            "submission": last.submission_id,
            "round": last.round_on.isoformat(),
            "received_at": last.received_at.astimezone(LOCAL_ZONE).isoformat(),
            "days_since": compared.days_since,
            "communes": {"then": last.communes_count, "now": self.communes_count},
            "totals": {
                column: {"then": then, "now": self.totals.get(column), "difference": self.difference(column)}
                for column, then in last.totals.items()
            },
        }


@cache
def program_version() -> str:
    """The version of this program, by pyproject.toml: `streamlit run app.py` needs no installed package."""
    project = tomllib.loads((PROJECT_DIR / "pyproject.toml").read_text(encoding="utf-8"))
    return str(project["project"]["version"])


def _arrival_as_json(arrival: Arrival | None) -> dict[str, Any]:
    if arrival is None:
        return dict.fromkeys(Arrival.__dataclass_fields__)
    return asdict(arrival) | {"received_at": arrival.received_at.astimezone(LOCAL_ZONE).isoformat()}
