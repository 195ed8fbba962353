"""What the journal promised and the database lacks, done again."""

from collections.abc import Callable, Iterator
from dataclasses import dataclass

from dashboard.intake import archive
from dashboard.intake.examine import examine_reading
from dashboard.intake.journal import Act, Entry, journal_lock, mend, read_entries
from dashboard.intake.read_ahead import read_ahead
from dashboard.intake.reading.sheet import Reading
from dashboard.intake.request import IntakeRequest
from dashboard.intake.submission import store_submission
from dashboard.store.database import Store
from dashboard.store.questions import ask

Progress = Callable[[int, int], None]  # done, of how many
Failure = tuple[Entry, str]

FETCH_FAILURES: dict[type[Exception], str] = {
    archive.MissingFileError: "kho lưu không còn bản gốc",
    archive.ChangedFileError: "bản gốc trong kho lưu đã bị thay đổi",
}


@dataclass(frozen=True)
class Reconciliation:
    """Ids taken in again; entries that could not be, with a Vietnamese reason; ids no journal tells of."""

    taken_in_again: tuple[str, ...]
    failed: tuple[Failure, ...]
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
        archive.clear_unfinished(store.home)
        acts = [entry for entry in read_entries(store.home) if entry.act is Act.TAKEN_IN]
        stored = _stored_ids(store)
        lacking = [entry for entry in acts if entry.submission_id not in stored]
        results = list(_take_in_again(lacking, store, progress or _tell_nobody))
    return Reconciliation(
        taken_in_again=tuple(entry.submission_id for entry, reason in results if reason is None),
        failed=tuple((entry, reason) for entry, reason in results if reason is not None),
        unknown_ids=tuple(sorted(stored - {entry.submission_id for entry in acts})),
    )


def _stored_ids(store: Store) -> set[str]:
    with store.reader() as cursor:
        return set(ask(cursor, "intake/submission_ids")["submission_id"].to_pylist())


def _take_in_again(
    lacking: list[Entry], store: Store, progress: Progress
) -> Iterator[tuple[Entry, str | None]]:
    """Each entry with why it failed, None when it did not; those that the archive cannot give come first."""
    missing = {entry.submission_id: reason for entry in lacking if (reason := _fetch_failure(entry, store))}
    yield from ((entry, missing[entry.submission_id]) for entry in lacking if entry.submission_id in missing)
    there = [entry for entry in lacking if entry.submission_id not in missing]
    jobs = ((entry, _request(entry, archive.fetch(store.home, entry.sha256))) for entry in there)
    for done, (entry, request, reading) in enumerate(read_ahead(jobs), start=len(missing) + 1):
        yield entry, _stored_again(entry, request, reading, store)
        progress(done, len(lacking))


def _fetch_failure(entry: Entry, store: Store) -> str | None:
    try:
        archive.fetch(store.home, entry.sha256)
    except tuple(FETCH_FAILURES) as error:
        return FETCH_FAILURES[type(error)]
    return None


def _stored_again(entry: Entry, request: IntakeRequest, reading: Reading, store: Store) -> str | None:
    """Why it failed, None when it did not. Bytes already there for carrier and round are not doubled."""
    examination = examine_reading(request, reading, store)
    if examination.case.past.same_report(entry.carrier_code, entry.round_on):
        return None
    if not examination.case.figures:
        rules = ", ".join(dict.fromkeys(finding.rule for finding in examination.receipt.findings))
        return f"không còn đọc được số liệu ({rules})"
    with store.writer() as cursor:
        store_submission(cursor, entry, examination)
    return None


def _tell_nobody(done: int, total: int) -> None:
    """Nobody watches."""


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
