"""Several files: the next ones are read in their children while one is checked and stored."""

from collections import deque
from collections.abc import Iterable, Iterator
from concurrent.futures import Future, ThreadPoolExecutor
from typing import TypeVar

from dashboard.intake.examine import reading_of
from dashboard.intake.reading.sheet import Reading
from dashboard.intake.request import IntakeRequest

T = TypeVar("T")

# Children at a time: reading takes about as long as checking and storing, so more would only wait.
READERS = 2


def read_ahead(jobs: Iterable[tuple[T, IntakeRequest]]) -> Iterator[tuple[T, IntakeRequest, Reading]]:
    """What stands in each file, in the order given; `jobs` is asked for a few files in advance only."""
    waiting: deque[tuple[T, IntakeRequest, Future[Reading]]] = deque()
    with ThreadPoolExecutor(READERS, thread_name_prefix="reading") as readers:
        for mark, request in jobs:
            waiting.append((mark, request, readers.submit(reading_of, request)))
            if len(waiting) > READERS:
                yield _next(waiting)
        while waiting:
            yield _next(waiting)


def _next(waiting: deque[tuple[T, IntakeRequest, Future[Reading]]]) -> tuple[T, IntakeRequest, Reading]:
    mark, request, reading = waiting.popleft()
    return mark, request, reading.result()
