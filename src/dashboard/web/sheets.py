"""The sheets of all communes, made once for a round and a state of the data, in a thread of their own."""

import threading
from dataclasses import dataclass, field
from datetime import date
from functools import lru_cache
from io import BytesIO

from dashboard.store.database import Store


@dataclass
class SheetsJob:
    """The making of one ZIP: how far it is, and the file (about 11 MB) when it is done."""

    store: Store
    round_on: date
    done_count: int = 0
    total_count: int = 1
    content: bytes | None = None
    error: str | None = None
    _thread: threading.Thread | None = field(default=None, repr=False)

    @property
    def is_running(self) -> bool:
        """Whether sheets are still being made."""
        return self._thread is not None and self._thread.is_alive()

    def begin(self) -> None:
        """Start; while it runs, and once it is done, another call does nothing."""
        if self.is_running or self.content is not None:
            return
        self.error, self.done_count = None, 0
        self._thread = threading.Thread(target=self._run, name="commune-sheets", daemon=True)
        self._thread.start()

    def wait(self, seconds: float) -> None:
        """Wait until it is done, at most so long."""
        if self._thread is not None:
            self._thread.join(seconds)

    def _run(self) -> None:
        from dashboard.briefing.pdf.communes import SheetRequest, write_commune_sheets  # slow to import

        stream = BytesIO()
        try:
            with _one_at_a_time:
                write_commune_sheets(SheetRequest(self.round_on), self.store, stream, self._note)
            self.content = stream.getvalue()
        except Exception as error:  # the page has to say what stopped it, whatever it was
            self.error = f"{type(error).__name__}: {error}"
            raise

    def _note(self, done_count: int, total_count: int, _name: str) -> None:
        self.done_count, self.total_count = done_count, total_count


_one_at_a_time = threading.Lock()


def sheets_job(store: Store, round_on: date) -> SheetsJob:
    """The job of a round as the data stand now; all who ask share it. It is not started."""
    return _job(store, store.commits.count, round_on)


@lru_cache(maxsize=2)
def _job(store: Store, _commits_count: int, round_on: date) -> SheetsJob:
    return SheetsJob(store, round_on)


def sheet_file(store: Store, code: str, round_on: date) -> bytes:
    """The sheet of one commune as PDF. Raises KeyError for a code that is no commune's."""
    from dashboard.briefing.pdf.communes import SheetRequest, commune_sheet

    return commune_sheet(code, SheetRequest(round_on), store)
