"""Taking a file in: archive, then journal, then database, or a refusal that the database never hears of."""

from dataclasses import replace
from datetime import UTC, datetime

import duckdb

from dashboard.intake import archive
from dashboard.intake.examine import Examination, examine, examine_reading
from dashboard.intake.journal import Act, Entry, append_entry
from dashboard.intake.receipt import Receipt, Status, Version, program_version
from dashboard.intake.request import IntakeRequest
from dashboard.intake.submission import store_submission
from dashboard.store.database import Store
from dashboard.store.journal import journal_lock, next_ordinal
from dashboard.store.metering import LOAD_SECONDS
from dashboard.store.questions import ask


def take_in(request: IntakeRequest, store: Store) -> Receipt:
    """Examine a file and store it when there is no error.

    A refused file goes to archive and journal only. Bytes already taken in for the same carrier and round
    change nothing at all. A file that is killed between journal and database is stored at the next start
    (reconcile). Raises ValueError for an unknown carrier, OSError where the disk refuses; then nothing is
    stored.
    """
    return store_examined(examine(request, store), store)


def store_examined(examination: Examination, store: Store) -> Receipt:
    """Store what `examine` found, for instance after an officer has looked at it and confirmed.

    What happened meanwhile counts: if the database changed under the file, it is held against it once more.
    """
    with journal_lock, LOAD_SECONDS.time():
        current = _brought_up_to_date(examination, store)
        if current.receipt.status.is_accepted:
            with store.writer() as cursor:
                entry = _recorded(current, store, cursor)
                store_submission(cursor, entry, current)
        elif current.receipt.status is Status.REJECTED:
            with store.reader() as cursor:
                entry = _recorded(current, store, cursor)
        else:
            return current.receipt
        return signed(current.receipt, entry, store)


def signed(receipt: Receipt, entry: Entry, store: Store) -> Receipt:
    """A receipt with the number of its act, the program's version and that of the data after the act."""
    with store.reader() as cursor:
        after = {"until_id": entry.submission_id, "until_at": entry.recorded_at}
        data = str(ask(cursor, "measures/data_version", **after)["data_version"][0])
    version = Version(program_version(), data)
    return replace(receipt, submission_id=entry.submission_id, version=version)


def _brought_up_to_date(examination: Examination, store: Store) -> Examination:
    if examination.commits_seen == store.commits.count:
        return examination
    return examine_reading(examination.case.request, examination.case.reading, store)


def _recorded(examination: Examination, store: Store, cursor: duckdb.DuckDBPyConnection) -> Entry:
    """The file in the archive and the act in the journal, both on the disk."""
    entry = _entry(examination, next_ordinal(store.home, cursor))
    archive.keep(store.home, examination.case.request.content)
    append_entry(store.home, entry)
    return entry


def _entry(examination: Examination, ordinal: int) -> Entry:
    request, receipt = examination.case.request, examination.receipt
    return Entry(
        ordinal=ordinal,
        act=Act.TAKEN_IN if receipt.status.is_accepted else Act.REFUSED,
        sha256=receipt.sha256,
        file_name=receipt.file_name,
        given_carrier_code=request.carrier_code,
        given_round_on=request.round_on,
        carrier_code=receipt.carrier_code,
        round_on=receipt.round_on,
        status=receipt.status,
        received_at=request.received_at,
        recorded_at=datetime.now(UTC),
        taken_in_by=request.taken_in_by,
        way=request.way,
        is_simulated=request.is_simulated,
    )
