"""One at a time among processes, too: a lock on a file, given back by the system however its holder ends."""

import sys
import threading
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

_threads = threading.Lock()  # a file's lock is a process's, so threads of one need theirs as well

if sys.platform == "win32":
    import msvcrt

    def _take(descriptor: int) -> None:
        msvcrt.locking(descriptor, msvcrt.LK_LOCK, 1)  # tries for ten seconds, then raises OSError

    def _give_back(descriptor: int) -> None:
        msvcrt.locking(descriptor, msvcrt.LK_UNLCK, 1)
else:
    import fcntl

    def _take(descriptor: int) -> None:
        fcntl.flock(descriptor, fcntl.LOCK_EX)

    def _give_back(descriptor: int) -> None:
        fcntl.flock(descriptor, fcntl.LOCK_UN)


@contextmanager
def only_one(path: Path) -> Iterator[None]:
    """Hold the lock of a file (made where it is not there); others wait, on this machine.

    Raises OSError on Windows after ten seconds of waiting. Not to be taken twice by one thread.
    """
    path.parent.mkdir(parents=True, exist_ok=True)
    with _threads, path.open("a+b") as file:
        file.seek(0)  # Windows locks a byte where the file stands
        _take(file.fileno())
        try:
            yield
        finally:
            file.seek(0)
            _give_back(file.fileno())
