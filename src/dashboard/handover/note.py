"""The note that a running app leaves in its home folder: where it listens, and the secret it answers to."""

import contextlib
import json
import os
import secrets
import subprocess
import sys
import tempfile
from dataclasses import asdict, dataclass, field
from pathlib import Path

NOTE_NAME = "running.json"
SECRET_BYTES = 32  # as long as the digest it feeds (HMAC-SHA256, RFC 2104 section 3)
TOO_LONG = 4096  # a note has under 200 bytes; more is none of ours


@dataclass(frozen=True)
class Note:
    """Port on 127.0.0.1, the process that listens there, and the secret both sides prove to know."""

    port: int
    pid: int
    secret: str = field(repr=False)


def leave_note(home: Path, port: int) -> Note:
    """Write a note with a new secret. It is the owner's alone from its first byte on."""
    note = Note(port, os.getpid(), secrets.token_hex(SECRET_BYTES))
    home.mkdir(parents=True, exist_ok=True)
    descriptor, unfinished = tempfile.mkstemp(dir=home, prefix="running-")  # made with mode 0600
    with os.fdopen(descriptor, "w", encoding="utf-8") as file:
        _keep_for_owner(Path(unfinished))
        json.dump(asdict(note), file)
    Path(unfinished).replace(home / NOTE_NAME)
    return note


def read_note(home: Path) -> Note | None:
    """The note of the app that runs, or of one that was killed; None without one that can be read."""
    path = home / NOTE_NAME
    try:
        if path.stat().st_size > TOO_LONG:
            return None
        found = json.loads(path.read_text(encoding="utf-8"))
        return Note(int(found["port"]), int(found["pid"]), str(found["secret"]))
    except (OSError, ValueError, TypeError, KeyError):
        return None


def take_note_away(home: Path, note: Note) -> None:
    """Remove the note when the app ends, unless another app has left its own meanwhile."""
    if read_note(home) == note:
        with contextlib.suppress(OSError):
            (home / NOTE_NAME).unlink()


def _keep_for_owner(path: Path) -> None:
    """On Windows files take the folder's rights over: leave the owner's alone (icacls is part of Windows).

    Written after Microsoft's documentation, like the reading child's limits there. Where it fails, the home
    folder's own rights stand, as they do for the database beside the note.
    """
    if sys.platform == "win32":
        rights = ["icacls", str(path), "/inheritance:r", "/grant:r", f"{os.environ.get('USERNAME', '')}:F"]
        with contextlib.suppress(OSError):
            subprocess.run(rights, check=False, capture_output=True)
