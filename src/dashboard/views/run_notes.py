"""A page's run, timed; what is logged meanwhile carries the run's number, the page and who looks."""

from collections.abc import Iterator
from contextlib import contextmanager
from uuid import uuid4

from structlog.contextvars import bound_contextvars

from dashboard.store.metering import RUN_SECONDS
from dashboard.views.who import viewer


@contextmanager
def noted_run(page: str) -> Iterator[None]:
    """Time a run of the page with this address; runs that end early or fail count too."""
    looking = viewer()
    person = looking.account or looking.name
    with (
        bound_contextvars(request=uuid4().hex[:16], page=page or "/", person=person),
        RUN_SECONDS.labels(page or "/").time(),
    ):
        yield
