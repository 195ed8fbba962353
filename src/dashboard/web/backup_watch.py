"""Makes the day's backup while the app runs."""

import logging
import threading
from dataclasses import dataclass, field
from datetime import datetime

import duckdb

from dashboard.measures import rounds
from dashboard.reference.policy import policy
from dashboard.settings import LOCAL_ZONE, settings
from dashboard.store.database import Store
from dashboard.upkeep.backup import Backup, make_backup
from dashboard.upkeep.daily import backup_folder, is_due, last_backup_at, remove_old
from dashboard.web.live import FirstStart

logger = logging.getLogger(__name__)

FIRST_LOOK_SECONDS = 120.0  # not while the first pages open
LOOK_SECONDS = 600.0
STOP_SECONDS = 60.0  # a backup that is being made is finished; one broken off is removed by the next


@dataclass
class BackupWatch:
    """A thread that looks now and then whether a backup is due, until it is stopped."""

    store: Store
    first_start: FirstStart
    _stopped: threading.Event = field(default_factory=threading.Event)
    _thread: threading.Thread | None = None

    def start(self) -> None:
        """Begin to watch, unless the operator has switched it off."""
        if settings().automatic_backup:
            self._thread = threading.Thread(target=self._watch, name="backups", daemon=True)
            self._thread.start()

    def stop(self) -> None:
        """Stop watching; waits for a backup that is being made."""
        self._stopped.set()
        if self._thread is not None:
            self._thread.join(STOP_SECONDS)

    def look(self, now: datetime) -> Backup | None:
        """Make the backup where one is due and remove what is too old; None where none is, or it failed."""
        if self.first_start.is_running or not self._has_figures():
            return None
        if not is_due(last_backup_at(self.store.home), now, policy().backup):
            return None
        folder = backup_folder(self.store.home)
        try:
            made = make_backup(self.store, folder)
            remove_old(folder, policy().backup)
        except (OSError, duckdb.Error):
            logger.exception("the day's backup failed")  # and every page warns once the last is too old
            return None
        return made

    def _has_figures(self) -> bool:
        with self.store.reader() as cursor:
            return bool(rounds(cursor))

    def _watch(self) -> None:
        wait = FIRST_LOOK_SECONDS
        while not self._stopped.wait(wait):
            self.look(datetime.now(LOCAL_ZONE))
            wait = LOOK_SECONDS
