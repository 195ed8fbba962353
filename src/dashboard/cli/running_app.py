"""What commands ask of the app while it owns the database."""

import time
from collections.abc import Iterator
from contextlib import contextmanager
from typing import Any

import typer

from dashboard.handover.line import Line, LineError, call
from dashboard.handover.note import read_note
from dashboard.paths import home

EXIT_APP_FAILED = 2
NOTE_SECONDS = 3  # an app that is just starting owns the database a moment before it listens
ASK_AGAIN_SECONDS = 0.2


class NobodyThereError(Exception):
    """Whatever owns the database does not take calls: another command, or an app of another version."""


@contextmanager
def line_to_app() -> Iterator[Line]:
    """A line to the app that owns the database. Raises NobodyThereError.

    Ends the command with a sentence where the app goes away or fails in the middle.
    """
    line = _called()
    try:
        yield line
    except LineError as error:
        typer.echo(
            "Mất liên lạc với ứng dụng giữa chừng. Việc đã xong thì vẫn còn: "
            f"mở lại ứng dụng rồi chạy lại lệnh này, tệp đã nhận không bị nhận hai lần. ({error})",
            err=True,
        )
        raise typer.Exit(EXIT_APP_FAILED) from error
    finally:
        line.close()


def heard(line: Line) -> dict[str, Any]:
    """The app's next answer. Ends the command where the app says that it failed. Raises LineError."""
    answer = line.hear()
    if "fault" in answer:
        typer.echo(f"Ứng dụng gặp lỗi khi làm việc này: {answer['fault']}.", err=True)
        raise typer.Exit(EXIT_APP_FAILED)
    return answer


def _called() -> Line:
    deadline = time.monotonic() + NOTE_SECONDS
    while True:
        try:
            note = read_note(home())
            if note is not None:
                return call(note)
            raise LineError("no note")
        except LineError as error:
            if time.monotonic() > deadline:
                raise NobodyThereError from error
        time.sleep(ASK_AGAIN_SECONDS)
