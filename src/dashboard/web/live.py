"""The one open database of this process, shared by pages and routes, and what happens on a first start."""

import threading
from dataclasses import dataclass, field
from datetime import datetime
from functools import cache
from pathlib import Path

from dashboard.boundaries import try_first_start
from dashboard.boundaries.publishing import restore_layers
from dashboard.demo.plan import demo_request
from dashboard.intake.reconcile import reconcile
from dashboard.measures import rounds
from dashboard.paths import home
from dashboard.settings import LOCAL_ZONE, settings
from dashboard.store.database import Store, open_store
from dashboard.store.origin import Origin, coming_from
from dashboard.support.demonstration import run_demonstration


@dataclass(frozen=True)
class Progress:
    """How far a first start is; `done_count` of `total_count` files."""

    done_count: int = 0
    total_count: int = 1
    message: str = "Đang chuẩn bị"


@dataclass
class FirstStart:
    """Filling an empty folder with simulated figures, in a thread, so that pages answer meanwhile."""

    progress: Progress = field(default_factory=Progress)
    error: str | None = None
    _thread: threading.Thread | None = None

    @property
    def is_running(self) -> bool:
        """Whether figures are still being made."""
        return self._thread is not None and self._thread.is_alive()

    def begin(self, store: Store) -> None:
        """Start; while it runs another call does nothing."""
        if not self.is_running:
            self.error = None
            self._thread = threading.Thread(target=self._run, args=(store,), name="first-start", daemon=True)
            self._thread.start()

    def _run(self, store: Store) -> None:
        try:
            with coming_from(Origin("app")):
                try_first_start(store)
                run_demonstration(demo_request(datetime.now(LOCAL_ZONE)), store, progress=self._note)
        except Exception as error:  # the page has to say what stopped it, whatever it was
            self.error = f"{type(error).__name__}: {error}"
            raise

    def _note(self, done_count: int, total_count: int, message: str) -> None:
        self.progress = Progress(done_count, total_count, message)


@dataclass(frozen=True)
class Live:
    """The open store, the state of its first start, and since when (aware) the program knows its tables."""

    store: Store
    first_start: FirstStart
    opened_at: datetime = field(default_factory=lambda: datetime.now(LOCAL_ZONE))


def live() -> Live:
    """The store of this process's home, opened at the first call, what a crash left half done mended."""
    return _live(home())


_opening = threading.Lock()


def _live(folder: Path) -> Live:
    with _opening:
        return _open(folder)


@cache
def _open(folder: Path) -> Live:
    store = open_store(folder)
    reconcile(store)
    restore_layers(store)
    found = Live(store, FirstStart())
    cursor = store.reader()
    if settings().first_start_demo and not rounds(cursor):
        found.first_start.begin(store)
    else:  # the public layer is tried once in the life of a folder, demo or not; nobody waits for it
        threading.Thread(target=try_first_start, args=(store,), name="public-layer", daemon=True).start()
    return found
