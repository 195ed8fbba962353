"""How much who may send: files an hour and bytes a day by token, wrong tokens by address, how many at a time.

Kept in memory: a start forgets it, which costs one allowance more. Refused files stay in the archive, so
without a bound a carrier's broken program would fill the disk.
"""

import threading
import time
from collections import OrderedDict, deque
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field

from dashboard.intake.reading.limits import MIB
from dashboard.settings import settings
from dashboard.web.api.refusal import too_many

HOUR, DAY = 3600.0, 86400.0
MOST_WRONG_TOKENS = 30  # an hour from one address; more is no slip of the pen
MOST_ADDRESSES = 1000  # remembered; who has more of them than that is not stopped by this
MOST_AT_ONCE = 4  # files being received or read: as many times the largest file is what memory must hold
BUSY_SECONDS = 5


@dataclass
class Allowance:
    """Counts what was sent. `now` is a clock in seconds."""

    now: Callable[[], float] = time.monotonic
    _files: dict[str, deque[tuple[float, int]]] = field(default_factory=dict)
    _wrong: OrderedDict[str, deque[float]] = field(default_factory=OrderedDict)
    _under_way: set[str] = field(default_factory=set)
    _lock: threading.Lock = field(default_factory=threading.Lock)

    @contextmanager
    def sending(self, key: str) -> Iterator[None]:
        """While a token's file is under way. Raises RefusedError: too many at once, this hour, or today."""
        with self._lock:
            self._check(key)
            self._under_way.add(key)
            self._files[key].append((self.now(), 0))
        try:
            yield
        finally:
            with self._lock:
                self._under_way.discard(key)

    def received(self, key: str, size_bytes: int) -> None:
        """Count the bytes of the file under way."""
        with self._lock:
            at, _ = self._files[key].pop()
            self._files[key].append((at, size_bytes))

    def wrong_token(self, address: str) -> None:
        """Count a wrong token. Raises RefusedError for an address with too many of them."""
        with self._lock:
            tries = self._wrong.setdefault(address, deque())
            self._wrong.move_to_end(address)
            if len(self._wrong) > MOST_ADDRESSES:
                self._wrong.popitem(last=False)
            while tries and tries[0] <= self.now() - HOUR:
                tries.popleft()
            if len(tries) >= MOST_WRONG_TOKENS:
                raise too_many(tries[0] + HOUR - self.now())
            tries.append(self.now())

    def _check(self, key: str) -> None:
        if key in self._under_way or len(self._under_way) >= MOST_AT_ONCE:
            raise too_many(BUSY_SECONDS)
        files, now = self._files.setdefault(key, deque()), self.now()
        while files and files[0][0] <= now - DAY:
            files.popleft()
        of_the_hour = [at for at, _ in files if at > now - HOUR]
        if len(of_the_hour) >= settings().api_files_per_hour:
            raise too_many(of_the_hour[0] + HOUR - now)
        if sum(size for _, size in files) >= settings().api_mib_per_day * MIB:
            raise too_many(files[0][0] + DAY - now)
