"""A file too large to be looked at: refused by its size, its bytes read past once for the checksum."""

import hashlib
from dataclasses import replace
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


def receipt_of_oversized(path: Path, request: IntakeRequest, store: Store) -> Receipt:
    """The refusal of such a file, neither archived nor journalled: whoever sends it would fill the disk."""
    with path.open("rb") as file:
        sha256 = hashlib.file_digest(file, "sha256").hexdigest()
    reading = Reading("", fault=oversize_fault(path.stat().st_size))
    return replace(examine_reading(request, reading, store).receipt, sha256=sha256)
