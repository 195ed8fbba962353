"""What the first visitor would wait for, read while the browser still fetches the page.

After a start the overview needs libraries, the state of the data and the figures of all rounds: a second, or
two where there are figures of the whole country (docs/decisions/0032).
"""

import logging
import threading
from dataclasses import dataclass

from dashboard.measures import rounds
from dashboard.store.database import Store
from dashboard.web.board_payload import board_payload
from dashboard.web.state import selection_in

STOP_SECONDS = 10.0

logger = logging.getLogger(__name__)


@dataclass
class WarmUp:
    """A thread that asks once for what the overview opens with."""

    store: Store
    _thread: threading.Thread | None = None

    def start(self) -> None:
        """Begin, where there are figures."""
        with self.store.reader() as cursor:
            has_figures = bool(rounds(cursor))
        if has_figures:
            self._thread = threading.Thread(target=self._run, name="warm-up", daemon=True)
            self._thread.start()

    def stop(self) -> None:
        """Wait until it is done, for a while: the database must not be closed under it."""
        if self._thread is not None:
            self._thread.join(STOP_SECONDS)

    def _run(self) -> None:
        """A fault is not the warm-up's to deal with: who opens the page is told."""
        try:
            selection = selection_in({}, self.store)
            if selection is not None:
                board_payload(selection, "overview", self.store)
        except Exception:
            logger.exception("nothing was read ahead")
