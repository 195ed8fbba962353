"""A backup put in a new place, checked and compared. Never over what is there."""

import shutil
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from dashboard.boundaries.publishing import restore_layers
from dashboard.intake.archive import UNFINISHED
from dashboard.intake.reconcile import reconcile
from dashboard.store.database import open_store
from dashboard.upkeep.check import Problem, check_store
from dashboard.upkeep.manifest import Held, Manifest, changed_files, held_by, read_manifest


class PlaceTakenError(Exception):
    """There is something at the place to restore to; its message names it."""


class ChangedBackupError(Exception):
    """Files of the backup are missing or changed; `names` are theirs. Nothing was restored."""

    def __init__(self, names: tuple[str, ...]) -> None:
        super().__init__(", ".join(names))
        self.names = names


@dataclass(frozen=True)
class RestoreReport:
    """What was restored: what the backup held, what the new place holds, and what does not agree there."""

    place: Path
    manifest: Manifest
    held: Held
    problems: tuple[Problem, ...]

    @property
    def is_whole(self) -> bool:
        """Whether every figure is that of the backup and nothing disagrees."""
        return self.held == self.manifest.held and not self.problems

    def as_json(self) -> dict[str, Any]:
        """The command line's contract."""
        return {
            "place": str(self.place),
            "made_at": self.manifest.made_at.isoformat(),
            "submissions": self.held.submissions_count,
            "figures": self.held.figures_count,
            "decisions": self.held.decisions_count,
            "identical": self.held == self.manifest.held,
            "problems": [problem.as_json() for problem in self.problems],
        }


def restore(backup: Path, place: Path) -> RestoreReport:
    """Put a backup at `place`, which must be absent or empty, open it there, and compare its figures.

    The backup is only read. Files not in its list are left behind. Raises ManifestError, PlaceTakenError,
    ChangedBackupError, NewerSchemaError where the backup is newer than the program, OSError.
    """
    manifest = read_manifest(backup)
    if place.exists() and (not place.is_dir() or any(place.iterdir())):
        raise PlaceTakenError(str(place))
    changed = changed_files(backup, manifest)
    if changed:
        raise ChangedBackupError(changed)
    _copy(backup, place, manifest)
    store = open_store(place)
    try:
        reconcile(store)
        restore_layers(store)
        return RestoreReport(
            place, manifest, held_by(store.reader()), check_store(store, manifest.journal_head)
        )
    finally:
        store.close()


def _copy(backup: Path, place: Path, manifest: Manifest) -> None:
    """The listed files, beside the place first, so that no half of a backup is taken for the whole."""
    place.parent.mkdir(parents=True, exist_ok=True)
    unfinished = place.with_name(f"{UNFINISHED}{place.name}")
    shutil.rmtree(unfinished, ignore_errors=True)
    for name in manifest.files:
        target = unfinished / name
        target.parent.mkdir(parents=True, exist_ok=True)
        shutil.copyfile(backup / name, target)
    if place.exists():
        place.rmdir()
    unfinished.replace(place)
