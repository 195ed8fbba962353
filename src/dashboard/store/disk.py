"""Waiting until what was written is on the disk: what was acknowledged survives a power cut."""

import os
import sys
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
