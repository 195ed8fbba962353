"""What the app does for commands while it owns the database: they hand it their files and ask for copies.

Commands do not come by the port that browsers use: that one may be reached from elsewhere, may lie behind a
proxy, and nobody but Streamlit knows its number. This one is of the loopback only and opens to who can read
the note in the home folder (handover/note.py).
"""

import logging
import socket
import threading
from collections.abc import Callable, Iterator, Mapping
from contextlib import suppress
from dataclasses import dataclass, field
from datetime import date, datetime
from pathlib import Path
from typing import Any
from uuid import uuid4

from dashboard.boundaries import layer_in_force
from dashboard.demo.plan import DemoRequest
from dashboard.demo.run import RealFiguresError
from dashboard.handover.line import Line, LineError, answer_call
from dashboard.handover.note import Note, leave_note, take_note_away
from dashboard.intake.oversized import Oversized
from dashboard.intake.reading.limits import MIB
from dashboard.intake.request import IntakeRequest
from dashboard.intake.several import take_in_each
from dashboard.settings import settings
from dashboard.store.database import Store
from dashboard.store.decisions import Draft, as_line, decide_all
from dashboard.store.origin import Origin, coming_from
from dashboard.store.snapshot import copy_database
from dashboard.support.demonstration import run_demonstration
from dashboard.upkeep.backup import make_backup

logger = logging.getLogger(__name__)

COPIES_NAME = "copies"  # databases for commands to read, each removed by the command that asked for it
MOST_CALLS = 8  # at a time; a person has one or two windows open
MOST_ASKED_BYTES = 1 << 20  # a question is under 1 KiB, decisions with their reasons a few
STOP_SECONDS = (
    20  # for files being stored when the app ends; what is not done then is mended at the next start
)

Message = Mapping[str, Any]


@dataclass
class Handover:
    """Listens for commands until it is stopped."""

    store: Store
    listener: socket.socket
    note: Note
    _calls: list[threading.Thread] = field(default_factory=list)
    _free: threading.Semaphore = field(default_factory=lambda: threading.Semaphore(MOST_CALLS))

    def stop(self) -> None:
        """Take the note away, accept nobody any more, and wait for those who are being served."""
        take_note_away(self.store.home, self.note)
        with suppress(OSError):
            self.listener.shutdown(socket.SHUT_RDWR)  # wakes the thread that waits for callers
        self.listener.close()
        for call in self._calls:
            call.join(STOP_SECONDS)

    def listen(self) -> None:
        """Serve each caller in a thread of its own; ends when the listener is closed."""
        while True:
            try:
                accepted, _ = self.listener.accept()
            except OSError:
                return
            self._calls = [call for call in self._calls if call.is_alive()]
            if not self._free.acquire(blocking=False):
                accepted.close()
                continue
            call = threading.Thread(target=self._serve, args=(accepted,), name="command", daemon=True)
            self._calls.append(call)
            call.start()

    def _serve(self, accepted: socket.socket) -> None:
        try:
            with accepted:
                _answer(answer_call(accepted, self.note), self.store)
        except LineError as error:
            logger.info("a command's line ended: %s", error)
        finally:
            self._free.release()


def open_handover(store: Store) -> Handover:
    """Listen for commands, in a thread, on a port that the system chooses; leave the note that says which."""
    for left_over in (store.home / COPIES_NAME).glob("*"):
        with suppress(OSError):
            left_over.unlink()
    listener = socket.create_server(("127.0.0.1", 0))
    opened = Handover(store, listener, leave_note(store.home, listener.getsockname()[1]))
    threading.Thread(target=opened.listen, name="handover", daemon=True).start()
    return opened


def _answer(line: Line, store: Store) -> None:
    asked = line.hear(MOST_ASKED_BYTES)
    try:
        with coming_from(Origin("command")):
            ANSWERS[str(asked["ask"])](asked, line, store)
    except LineError:
        raise
    except Exception as error:
        logger.exception("a command's wish failed")
        line.tell({"fault": f"{type(error).__name__}: {error}"})


def _ingest(asked: Message, line: Line, store: Store) -> None:
    """Files as they come over the line; a receipt back for each, in their order."""
    for receipt in take_in_each(_jobs(asked, line), store, dry_run=bool(asked["dry_run"])):
        line.tell({"receipt": receipt.as_json()})
    line.tell({"end": True})


def _jobs(asked: Message, line: Line) -> Iterator[tuple[IntakeRequest, Oversized | None]]:
    while "file" in (told := line.hear(MOST_ASKED_BYTES)):
        too_large = Oversized(told["size_bytes"], told["sha256"]) if "size_bytes" in told else None
        request = IntakeRequest(
            file_name=str(told["file"]),
            content=b"" if too_large else line.receive(settings().upload_mib * MIB),
            received_at=datetime.fromisoformat(asked["received_at"]),
            taken_in_by=str(asked["taken_in_by"]),
            way=str(asked["way"]),
            carrier_code=asked["carrier"],
            round_on=date.fromisoformat(asked["round"]) if asked["round"] else None,
        )
        yield request, too_large


def _copy(_asked: Message, line: Line, store: Store) -> None:
    """The database as it is now, for the command to read and then remove."""
    layer_in_force(store)  # publishes the schematic layer where nobody has looked yet: a copy cannot
    folder = store.home / COPIES_NAME
    folder.mkdir(exist_ok=True)
    path = folder / f"{uuid4().hex}.duckdb"
    try:
        copy_database(store, path)
        line.tell({"path": str(path)})
        line.receive(0)  # the command says that it is done, or goes away
    finally:
        with suppress(OSError):
            path.unlink(missing_ok=True)


def _decide(asked: Message, line: Line, store: Store) -> None:
    decisions = decide_all(store, tuple(Draft(**draft) for draft in asked["drafts"]))
    line.tell({"decisions": [as_line(decision) for decision in decisions]})


def _backup(asked: Message, line: Line, store: Store) -> None:
    made = make_backup(store, Path(asked["into"]))
    line.tell({"backup": {"folder": str(made.folder), **made.manifest.as_json()}})


def _demo(asked: Message, line: Line, store: Store) -> None:
    request = DemoRequest(
        date.fromisoformat(asked["last_round_on"]),
        datetime.fromisoformat(asked["known_at"]),
        int(asked["seed"]),
        int(asked["rounds_count"]),
    )
    try:
        receipts = run_demonstration(
            request, store, lambda done, total, message: line.tell({"progress": [done, total, message]})
        )
    except RealFiguresError:
        line.tell({"refused": "real_figures"})
        return
    line.tell({"receipts": [receipt.as_json() for receipt in receipts]})


ANSWERS: Mapping[str, Callable[[Message, Line, Store], None]] = {
    "ingest": _ingest,
    "copy": _copy,
    "decide": _decide,
    "backup": _backup,
    "demo": _demo,
}
