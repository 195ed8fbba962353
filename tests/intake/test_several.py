"""Several files one after the other."""

from pathlib import Path

from dashboard.intake.journal import read_entries
from dashboard.intake.oversized import Oversized
from dashboard.intake.several import take_in_each
from dashboard.store.database import Store
from tests.intake.reports import request_of

NAMES = ("wintel_2026-11-11.csv", "bad/sum_mismatch.xlsx", "wintel_2026-11-11.csv")


def test_each_is_stored_before_the_next_is_looked_at(store: Store, examples: Path):
    jobs = ((request_of(Path(name).name, (examples / name).read_bytes()), None) for name in NAMES)
    statuses = [receipt.status for receipt in take_in_each(jobs, store)]
    assert statuses == ["accepted", "rejected", "duplicate"]
    assert [entry.act for entry in read_entries(store.home)] == ["taken_in", "refused"]


def test_a_dry_run_stores_nothing_and_an_oversized_file_is_refused_by_its_size(store: Store, examples: Path):
    jobs = [
        (request_of(NAMES[0], (examples / NAMES[0]).read_bytes()), None),
        (request_of("big.xlsx", b""), Oversized(21 << 20, "ab" * 32)),
    ]
    receipts = list(take_in_each(jobs, store, dry_run=True))
    assert [receipt.status for receipt in receipts] == ["accepted", "rejected"]
    assert receipts[1].sha256 == "ab" * 32
    assert read_entries(store.home) == ()
