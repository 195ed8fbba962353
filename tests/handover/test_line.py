"""A line between two that know the secret, and strangers on either end."""

import socket
import threading
from collections.abc import Callable, Iterator
from contextlib import contextmanager, suppress

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from dashboard.handover.line import Line, LineError, answer_call, call
from dashboard.handover.note import Note

SECRET = "ab" * 32


@contextmanager
def answering(serve: Callable[[socket.socket], None]) -> Iterator[int]:
    """A port where one caller is served."""
    with socket.create_server(("127.0.0.1", 0)) as listener:

        def once() -> None:
            accepted, _ = listener.accept()
            with accepted:
                serve(accepted)

        thread = threading.Thread(target=once)
        thread.start()
        yield listener.getsockname()[1]
        thread.join(10)


def echo(accepted: socket.socket) -> None:
    line = answer_call(accepted, Note(0, 0, SECRET))
    line.tell(line.hear())
    line.send(line.receive(100))


def test_both_know_the_secret_and_speak():
    with answering(echo) as port:
        line = call(Note(port, 0, SECRET))
        line.tell({"hỏi": "gì"})
        assert line.hear() == {"hỏi": "gì"}
        line.send(b"bytes")
        assert line.receive(100) == b"bytes"
        line.close()


def test_a_command_that_does_not_know_the_secret_is_told_nothing():
    refused: list[str] = []

    def refuse(accepted: socket.socket) -> None:
        with pytest.raises(LineError, match="stranger") as caught:
            answer_call(accepted, Note(0, 0, SECRET))
        refused.append(str(caught.value))

    with answering(refuse) as port, socket.create_connection(("127.0.0.1", port)) as stranger:
        stranger.sendall(bytes(32))
        assert len(stranger.recv(64, socket.MSG_WAITALL)) == 64
        stranger.sendall(bytes(32))
    assert refused == ["a stranger called"]


def test_a_program_that_took_the_port_of_a_killed_app_gets_no_file_and_no_proof():
    heard: list[bytes] = []

    def pretend(accepted: socket.socket) -> None:
        heard.append(accepted.recv(32, socket.MSG_WAITALL))
        accepted.sendall(bytes(64))
        heard.append(accepted.recv(1))

    with answering(pretend) as port, pytest.raises(LineError, match="another program"):
        call(Note(port, 0, SECRET))
    assert heard[1] == b"", "nothing follows the random bytes"


def test_where_nobody_listens_a_call_fails_at_once():
    with socket.create_server(("127.0.0.1", 0)) as listener:
        port = listener.getsockname()[1]
    with pytest.raises(LineError):
        call(Note(port, 0, SECRET))


@settings(max_examples=50)
@given(st.binary(max_size=200))
def test_whatever_a_stranger_sends_is_a_message_or_a_line_error(sent: bytes):
    here, there = socket.socketpair()
    with here, there:
        there.sendall(sent)
        there.shutdown(socket.SHUT_WR)
        with suppress(LineError):
            assert isinstance(Line(here).hear(100), dict)
