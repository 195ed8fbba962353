"""The database file: whole transactions or none, one owner, readers never held up, nothing lost by a kill."""

import subprocess
import sys
import threading
import time
from pathlib import Path

import duckdb
import pyarrow as pa
import pytest

from dashboard.paths import PROJECT_DIR
from dashboard.store.database import DATABASE_NAME, Store, StoreBusyError, open_store
from dashboard.store.questions import tell

ROWS_PER_BATCH = 166
COUNTS = ("total_count", "verified_count", "unverified_count", "locked_one_way_count", "locked_two_way_count")
WRITE_BATCHES = """
import itertools, pathlib, sys
from dashboard.store.database import open_store
from tests.store.test_database import batch, write
store = open_store(pathlib.Path(sys.argv[1]))
for number in itertools.count():
    write(store, batch(number))
    print(number, flush=True)
"""


def batch(number: int) -> pa.Table:
    """Figures of one submission, all its rows with the same total."""
    counts = dict.fromkeys(COUNTS, [number] * ROWS_PER_BATCH)
    codes = [f"{code:05d}" for code in range(ROWS_PER_BATCH)]
    return pa.table({"submission_id": [f"{number:08d}"] * ROWS_PER_BATCH, "commune_code": codes} | counts)


def write(store: Store, *batches: pa.Table) -> None:
    """All the batches in one transaction."""
    with store.writer() as cursor:
        for rows in batches:
            tell(cursor, "append/submission_figure", rows=rows)


def figures_count(cursor: duckdb.DuckDBPyConnection) -> int:
    row = cursor.execute("select count(*) from submission_figure").fetchone()
    assert row is not None
    return int(row[0])


def test_what_was_written_is_there_after_closing_and_opening_again(home: Path):
    store = open_store(home)
    write(store, batch(1))
    store.close()
    again = open_store(home)
    assert figures_count(again.reader()) == ROWS_PER_BATCH
    again.close()


def test_an_exception_inside_a_transaction_leaves_nothing_of_it(store: Store):
    def write_and_fail() -> None:
        with store.writer() as cursor:
            tell(cursor, "append/submission_figure", rows=batch(1))
            raise ZeroDivisionError

    with pytest.raises(ZeroDivisionError):
        write_and_fail()
    assert figures_count(store.reader()) == 0


def test_a_statement_that_fails_takes_the_whole_transaction_with_it(store: Store):
    with pytest.raises(duckdb.ConstraintException):
        write(store, batch(1), batch(2).drop_columns(["total_count"]))
    assert figures_count(store.reader()) == 0
    write(store, batch(3))
    assert figures_count(store.reader()) == ROWS_PER_BATCH


def test_a_reader_sees_the_old_state_until_the_writer_is_done(store: Store):
    with store.writer() as cursor:
        tell(cursor, "append/submission_figure", rows=batch(1))
        assert figures_count(cursor) == ROWS_PER_BATCH
        assert figures_count(store.reader()) == 0
    assert figures_count(store.reader()) == ROWS_PER_BATCH


def test_readers_in_other_threads_never_see_part_of_a_batch(store: Store):
    seen: list[int] = []
    done = threading.Event()

    def read() -> None:
        cursor = store.reader()
        while not done.is_set():
            seen.append(figures_count(cursor))

    readers = [threading.Thread(target=read) for _ in range(3)]
    for reader in readers:
        reader.start()
    for number in range(20):
        write(store, batch(number))
    done.set()
    for reader in readers:
        reader.join()
    assert {count % ROWS_PER_BATCH for count in seen} == {0}
    assert len(set(seen)) > 1


def test_writers_take_turns(store: Store):
    inside: list[str] = []

    def take_turn(name: str) -> None:
        with store.writer():
            inside.append(name)
            time.sleep(0.02)
            inside.append(name)

    writers = [threading.Thread(target=take_turn, args=(str(n),)) for n in range(5)]
    for writer in writers:
        writer.start()
    for writer in writers:
        writer.join()
    assert len(inside) == 10
    assert inside[0::2] == inside[1::2]


def test_times_are_told_in_the_provinces_zone_by_every_cursor(store: Store):
    zone = store.reader().execute("select current_setting('TimeZone')").fetchone()
    assert zone == ("Asia/Ho_Chi_Minh",)


def test_a_second_process_is_told_that_the_file_is_in_use(store: Store):
    program = (
        "import pathlib, sys\n"
        "from dashboard.store.database import StoreBusyError, open_store\n"
        "try:\n    open_store(pathlib.Path(sys.argv[1]))\n"
        "except StoreBusyError as error:\n    print('busy', error)\n"
    )
    outcome = subprocess.run(
        [sys.executable, "-c", program, str(store.home)], capture_output=True, text=True, check=True
    )
    assert outcome.stdout.strip() == f"busy {store.home / DATABASE_NAME}"


def test_a_file_that_is_no_database_is_not_called_busy(home: Path):
    home.mkdir(parents=True)
    (home / DATABASE_NAME).write_bytes(b"not a database" * 1000)
    with pytest.raises(duckdb.IOException) as raised:
        open_store(home)
    assert not isinstance(raised.value, StoreBusyError)


@pytest.mark.parametrize("patience_seconds", [0.03, 0.11, 0.23])
def test_a_kill_during_commits_keeps_whole_batches_and_all_that_were_acknowledged(
    home: Path, patience_seconds: float
):
    writer = subprocess.Popen(
        [sys.executable, "-c", WRITE_BATCHES, str(home)], cwd=PROJECT_DIR, stdout=subprocess.PIPE, text=True
    )
    assert writer.stdout is not None
    first = [writer.stdout.readline() for _ in range(2)]  # on a busy machine that may take longer
    time.sleep(patience_seconds)
    writer.kill()
    acknowledged = [int(line) for line in [*first, *writer.stdout.read().split()]]
    writer.wait()
    again = open_store(home)
    whole = again.reader().execute(
        "select submission_id::int, count(*), min(total_count), max(total_count)"
        " from submission_figure group by 1 order by 1"
    )
    stored = whole.fetchall()
    again.close()
    assert len(acknowledged) > 1
    assert stored[: len(acknowledged)] == [(n, ROWS_PER_BATCH, n, n) for n in acknowledged]
    # A batch may have been committed just before its acknowledgement could be printed.
    assert len(stored) - len(acknowledged) in (0, 1)
