"""The live database, opened by a command for as long as it runs, or a copy of it while the app owns it."""

from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import asdict
from pathlib import Path

import typer

from dashboard.boundaries.publishing import restore_layers
from dashboard.cli.running_app import NobodyThereError, heard, line_to_app
from dashboard.intake.reconcile import reconcile
from dashboard.paths import home
from dashboard.store.database import Store, StoreBusyError, open_copy, open_store
from dashboard.store.decisions import Decision, Draft, from_line

EXIT_WRONG_USE = 2


@contextmanager
def live_store() -> Iterator[Store]:
    """The store of `home()`, what a crash left half done mended first; closed afterwards.

    Ends the command with code 2 and a sentence where another process, most likely the app, owns the database.
    """
    try:
        with own_store() as store:
            yield store
    except StoreBusyError as error:
        raise refuse_busy(error) from error


@contextmanager
def own_store() -> Iterator[Store]:
    """The same for commands that can also ask the app. Raises StoreBusyError."""
    store = open_store(home())
    try:
        reconcile(store)
        restore_layers(store)
        yield store
    finally:
        store.close()


@contextmanager
def reading_store() -> Iterator[Store]:
    """A store to read, and to decide in: the live one, or while the app runs a copy of it as it is now.

    What is decided in sight of a copy (`store.decisions`), the app keeps.
    """
    try:
        with own_store() as store:
            yield store
        return
    except StoreBusyError as error:
        busy = error
    try:
        with line_to_app() as line:
            line.tell({"ask": "copy"})
            copy = open_copy(home(), Path(heard(line)["path"]), keeper=_kept_by_the_app)
            try:
                yield copy
            finally:
                copy.close()
    except NobodyThereError:
        raise refuse_busy(busy) from busy


def _kept_by_the_app(drafts: tuple[Draft, ...]) -> tuple[Decision, ...]:
    with line_to_app() as line:
        line.tell({"ask": "decide", "drafts": [asdict(draft) for draft in drafts]})
        return tuple(map(from_line, heard(line)["decisions"]))


def refuse_busy(error: StoreBusyError) -> typer.Exit:
    """Say that the database is in use; the exit to raise."""
    typer.echo(
        f"Cơ sở dữ liệu {error} đang được chương trình khác sử dụng (có thể ứng dụng đang chạy).\n"
        "Hãy tắt ứng dụng (hoặc chờ lệnh đang chạy xong) rồi chạy lại lệnh này.",
        err=True,
    )
    return typer.Exit(EXIT_WRONG_USE)
