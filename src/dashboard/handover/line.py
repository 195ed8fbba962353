"""A line between a command and the app: messages with their length in front, both sides proven first.

Neither side sends the secret: each shows that it knows it by a digest over random bytes of both
(HMAC-SHA256), so that a stranger who got the port of an app that was killed learns nothing.
"""

import hmac
import json
import secrets
import socket
from collections.abc import Mapping
from dataclasses import dataclass
from hashlib import sha256
from typing import Any

from dashboard.handover.note import Note

NONCE_BYTES = DIGEST_BYTES = 32
LENGTH_BYTES = 4
MOST_TOLD_BYTES = 64 << 20  # an answer lists receipts; a full one has under 0.2 MiB
PROOF_SECONDS = 5  # both are on one machine: who needs longer to prove itself is neither of them
PATIENCE_SECONDS = 600  # for a message: a file may wait for others to be read and stored before it


class LineError(Exception):
    """The other side is not who it should be, or went away."""


@dataclass(frozen=True)
class Line:
    """An open line; use it from one thread for each direction."""

    socket: socket.socket

    def tell(self, message: Mapping[str, Any]) -> None:
        """Send a message. Raises LineError."""
        self.send(json.dumps(message, ensure_ascii=False).encode())

    def hear(self, most_bytes: int = MOST_TOLD_BYTES) -> dict[str, Any]:
        """The next message. Raises LineError, also for one that is no JSON object."""
        try:
            message = json.loads(self.receive(most_bytes))
        except ValueError as error:
            raise LineError("not a message") from error
        if not isinstance(message, dict):
            raise LineError("not a message")
        return message

    def send(self, content: bytes) -> None:
        """Send bytes. Raises LineError."""
        _send_all(self.socket, len(content).to_bytes(LENGTH_BYTES) + content)

    def receive(self, most_bytes: int) -> bytes:
        """The next bytes sent. Raises LineError, also for more than may be: they are not read."""
        length = int.from_bytes(self.exactly(LENGTH_BYTES))
        if length > most_bytes:
            raise LineError(f"{length} bytes, more than {most_bytes}")
        return self.exactly(length)

    def close(self) -> None:
        """Hang up."""
        self.socket.close()

    def exactly(self, count: int) -> bytes:
        """So many bytes, without a length in front. Raises LineError."""
        parts: list[bytes] = []
        while count:
            try:
                part = self.socket.recv(min(count, 1 << 20))
            except OSError as error:
                raise LineError(str(error)) from error
            if not part:
                raise LineError("the other side went away")
            parts.append(part)
            count -= len(part)
        return b"".join(parts)


def call(note: Note) -> Line:
    """A line to the app that left the note. Raises LineError where nobody answers or another does."""
    try:
        opened = socket.create_connection(("127.0.0.1", note.port), PROOF_SECONDS)
    except OSError as error:
        raise LineError(str(error)) from error
    line = Line(opened)
    try:
        mine = secrets.token_bytes(NONCE_BYTES)
        _send_all(opened, mine)
        theirs, proof = line.exactly(NONCE_BYTES), line.exactly(DIGEST_BYTES)
        if not hmac.compare_digest(proof, _proof(note, b"app", mine + theirs)):
            raise LineError("another program listens there")
        _send_all(opened, _proof(note, b"command", mine + theirs))
    except BaseException:
        line.close()
        raise
    opened.settimeout(PATIENCE_SECONDS)
    return line


def answer_call(accepted: socket.socket, note: Note) -> Line:
    """The app's side of a call. Raises LineError for who does not know the secret."""
    accepted.settimeout(PROOF_SECONDS)
    line, mine = Line(accepted), secrets.token_bytes(NONCE_BYTES)
    theirs = line.exactly(NONCE_BYTES)
    _send_all(accepted, mine + _proof(note, b"app", theirs + mine))
    if not hmac.compare_digest(line.exactly(DIGEST_BYTES), _proof(note, b"command", theirs + mine)):
        raise LineError("a stranger called")
    accepted.settimeout(PATIENCE_SECONDS)
    return line


def _send_all(opened: socket.socket, content: bytes) -> None:
    try:
        opened.sendall(content)
    except OSError as error:
        raise LineError(str(error)) from error


def _proof(note: Note, side: bytes, nonces: bytes) -> bytes:
    return hmac.digest(bytes.fromhex(note.secret), side + nonces, sha256)
