"""Killed at random moments, for real: afterwards archive, journal and database agree, no file is half in."""

import random
import subprocess
import sys
import time
from pathlib import Path

from dashboard.intake import archive
from dashboard.intake.journal import Act, read_entries
from dashboard.intake.reconcile import reconcile
from dashboard.store.database import open_store
from dashboard.store.questions import ask

ROUNDS = 4  # each starts an interpreter
TAKE_IN_ALL = """
import pathlib, sys
from dashboard.intake.take_in import take_in
from dashboard.store.database import open_store
from tests.intake.reports import request_of
store = open_store(pathlib.Path(sys.argv[1]))
content = pathlib.Path(sys.argv[2]).read_bytes()
for number in range(100):
    other_bytes = content + b"\\n" * (int(sys.argv[3]) * 100 + number)
    receipt = take_in(request_of("vinaphone_2026-11-11.csv", other_bytes), store)
    print(receipt.sha256, receipt.status, flush=True)
"""


def killed_run(home: Path, file: Path, number: int, chance: random.Random) -> list[str]:
    """Checksums that a process acknowledged before it was killed somewhere in the middle."""
    words = [sys.executable, "-c", TAKE_IN_ALL, home, file, str(number)]
    with subprocess.Popen(words, stdout=subprocess.PIPE, text=True) as process:
        assert process.stdout is not None
        first = process.stdout.readline()
        time.sleep(chance.uniform(0, 0.6))  # into the second to fourth file
        process.kill()
        whole_lines = [line.split() for line in (first, *process.stdout) if line.endswith("\n")]
        assert {status for _, status in whole_lines} <= {"accepted"}
        return [sha256 for sha256, _ in whole_lines]


def check_agreement(home: Path, acknowledged: set[str]) -> None:
    """Mend, then hold the three against one another."""
    store = open_store(home)
    result = reconcile(store)
    with store.reader() as cursor:
        rows = ask(cursor, "intake/everything_taken_in").to_pylist()
    entries = [entry for entry in read_entries(home) if entry.act is Act.TAKEN_IN]
    for entry in entries:
        assert archive.fetch(home, entry.sha256)
    stored = [row["sha256"] for row in rows]
    assert result.is_whole
    assert not list(home.glob("archive/*/unfinished-*"))
    assert {entry.sha256 for entry in entries} == set(stored)
    assert acknowledged <= set(stored)
    assert all(stored.count(sha256) == 166 for sha256 in set(stored))
    store.close()


def run(home: Path, file: Path, rounds: int) -> None:
    chance = random.Random(20261111)
    acknowledged: set[str] = set()
    for number in range(rounds):
        acknowledged.update(killed_run(home, file, number, chance))
        check_agreement(home, acknowledged)


def test_after_every_kill_archive_journal_and_database_agree(home: Path, examples: Path):
    run(home, examples / "vinaphone_2026-11-11.csv", ROUNDS)
    assert len(read_entries(home)) >= ROUNDS
