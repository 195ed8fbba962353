"""The list that lies in every backup: each file with its checksum, and the figures to compare by."""

import hashlib
import json
from collections.abc import Mapping
from dataclasses import asdict, dataclass
from datetime import datetime
from pathlib import Path, PurePosixPath
from typing import Any

import duckdb

from dashboard.store.questions import ask

MANIFEST_NAME = "manifest.json"


class ManifestError(Exception):
    """A backup's list is absent, cannot be read, or names a place outside the backup."""


@dataclass(frozen=True)
class Held:
    """What a database holds: see store/sql/upkeep/fingerprint.sql."""

    submissions_count: int
    decisions_count: int
    figures_count: int
    total_count: int
    verified_count: int
    fingerprint: str


@dataclass(frozen=True)
class Manifest:
    """A backup in figures. `files`: path from the backup's folder (with /) -> SHA-256; `made_at` is aware;
    `journal_head` is the journal's last line's checksum (store/chain.py), to be held against it later."""

    made_at: datetime
    program_version: str
    journal_head: str
    held: Held
    files: Mapping[str, str]

    def as_json(self) -> dict[str, Any]:
        """As it is written down, and the command line's contract."""
        return asdict(self) | {"made_at": self.made_at.isoformat()}


def held_by(cursor: duckdb.DuckDBPyConnection) -> Held:
    """What a database holds now."""
    return Held(**ask(cursor, "upkeep/fingerprint").to_pylist()[0])


def checksum_of_file(path: Path) -> str:
    """SHA-256 of a file of any size."""
    with path.open("rb") as file:
        return hashlib.file_digest(file, "sha256").hexdigest()


def read_manifest(folder: Path) -> Manifest:
    """The list of a backup. Raises ManifestError."""
    try:
        told = json.loads((folder / MANIFEST_NAME).read_text(encoding="utf-8"))
        manifest = Manifest(
            datetime.fromisoformat(told["made_at"]),
            str(told["program_version"]),
            str(told["journal_head"]),
            Held(**told["held"]),
            {str(name): str(sha256) for name, sha256 in told["files"].items()},
        )
    except (OSError, ValueError, KeyError, TypeError, AttributeError) as error:
        raise ManifestError(f"{folder / MANIFEST_NAME}: {error}") from error
    outside = [name for name in manifest.files if not _is_inside(name)]
    if outside:
        raise ManifestError(f"{folder / MANIFEST_NAME}: {outside[0]}")
    return manifest


def _is_inside(name: str) -> bool:
    """Whether a listed name stays in the backup's folder on every system."""
    path = PurePosixPath(name)
    return not path.is_absolute() and ".." not in path.parts and "\\" not in name and ":" not in name


def changed_files(folder: Path, manifest: Manifest) -> tuple[str, ...]:
    """Names of the listed files that are missing or have other bytes than when the backup was made."""
    return tuple(
        name
        for name, sha256 in manifest.files.items()
        if not (folder / name).is_file() or checksum_of_file(folder / name) != sha256
    )
