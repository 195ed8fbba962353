"""A backup made while people work: database and journal of one moment, with the archive and the layers."""

import json
import shutil
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import UTC, datetime
from pathlib import Path

from dashboard.boundaries.layers import LAYERS_FOLDER
from dashboard.intake.archive import ARCHIVE_NAME, UNFINISHED
from dashboard.intake.receipt import program_version
from dashboard.settings import LOCAL_ZONE
from dashboard.store.chain import verify
from dashboard.store.contacts import CONTACTS_FOLDER
from dashboard.store.database import DATABASE_NAME, Store, open_copy
from dashboard.store.disk import flush_folder, flush_to_disk
from dashboard.store.journal import JOURNAL_NAME, journal_lock
from dashboard.store.snapshot import copy_database
from dashboard.upkeep.manifest import (
    MANIFEST_NAME,
    Manifest,
    ManifestError,
    checksum_of_file,
    held_by,
    read_manifest,
)

NAME = "backup-"


@dataclass(frozen=True)
class Backup:
    """A finished backup: its folder and its list."""

    folder: Path
    manifest: Manifest


def make_backup(store: Store, into: Path) -> Backup:
    """Make a backup as a new folder under `into`; nobody is held up but files and decisions for a moment.

    Database and journal are taken together, between two acts; archive and layers after them, since files
    there never change and lie there before the journal tells of them. It has its name only once it is whole:
    one that was broken off is called unfinished and is removed by the next. Raises OSError, duckdb.Error
    where the disk refuses.
    """
    into.mkdir(parents=True, exist_ok=True)
    for left_over in into.glob(f"{UNFINISHED}*"):
        shutil.rmtree(left_over, ignore_errors=True)
    made_at = datetime.now(UTC)
    name = NAME + made_at.astimezone(LOCAL_ZONE).strftime("%Y%m%d-%H%M%S-%f")
    unfinished = into / (UNFINISHED + name)
    unfinished.mkdir()
    _copy_moment(store, unfinished)
    for part in (ARCHIVE_NAME, LAYERS_FOLDER, CONTACTS_FOLDER):
        _copy_folder(store.home / part, unfinished / part)
    manifest = _manifest(unfinished, store.home, made_at)
    _write_down(unfinished, manifest)
    folder = unfinished.replace(into / name)
    flush_folder(into)
    return Backup(folder, manifest)


def backups_in(folder: Path) -> tuple[Backup, ...]:
    """The finished backups under a folder, oldest first; what has no readable list is passed over."""
    return tuple(sorted(_readable(folder), key=lambda backup: backup.manifest.made_at))


def _readable(folder: Path) -> Iterator[Backup]:
    for found in folder.glob(f"{NAME}*"):
        try:
            yield Backup(found, read_manifest(found))
        except ManifestError:
            continue


def _copy_moment(store: Store, folder: Path) -> None:
    with journal_lock:
        copy_database(store, folder / DATABASE_NAME)
        journal = store.home / JOURNAL_NAME
        (folder / JOURNAL_NAME).write_bytes(journal.read_bytes() if journal.exists() else b"")


def _copy_folder(source: Path, target: Path) -> None:
    if source.is_dir():
        shutil.copytree(source, target, ignore=shutil.ignore_patterns(f"{UNFINISHED}*"))


def _manifest(folder: Path, home: Path, made_at: datetime) -> Manifest:
    copy = open_copy(home, folder / DATABASE_NAME)
    try:
        held = held_by(copy.reader())
    finally:
        copy.close()
    paths = sorted(path for path in folder.rglob("*") if path.is_file())
    files = {path.relative_to(folder).as_posix(): checksum_of_file(path) for path in paths}
    head = verify((folder / JOURNAL_NAME).read_bytes()).head
    return Manifest(made_at, program_version(), head, held, files)


def _write_down(folder: Path, manifest: Manifest) -> None:
    """The list, and everything on the disk before the backup gets its name."""
    path = folder / MANIFEST_NAME
    path.write_text(json.dumps(manifest.as_json(), ensure_ascii=False, indent=1), encoding="utf-8")
    for written in folder.rglob("*"):
        if written.is_file():
            with written.open("r+b") as file:
                flush_to_disk(file.fileno())
        else:
            flush_folder(written)
    flush_folder(folder)
