"""The database again, from the archive, the journal and the layers alone."""

from dataclasses import dataclass
from datetime import datetime
from pathlib import Path
from typing import Any

import duckdb
import pyarrow as pa
import pyarrow.compute as pc

from dashboard.boundaries.publishing import restore_layers
from dashboard.intake.reconcile import Progress, Reconciliation, reconcile
from dashboard.settings import LOCAL_ZONE
from dashboard.store.database import DATABASE_NAME, Store, open_store
from dashboard.store.questions import ask

WAL_SUFFIX = ".wal"


@dataclass(frozen=True)
class RebuildReport:
    """What a rebuild made.

    `is_identical` compares every figure of every submission and every decision that the database before
    held; it is None where that one could not be read. `set_aside` is where that one lies now, None where
    there was none. `damaged_layers` are the ids of boundary layers whose files have changed.
    """

    submissions_count: int
    figures_count: int
    is_identical: bool | None
    set_aside: Path | None
    reconciliation: Reconciliation
    damaged_layers: tuple[str, ...]

    @property
    def is_whole(self) -> bool:
        """Whether everything that the journal promises is there, and nothing has changed."""
        is_unchanged = self.is_identical is not False
        return self.reconciliation.is_whole and is_unchanged and not self.damaged_layers

    def as_json(self) -> dict[str, Any]:
        """The command line's contract."""
        failed = [
            {"submission_id": entry.submission_id, "file": entry.file_name, "reason": reason}
            for entry, reason in self.reconciliation.failed
        ]
        return {
            "submissions": self.submissions_count,
            "figures": self.figures_count,
            "identical": self.is_identical,
            "set_aside": self.set_aside.name if self.set_aside else None,
            "failed": failed,
            "damaged_layers": list(self.damaged_layers),
        }


def rebuild(home: Path, progress: Progress | None = None) -> RebuildReport:
    """Set the database of `home` aside, make it again, and compare. The old one is never deleted.

    A kill on the way costs nothing: the next start finds what is lacking and takes it in (reconcile). Raises
    StoreBusyError while another process owns the database, JournalError.
    """
    before = _everything_before(home)
    aside = set_aside(home)
    store = open_store(home)
    try:
        reconciliation = reconcile(store, progress)
        damaged_layers = restore_layers(store)
        after = _everything(store)
    finally:
        store.close()
    return RebuildReport(
        submissions_count=len(after.figures["submission_id"].unique()),
        figures_count=after.figures.num_rows,
        is_identical=None if before is None else _is_within(before, after),
        set_aside=aside,
        reconciliation=reconciliation,
        damaged_layers=damaged_layers,
    )


@dataclass(frozen=True)
class _Everything:
    """All figures with their submissions, all service points and items of plans, and all decisions."""

    figures: pa.Table
    service_points: pa.Table
    plan_items: pa.Table
    decisions: pa.Table


def _is_within(before: _Everything, after: _Everything) -> bool:
    """Whether all that was there is there unchanged; what a crash had kept out may come on top."""
    pairs = (
        (before.figures, after.figures, "submission_id"),
        (before.service_points, after.service_points, "submission_id"),
        (before.plan_items, after.plan_items, "submission_id"),
        (before.decisions, after.decisions, "ordinal"),
    )
    return all(_is_contained(was, now, key) for was, now, key in pairs)


def _is_contained(was: pa.Table, now: pa.Table, key: str) -> bool:
    known = was[key].combine_chunks().unique()
    return bool(was.equals(now.filter(pc.is_in(now[key], value_set=known))))


def _everything_before(home: Path) -> _Everything | None:
    """Everything in the old database; None where there is none or it is too damaged to be asked."""
    if not (home / DATABASE_NAME).exists():
        return None
    try:
        store = open_store(home)
    except duckdb.Error:
        return None
    try:
        return _everything(store)
    except duckdb.Error:
        return None
    finally:
        store.close()


def _everything(store: Store) -> _Everything:
    cursor = store.reader()
    try:
        return _Everything(
            ask(cursor, "intake/everything_taken_in"),
            ask(cursor, "intake/service_points_taken_in"),
            ask(cursor, "intake/plan_items_taken_in"),
            ask(cursor, "decisions/everything_decided"),
        )
    finally:
        cursor.close()


def set_aside(home: Path) -> Path | None:
    """Give the database of `home` another name, so that another can take its place; None for no database."""
    database = home / DATABASE_NAME
    if not database.exists():
        return None
    moment = datetime.now(LOCAL_ZONE).strftime("%Y%m%d-%H%M%S-%f")
    aside = home / f"set-aside-{moment}-{DATABASE_NAME}"
    for suffix in (WAL_SUFFIX, ""):  # the log first: a database without its log must not be opened
        path = home / (DATABASE_NAME + suffix)
        if path.exists():
            path.replace(home / (aside.name + suffix))
    return aside
