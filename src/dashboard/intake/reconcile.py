"""What the journal promised and the database lacks, done again."""

from collections.abc import Callable
from dataclasses import dataclass

from dashboard.intake import archive
from dashboard.intake.examine import examine_reading, reading_of
from dashboard.intake.journal import Act, Entry, journal_lock, mend, read_entries
from dashboard.intake.past import look_back
from dashboard.intake.request import IntakeRequest
from dashboard.intake.submission import store_submission
from dashboard.store.database import Store
from dashboard.store.questions import ask

Progress = Callable[[int, int], None]  # done, of how many


@dataclass(frozen=True)
class Reconciliation:
    """Ids taken in again; entries that could not be, with a Vietnamese reason; ids no journal tells of."""

    taken_in_again: tuple[str, ...]
    failed: tuple[tuple[Entry, str], ...]
    unknown_ids: tuple[str, ...]

    @property
    def is_whole(self) -> bool:
        """Whether journal and database now agree."""
        return not self.failed and not self.unknown_ids


def reconcile(store: Store, progress: Progress | None = None) -> Reconciliation:
    """Take in again every accepted file of the journal that the database lacks, in the journal's order.

    To be called at each start; without anything to mend it reads the journal and asks one question. The
    journal's decision stands, also where a rule would judge otherwise today. Raises JournalError.
    """
    with journal_lock:
        mend(store.home)
        accepted = {
            entry.submission_id: entry for entry in read_entries(store.home) if entry.act is Act.TAKEN_IN
        }
        stored = set(_stored_ids(store))
        lacking = [entry for submission_id, entry in accepted.items() if submission_id not in stored]
        taken_in_again, failed = [], []
        for done, entry in enumerate(lacking, start=1):
            reason = _take_in_again(entry, store)
            if reason is None:
                taken_in_again.append(entry.submission_id)
            else:
                failed.append((entry, reason))
            if progress:
                progress(done, len(lacking))
        unknown_ids = sorted(stored - accepted.keys())
    return Reconciliation(tuple(taken_in_again), tuple(failed), tuple(unknown_ids))


def _stored_ids(store: Store) -> list[str]:
    cursor = store.reader()
    try:
        return list(ask(cursor, "intake/submission_ids")["submission_id"].to_pylist())
    finally:
        cursor.close()


def _take_in_again(entry: Entry, store: Store) -> str | None:
    """Why it failed, None when it did not. Bytes already there for carrier and round are not doubled."""
    try:
        content = archive.fetch(store.home, entry.sha256)
    except archive.MissingFileError:
        return "kho lưu không còn bản gốc"
    except archive.ChangedFileError:
        return "bản gốc trong kho lưu đã bị thay đổi"
    request = _request(entry, content)
    reading = reading_of(request)
    with store.writer() as cursor:
        past = look_back(cursor, entry.sha256, entry.carrier_code, entry.round_on)
        if past.same_report(entry.carrier_code, entry.round_on):
            return None
        examination = examine_reading(request, reading, cursor)
        if not examination.case.figures:
            rules = ", ".join(dict.fromkeys(finding.rule for finding in examination.receipt.findings))
            return f"không còn đọc được số liệu ({rules})"
        store_submission(cursor, entry, examination)
    return None


def _request(entry: Entry, content: bytes) -> IntakeRequest:
    return IntakeRequest(
        file_name=entry.file_name,
        content=content,
        received_at=entry.received_at,
        taken_in_by=entry.taken_in_by,
        way=entry.way,
        carrier_code=entry.given_carrier_code,
        round_on=entry.given_round_on,
        is_simulated=entry.is_simulated,
    )
