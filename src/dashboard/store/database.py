"""The database file: one process owns it, many cursors read, one writer at a time."""

import shutil
import threading
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any, TypeAlias

import duckdb

from dashboard.store.migrations import NewerSchemaError, migrate, pending
from dashboard.store.questions import tell

DATABASE_NAME = "dashboard.duckdb"

# Drafts in, decisions out (decisions.py, which imports this module).
Keeper: TypeAlias = Callable[[tuple[Any, ...]], tuple[Any, ...]]


class StoreBusyError(Exception):
    """Another process owns the database file."""


@dataclass
class Commits:
    """How many transactions this process has committed; since it owns the file, nobody else can."""

    count: int = 0


@dataclass(frozen=True, eq=False)
class Store:
    """An open database with its folder; what is decided in sight of a copy goes to its `keeper`."""

    home: Path
    connection: duckdb.DuckDBPyConnection
    commits: Commits = field(default_factory=Commits)
    _writing: threading.RLock = field(default_factory=threading.RLock)
    keeper: Keeper | None = None

    def reader(self) -> duckdb.DuckDBPyConnection:
        """A cursor of its own for one run; sees the last committed state. Never share one between threads."""
        return self.connection.cursor()

    @contextmanager
    def writer(self) -> Iterator[duckdb.DuckDBPyConnection]:
        """A cursor in one transaction: stored as a whole or, on any exception, not at all. One at a time."""
        with self._writing:
            cursor = self.connection.cursor()
            cursor.begin()
            try:
                yield cursor
                cursor.commit()
                self.commits.count += 1  # what was computed before is out of date
            except BaseException:
                cursor.rollback()
                raise
            finally:
                cursor.close()

    @contextmanager
    def writing_alone(self) -> Iterator[None]:
        """Nobody else writes meanwhile; readers go on."""
        with self._writing:
            yield

    def close(self) -> None:
        """Write everything down and let go of the file."""
        self.connection.close()


def open_copy(home: Path, path: Path, keeper: Keeper | None = None) -> Store:
    """A copy of `home`'s database (snapshot.py) to read: nothing can be stored in it.

    What is decided in sight of it goes to `keeper`.
    """
    store = Store(home, duckdb.connect(path, read_only=True), keeper=keeper)
    tell(store.connection, "local_time")
    return store


def open_store(home: Path) -> Store:
    """Open (or make) the database in `home` and bring its schema up to date.

    An upgrade is tried on a copy first, and the database as it was kept as before-upgrade-<version>.duckdb.
    Raises StoreBusyError when another process owns the file, migrations.NewerSchemaError when the data is
    newer than the program, duckdb.Error where an upgrade fails: then the database is as it was.
    """
    home.mkdir(parents=True, exist_ok=True)
    try:
        connection = duckdb.connect(home / DATABASE_NAME)
    except duckdb.IOException as error:
        if "lock" in str(error).lower():
            raise StoreBusyError(str(home / DATABASE_NAME)) from error
        if "version number" in str(error):  # written by a newer DuckDB
            raise NewerSchemaError(str(error)) from error
        raise
    store = Store(home, connection)
    try:
        tell(connection, "local_time")
        _try_on_a_copy(store)
        with store.writer() as cursor:
            migrate(cursor)
    except BaseException:
        store.close()
        raise
    return store


def _try_on_a_copy(store: Store) -> None:
    """Before an upgrade: keep the database as it is, and run the upgrade on a copy of that."""
    with store.writer() as cursor:
        present, reached = pending(cursor)
    if present in (0, reached):
        return
    from dashboard.store.snapshot import copy_database  # knows this module

    kept, trial = store.home / f"before-upgrade-{present}.duckdb", store.home / "trial.duckdb"
    for left_over in (kept, trial):
        left_over.unlink(missing_ok=True)
    copy_database(store, kept)
    shutil.copyfile(kept, trial)
    try:
        with duckdb.connect(trial) as connection:
            migrate(connection)
    finally:
        trial.unlink(missing_ok=True)
