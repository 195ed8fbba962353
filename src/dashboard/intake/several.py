"""Several files one after the other, as the command line, the drop folder and the app for a command do it."""

from collections.abc import Iterable, Iterator

from dashboard.intake.examine import examine_reading
from dashboard.intake.oversized import Oversized, receipt_of_oversized
from dashboard.intake.read_ahead import read_ahead
from dashboard.intake.receipt import Receipt
from dashboard.intake.request import IntakeRequest
from dashboard.intake.take_in import store_examined
from dashboard.store.database import Store


def take_in_each(
    jobs: Iterable[tuple[IntakeRequest, Oversized | None]], store: Store, *, dry_run: bool = False
) -> Iterator[Receipt]:
    """The receipts of files in the order given, each stored before the next is looked at.

    Oversized files come without content. With `dry_run` nothing is stored. `jobs` is asked for the next few
    files while one is stored. Raises as take_in does.
    """
    for too_large, request, reading in read_ahead((too_large, request) for request, too_large in jobs):
        if too_large is not None:
            yield receipt_of_oversized(too_large, request, store)
            continue
        examination = examine_reading(request, reading, store)
        yield examination.receipt if dry_run else store_examined(examination, store)
