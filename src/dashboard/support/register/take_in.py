"""A file of the register: examined without storing anything, then kept, with a receipt as for reports."""

import hashlib
from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import asdict, dataclass, replace
from datetime import UTC, datetime
from typing import Any

from dashboard.intake.examine import examine_reading
from dashboard.intake.finding import Finding, Severity
from dashboard.intake.reading.read import read_file
from dashboard.intake.reading.sheet import Reading
from dashboard.intake.receipt import Status
from dashboard.intake.request import IntakeRequest
from dashboard.reference.round_decisions import By
from dashboard.store.contacts import Contact, keep_contacts, keep_file
from dashboard.store.database import Store
from dashboard.store.decisions import Draft, decide, last_decision
from dashboard.support.register.keeping import Change, Clash, change_entries, entries_kept
from dashboard.support.register.kinds import Kind
from dashboard.support.register.reading import Line, read_register_table

FILE_SUBJECT = "register_file"


@dataclass(frozen=True)
class RegisterReceipt:
    """What came of a file: rows by what they did, and the findings."""

    file_name: str
    sha256: str
    status: Status
    kind: str
    rows_read_count: int = 0
    new_count: int = 0
    changed_count: int = 0
    unchanged_count: int = 0
    left_out_count: int = 0
    findings: tuple[Finding, ...] = ()

    def as_json(self) -> dict[str, Any]:
        """For the command line."""
        found = asdict(self) | {"status": str(self.status)}
        return found | {"findings": [finding.as_json() for finding in self.findings]}


@dataclass(frozen=True)
class ExaminedFile:
    """A file understood against the register as it stands, nothing stored."""

    receipt: RegisterReceipt
    content: bytes
    changes: tuple[Change, ...] = ()
    contacts: Mapping[tuple[str, str], Contact] | None = None


def examine_file(store: Store, file_name: str, content: bytes, expected: Kind | None = None) -> ExaminedFile:
    """Read a file in the limited child and hold it against the register; nothing is stored."""
    sha256 = hashlib.sha256(content).hexdigest()
    with store.reader() as cursor:
        known = last_decision(cursor, FILE_SUBJECT, sha256)
    if known is not None and known.content is not None:
        kind = str(known.content["kind"])
        return ExaminedFile(RegisterReceipt(file_name, sha256, Status.DUPLICATE, kind), content)
    reading = read_file(content)
    if reading.fault is not None:
        findings = _fault_findings(store, file_name, content, reading)
        return ExaminedFile(
            RegisterReceipt(file_name, sha256, Status.REJECTED, "", findings=findings), content
        )
    table = read_register_table(reading.sheets, expected)
    blank = RegisterReceipt(file_name, sha256, _status(table.findings), "", findings=table.findings)
    if table.kind is None or blank.status is Status.REJECTED:
        return ExaminedFile(replace(blank, rows_read_count=table.rows_read_count), content)
    changes, seen = _changes(store, table.kind, table.lines)
    receipt = replace(
        blank,
        kind=table.kind.key,
        rows_read_count=table.rows_read_count,
        new_count=seen["new"],
        changed_count=seen["changed"],
        unchanged_count=seen["unchanged"],
        left_out_count=table.rows_read_count - len(table.lines),
    )
    return ExaminedFile(receipt, content, changes, _contacts(table.kind, table.lines, sha256))


def keep_file_of(store: Store, examined: ExaminedFile, by: By) -> tuple[Clash, ...]:
    """Have what was examined hold; where another changed an entry meanwhile nothing is kept, and it is told.

    Refused files and duplicates change nothing.
    """
    receipt = examined.receipt
    if receipt.status in (Status.REJECTED, Status.DUPLICATE):
        return ()
    clashes = change_entries(store, examined.changes, by)
    if clashes:
        return clashes
    keep_file(store.home, receipt.sha256, examined.content)
    keep_contacts(store.home, examined.contacts or {})
    counts = {name: getattr(receipt, f"{name}_count") for name in ("rows_read", "new", "changed", "left_out")}
    content = {"file_name": receipt.file_name, "kind": receipt.kind, **counts}
    decide(store, Draft(FILE_SUBJECT, receipt.sha256, content, by.name, by.reason))
    return ()


def _fault_findings(store: Store, file_name: str, content: bytes, reading: Reading) -> tuple[Finding, ...]:
    """Why a file could not be read, in the words that a carrier's file gets."""
    request = IntakeRequest(file_name, content, received_at=datetime.now(UTC), taken_in_by="", way="page")
    findings = examine_reading(request, reading, store).receipt.findings
    return tuple(finding for finding in findings if finding.severity is Severity.ERROR)


def _changes(store: Store, kind: Kind, lines: Sequence[Line]) -> tuple[tuple[Change, ...], Counter[str]]:
    """What would change; a column that the file lacks keeps what stood."""
    seen: Counter[str] = Counter()
    changes = []
    with store.reader() as cursor:
        kept = entries_kept(cursor, kind)
        for line in lines:
            entry_id = line.entry.entry_id
            standing = kept.get(entry_id)
            entry = line.upon(standing.entry) if standing else line.entry
            if standing is not None and standing.entry == entry:
                seen["unchanged"] += 1
                continue
            seen["changed" if standing else "new"] += 1
            last = standing.decision if standing else last_decision(cursor, kind.subject, entry_id)
            changes.append(Change(kind, entry_id, entry, last))
    return tuple(changes), seen


def _contacts(kind: Kind, lines: Sequence[Line], sha256: str) -> dict[tuple[str, str], Contact]:
    return {
        (kind.subject, line.entry.entry_id): Contact(**dict(line.contact), files=(sha256,))
        for line in lines
        if line.contact
    }


def _status(findings: Sequence[Finding]) -> Status:
    severities = {finding.severity for finding in findings}
    if Severity.ERROR in severities:
        return Status.REJECTED
    return Status.ACCEPTED_WITH_WARNINGS if Severity.WARNING in severities else Status.ACCEPTED
