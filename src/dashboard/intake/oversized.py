"""A file too large to be looked at: refused by its size, its bytes read past once for the checksum."""

import hashlib
from dataclasses import dataclass, replace
from pathlib import Path

from dashboard.intake.examine import examine_reading, oversize_fault
from dashboard.intake.reading.limits import MIB
from dashboard.intake.reading.sheet import Reading
from dashboard.intake.receipt import Receipt
from dashboard.intake.request import IntakeRequest
from dashboard.settings import settings
from dashboard.store.database import Store


def is_oversized(path: Path) -> bool:
    """Whether a file on the disk is beyond the size limit."""
    return path.stat().st_size > settings().upload_mib * MIB


@dataclass(frozen=True)
class Oversized:
    """What is known of such a file."""

    size_bytes: int
    sha256: str


def measured(path: Path) -> Oversized:
    """An oversized file on the disk, read past once."""
    with path.open("rb") as file:
        return Oversized(path.stat().st_size, hashlib.file_digest(file, "sha256").hexdigest())


def receipt_of_oversized(found: Oversized, request: IntakeRequest, store: Store) -> Receipt:
    """The refusal of such a file, neither archived nor journalled: whoever sends it would fill the disk.

    `request` carries its name; its content was never loaded.
    """
    reading = Reading("", fault=oversize_fault(found.size_bytes))
    return replace(examine_reading(request, reading, store).receipt, sha256=found.sha256)
