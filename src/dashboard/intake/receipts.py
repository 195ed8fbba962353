"""The receipt of any file ever received, made again from journal, archive and database.

What was found in a file that was taken in stands in the database. Of a refused file only the act is kept, so
it is read again in the child and held against today's rules, as things were known before it came.
"""

from dataclasses import dataclass, replace
from typing import Any

import duckdb

from dashboard.intake import archive
from dashboard.intake.acceptance import FiledWarning, warnings_of_submission
from dashboard.intake.examine import Examination, arrival_of, examine_reading, reading_of
from dashboard.intake.finding import Finding, Severity
from dashboard.intake.journal import Act, Entry, read_entries
from dashboard.intake.layout.vocabulary import COUNT_COLUMNS
from dashboard.intake.receipt import Receipt, Status
from dashboard.intake.reconcile import FETCH_FAILURES, request_of_entry
from dashboard.intake.take_in import signed
from dashboard.store.database import Store
from dashboard.store.questions import ask

IN_ACCEPTED = ("rule", "sheet", "row", "column", "message")  # what names an accepted warning in JSON
FEWEST_DIGITS = 12  # of a checksum that names a file: as many as the page shows


@dataclass(frozen=True)
class RemadeReceipt:
    """A receipt made again; its status is the journal's.

    `judged_today` is what today's rules would say of the file, None where it cannot be read from the archive
    any more: `trouble` says why, in Vietnamese, and is "" otherwise. `warnings` are those of a file that was
    taken in, with who accepted them since.
    """

    receipt: Receipt
    entry: Entry
    judged_today: Status | None
    trouble: str = ""
    examination: Examination | None = None
    warnings: tuple[FiledWarning, ...] = ()

    @property
    def is_judged_otherwise(self) -> bool:
        """Whether today's rules would take in what was refused, or the other way round."""
        today = self.judged_today
        return today is not None and today.is_accepted != self.entry.status.is_accepted

    def as_json(self) -> dict[str, Any]:
        """The receipt's contract, then what was found out about it when it was made again."""
        today = self.judged_today.value if self.judged_today else None
        accepted = [warning.as_json() for warning in self.warnings if warning.acceptance]
        return self.receipt.as_json() | {
            "status_today": today,
            "trouble": self.trouble or None,
            "accepted": [{name: said[name] for name in IN_ACCEPTED} | said["accepted"] for said in accepted],
        }


def entries_named(name: str, entries: tuple[Entry, ...]) -> tuple[Entry, ...]:
    """The acts that a text names, oldest first: a submission's number ("12", "00000012"), or a checksum, also
    its first twelve digits. Several where the same bytes came more than once."""
    asked = name.strip().lower()
    if asked.isdecimal() and len(asked) < FEWEST_DIGITS:
        return tuple(entry for entry in entries if entry.ordinal == int(asked))
    if len(asked) < FEWEST_DIGITS:
        return ()
    return tuple(entry for entry in entries if entry.sha256.startswith(asked))


def receipts_of(name: str, store: Store) -> tuple[RemadeReceipt, ...]:
    """The receipts of all acts that a text names, oldest first. Raises JournalError."""
    return tuple(remake_receipt(entry, store) for entry in entries_named(name, read_entries(store.home)))


def remake_receipt(entry: Entry, store: Store) -> RemadeReceipt:
    """The receipt of an act, as it was given then as far as that is kept."""
    with store.reader() as cursor:
        warnings = warnings_of_submission(cursor, entry.submission_id)
    return replace(_remade(entry, store), warnings=warnings)


def _remade(entry: Entry, store: Store) -> RemadeReceipt:
    try:
        content = archive.fetch(store.home, entry.sha256)
    except tuple(FETCH_FAILURES) as error:
        return RemadeReceipt(_without_file(entry, store), entry, None, FETCH_FAILURES[type(error)])
    request = replace(request_of_entry(entry, content), known_before=entry.submission_id)
    examination = examine_reading(request, reading_of(request), store)
    receipt = _as_decided(examination.receipt, entry, store)
    return RemadeReceipt(receipt, entry, examination.receipt.status, examination=examination)


def _without_file(entry: Entry, store: Store) -> Receipt:
    """What journal and database tell of a file whose bytes are lost."""
    bare = Receipt(
        file_name=entry.file_name,
        sha256=entry.sha256,
        status=entry.status,
        carrier_code=entry.carrier_code,
        round_on=entry.round_on,
        layout=None,
        rows_read_count=0,
        communes_count=0,
        totals=dict.fromkeys(COUNT_COLUMNS),
        matches={},
        skipped={},
        findings=(),
        arrival=arrival_of(request_of_entry(entry, b"")),
    )
    return _as_decided(bare, entry, store)


def _as_decided(receipt: Receipt, entry: Entry, store: Store) -> Receipt:
    """A receipt with the journal's decision and what the database kept of that day."""
    decided = replace(receipt, status=entry.status, carrier_code=entry.carrier_code, round_on=entry.round_on)
    kept: dict[str, Any] = {}
    if entry.act is Act.TAKEN_IN:
        with store.reader() as cursor:
            kept = _kept(cursor, entry.submission_id)
    return signed(replace(decided, **kept), entry, store)


def _kept(cursor: duckdb.DuckDBPyConnection, submission_id: str) -> dict[str, Any]:
    """What stands in the database of a submission, by the receipt's names; nothing where it is not there."""
    rows = ask(cursor, "intake/submission_of_id", submission_id=submission_id).to_pylist()
    if not rows:
        return {}
    said = {name: value for name, value in rows[0].items() if name not in COUNT_COLUMNS}
    findings = ask(cursor, "intake/findings_of_submission", submission_id=submission_id).to_pylist()
    matches = ask(cursor, "intake/matches_of_submission", submission_id=submission_id).to_pylist()
    return said | {
        "totals": {column: rows[0][column] for column in COUNT_COLUMNS},
        "findings": tuple(Finding(**{**row, "severity": Severity(row["severity"])}) for row in findings),
        "matches": {row["matched_by"]: row["rows_count"] for row in matches},
    }
