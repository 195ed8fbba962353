"""Every received file, byte for byte, under its checksum. Written once, never changed."""

import hashlib
import os
import tempfile
from pathlib import Path

from dashboard.store.disk import flush_folder, flush_to_disk

ARCHIVE_NAME = "archive"
UNFINISHED = "unfinished-"  # start of the name of a file that is being written


class MissingFileError(Exception):
    """The archive does not hold the bytes with this checksum."""


class ChangedFileError(Exception):
    """The bytes that the archive holds under this checksum have another."""


def path_of(home: Path, sha256: str) -> Path:
    """Where the bytes with this checksum lie, or would lie."""
    return home / ARCHIVE_NAME / sha256[:2] / sha256


def keep(home: Path, content: bytes) -> str:
    """Put bytes into the archive and on the disk; returns their checksum. Bytes it has stay as they are.

    They are written beside their place and moved there whole, so that no crash leaves half a file under a
    checksum.
    """
    sha256 = hashlib.sha256(content).hexdigest()
    path = path_of(home, sha256)
    if path.exists() and path.stat().st_size == len(content):
        return sha256
    path.parent.mkdir(parents=True, exist_ok=True)
    descriptor, unfinished = tempfile.mkstemp(dir=path.parent, prefix=UNFINISHED)
    with os.fdopen(descriptor, "wb") as file:
        file.write(content)
        flush_to_disk(file.fileno())
    Path(unfinished).replace(path)
    flush_folder(path.parent)
    flush_folder(path.parent.parent)
    return sha256


def fetch(home: Path, sha256: str) -> bytes:
    """The bytes with this checksum. Raises MissingFileError, ChangedFileError."""
    path = path_of(home, sha256)
    try:
        content = path.read_bytes()
    except FileNotFoundError as error:
        raise MissingFileError(str(path)) from error
    if hashlib.sha256(content).hexdigest() != sha256:
        raise ChangedFileError(str(path))
    return content


def clear_unfinished(home: Path) -> None:
    """Remove what a kill left half written; nothing was promised for it."""
    for path in (home / ARCHIVE_NAME).glob(f"*/{UNFINISHED}*"):
        path.unlink()
