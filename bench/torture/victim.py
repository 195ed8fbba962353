"""A process that takes files in, decides and empties its drop folder until it is killed.

What it was told to acknowledge it writes down, one line each, after the fact: the parent reads it when the
process is gone. Between the steps of a load it waits a little, at random, so that kills fall there too.
"""

import os
import random
import time
from collections.abc import Callable
from datetime import UTC, datetime
from pathlib import Path
from typing import Any

from dashboard.intake import archive, take_in
from dashboard.intake.examine import examine_reading, reading_of
from dashboard.intake.inbox.found import INBOX_NAME
from dashboard.intake.reconcile import reconcile
from dashboard.intake.request import IntakeRequest
from dashboard.store import journal
from dashboard.store.database import Store, open_store
from dashboard.store.decisions import Draft, decide
from dashboard.web import inbox_watch
from dashboard.web.inbox_watch import InboxWatch
from dashboard.web.live import FirstStart

ACKNOWLEDGED = "acknowledged.txt"
STEP = "step"  # a line at the begin and end of each step, by which the parent chooses its moment
WAIT_SECONDS = 0.01  # at most, at each of the places below
NAME = "vinaphone_2026-11-11.csv"  # to which empty lines can be added
# Before and after these a kill is most telling: bytes and lines on the disk, rows in the transaction, moves.
STEPS: tuple[tuple[Any, str], ...] = (
    (archive, "flush_to_disk"),
    (take_in, "append_entry"),
    (take_in, "store_submission"),
    (journal, "flush_to_disk"),
    (inbox_watch, "put_away"),
)


def live_until_killed(home: Path, content: bytes, number: int) -> None:
    """Never returns. `number` makes the bytes of this life different from those of all others."""
    chance = random.Random(number)
    for module, name in STEPS:
        setattr(module, name, _slowly(getattr(module, name), home, chance))
    store = open_store(home)
    reconcile(store)
    watch = InboxWatch(store, FirstStart())
    (home / INBOX_NAME).mkdir(exist_ok=True)
    reading = reading_of(_request(content))
    for turn in range(1, 1_000_000):
        own = content + b"\n" * (number * 1000 + turn)
        if turn % 4 == 0:
            draft = Draft("torture", f"{number}-{turn}", {"turn": turn}, "torture")
            acknowledge(home, f"decision {decide(store, draft).ordinal}")
        elif turn % 4 == 2:
            drop(home, f"vinaphone_2026-11-11_{number}-{turn}.csv", own)
            for _ in range(inbox_watch.QUIET_LOOKS + 1):
                watch.look()
        else:
            acknowledge(home, f"file {_taken_in(_request(own), reading, store)}")


def drop(home: Path, name: str, content: bytes) -> None:
    """Put a file into the drop folder as a careful program does: whole, under its name."""
    beside = home / INBOX_NAME / f".{name}"
    beside.write_bytes(content)
    beside.rename(home / INBOX_NAME / name)
    acknowledge(home, f"dropped {name}")


def _taken_in(request: IntakeRequest, reading: Any, store: Store) -> str:
    receipt = take_in.store_examined(examine_reading(request, reading, store), store)
    assert receipt.status.is_accepted, receipt.findings
    return receipt.sha256


def _request(content: bytes) -> IntakeRequest:
    return IntakeRequest(NAME, content, datetime.now(UTC), "torture", "torture")


def acknowledge(home: Path, line: str) -> None:
    """Write a line down; it outlives the process."""
    descriptor = os.open(home / ACKNOWLEDGED, os.O_WRONLY | os.O_CREAT | os.O_APPEND)
    os.write(descriptor, f"{line}\n".encode())
    os.close(descriptor)


def _slowly(step: Callable[..., Any], home: Path, chance: random.Random) -> Callable[..., Any]:
    def slow(*given: Any, **named: Any) -> Any:
        acknowledge(home, STEP)
        time.sleep(chance.uniform(0, WAIT_SECONDS))
        result = step(*given, **named)
        acknowledge(home, STEP)
        time.sleep(chance.uniform(0, WAIT_SECONDS))
        return result

    return slow
