"""The live database, opened by a command for as long as it runs."""

from collections.abc import Iterator
from contextlib import contextmanager

import typer

from dashboard.boundaries.publishing import restore_layers
from dashboard.intake.reconcile import reconcile
from dashboard.paths import home
from dashboard.store.database import Store, StoreBusyError, open_store

EXIT_WRONG_USE = 2


@contextmanager
def live_store() -> Iterator[Store]:
    """The store of `home()`, what a crash left half done mended first; closed afterwards.

    Ends the command with code 2 and a sentence where another process, most likely the app, owns the database.
    """
    try:
        store = open_store(home())
    except StoreBusyError as error:
        raise refuse_busy(error) from error
    try:
        reconcile(store)
        restore_layers(store)
        yield store
    finally:
        store.close()


def refuse_busy(error: StoreBusyError) -> typer.Exit:
    """Say that the database is in use; the exit to raise."""
    typer.echo(
        f"Cơ sở dữ liệu {error} đang được chương trình khác sử dụng (có thể ứng dụng đang chạy).\n"
        "Hãy tiếp nhận báo cáo trong ứng dụng, hoặc tắt ứng dụng rồi chạy lại lệnh này.",
        err=True,
    )
    return typer.Exit(EXIT_WRONG_USE)
