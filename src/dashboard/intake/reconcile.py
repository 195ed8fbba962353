"""What the journal promised and the database lacks, done again."""

from collections import deque
from collections.abc import Callable, Iterator
from dataclasses import dataclass

from dashboard.intake import archive
from dashboard.intake.examine import examine_reading
from dashboard.intake.journal import Act, Entry, entry_of, is_of_a_file
from dashboard.intake.read_ahead import read_ahead
from dashboard.intake.reading.sheet import Reading
from dashboard.intake.request import IntakeRequest
from dashboard.intake.submission import store_submission
from dashboard.store.database import Store
from dashboard.store.decisions import ACT, Decision, from_line, store_decisions
from dashboard.store.journal import JOURNAL_NAME, JournalError, journal_lock, mend, read_lines
from dashboard.store.questions import ask

Progress = Callable[[int, int], None]  # done, of how many
Failure = tuple[Entry, str]

FETCH_FAILURES: dict[type[Exception], str] = {
    archive.MissingFileError: "kho lưu không còn bản gốc",
    archive.ChangedFileError: "bản gốc trong kho lưu đã bị thay đổi",
}


@dataclass(frozen=True)
class Reconciliation:
    """Ids taken in again; entries that could not be, with a Vietnamese reason; ids no journal tells of;
    how many decisions were kept again, and ordinals of those no journal tells of."""

    taken_in_again: tuple[str, ...]
    failed: tuple[Failure, ...]
    unknown_ids: tuple[str, ...]
    decided_again_count: int = 0
    unknown_decisions: tuple[int, ...] = ()

    @property
    def is_whole(self) -> bool:
        """Whether journal and database now agree."""
        return not self.failed and not self.unknown_ids and not self.unknown_decisions


def reconcile(store: Store, progress: Progress | None = None) -> Reconciliation:
    """Do again, in the journal's order, every act that the database lacks: files accepted and decisions.

    To be called at each start; without anything to mend it reads the journal and asks two questions. The
    journal's decision stands, also where a rule would judge otherwise today, and a file is matched with the
    decisions made before it came in. Raises JournalError.
    """
    with journal_lock:
        mend(store.home)
        archive.clear_unfinished(store.home)
        acts, decisions = _promised(store)
        stored, stored_decisions = _stored(store)
        lacking = [entry for entry in acts if entry.submission_id not in stored]
        undecided = [decision for decision in decisions if decision.ordinal not in stored_decisions]
        again = _Again(lacking, undecided, progress or _tell_nobody)
        results = list(_done_again(again, store))
    return Reconciliation(
        taken_in_again=tuple(entry.submission_id for entry, reason in results if reason is None),
        failed=tuple((entry, reason) for entry, reason in results if reason is not None),
        unknown_ids=tuple(sorted(stored - {entry.submission_id for entry in acts})),
        decided_again_count=len(undecided),
        unknown_decisions=tuple(sorted(stored_decisions - {decision.ordinal for decision in decisions})),
    )


@dataclass(frozen=True)
class _Again:
    """What the database lacks, each in the journal's order."""

    entries: list[Entry]
    decisions: list[Decision]
    progress: Progress


def _promised(store: Store) -> tuple[list[Entry], list[Decision]]:
    """The files accepted and the decisions that the journal tells of."""
    lines = read_lines(store.home)
    entries = [entry_of(line, store.home) for line in lines if is_of_a_file(line)]
    try:
        decisions = [from_line(line) for line in lines if line["act"] == ACT]
    except (ValueError, TypeError, KeyError) as error:
        raise JournalError(f"{store.home / JOURNAL_NAME}: {error}") from error
    return [entry for entry in entries if entry.act is Act.TAKEN_IN], decisions


def _stored(store: Store) -> tuple[set[str], set[int]]:
    with store.reader() as cursor:
        ids = ask(cursor, "intake/submission_ids")["submission_id"].to_pylist()
        return set(ids), set(ask(cursor, "decisions/ordinals")["ordinal"].to_pylist())


def _done_again(again: _Again, store: Store) -> Iterator[tuple[Entry, str | None]]:
    """Each entry with why it failed, None when it did not; those that the archive cannot give come first."""
    missing = {entry.ordinal: reason for entry in again.entries if (reason := _fetch_failure(entry, store))}
    yield from ((entry, missing[entry.ordinal]) for entry in again.entries if entry.ordinal in missing)
    there = [entry for entry in again.entries if entry.ordinal not in missing]
    jobs = ((entry, request_of_entry(entry, archive.fetch(store.home, entry.sha256))) for entry in there)
    undecided = deque(again.decisions)
    for done, (entry, request, reading) in enumerate(read_ahead(jobs), start=len(missing) + 1):
        _decide_again(undecided, entry.ordinal, store)
        yield entry, _stored_again(entry, request, reading, store)
        again.progress(done, len(again.entries))
    _decide_again(undecided, None, store)


def _decide_again(undecided: deque[Decision], before: int | None, store: Store) -> None:
    """Keep the decisions made before an act, or all that are left."""
    due = []
    while undecided and (before is None or undecided[0].ordinal < before):
        due.append(undecided.popleft())
    if due:
        with store.writer() as cursor:
            store_decisions(cursor, tuple(due))


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


def request_of_entry(entry: Entry, content: bytes) -> IntakeRequest:
    """The request that an act answered, with the bytes that it was about."""
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
