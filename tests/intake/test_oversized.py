"""Files too large to be looked at."""

import hashlib
from pathlib import Path

from dashboard.intake.oversized import is_oversized, measured, receipt_of_oversized
from dashboard.store.database import Store
from tests.intake.reports import request_of


def test_a_file_beyond_the_limit_is_refused_with_its_checksum_and_kept_nowhere(store: Store, tmp_path: Path):
    path = tmp_path / "big.xlsx"
    content = bytes(20 * 2**20 + 1)
    path.write_bytes(content)
    receipt = receipt_of_oversized(measured(path), request_of("big.xlsx", b""), store)
    assert is_oversized(path)
    assert receipt.status == "rejected"
    assert receipt.sha256 == hashlib.sha256(content).hexdigest()
    assert [finding.rule for finding in receipt.findings] == ["too_large"]
    assert not (store.home / "archive").exists()


def test_a_file_of_the_largest_size_is_not_oversized(tmp_path: Path):
    path = tmp_path / "large.xlsx"
    path.write_bytes(bytes(20 * 2**20))
    assert not is_oversized(path)
