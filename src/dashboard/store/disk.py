"""Waiting until what was written is on the disk: what was acknowledged survives a power cut."""

import os
import sys
import tempfile
from pathlib import Path


def flush_to_disk(descriptor: int) -> None:
    """Wait until what was written to a file is on the disk."""
    os.fsync(descriptor)


def flush_folder(folder: Path) -> None:
    """Wait until a folder's new entries are on the disk; Windows does so by itself and has no call for it."""
    if sys.platform != "win32":
        descriptor = os.open(folder, os.O_RDONLY)
        try:
            os.fsync(descriptor)
        finally:
            os.close(descriptor)


def replace_file(path: Path, content: bytes) -> None:
    """Have a file hold these bytes, whole and on the disk: no kill leaves half of them under its name."""
    descriptor, unfinished = tempfile.mkstemp(dir=path.parent, prefix="unfinished-")
    with os.fdopen(descriptor, "wb") as file:
        file.write(content)
        flush_to_disk(file.fileno())
    Path(unfinished).replace(path)
    flush_folder(path.parent)
