"""Watches the drop folder while the app runs."""

import logging
import threading
import time
from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import datetime

from dashboard.briefing.receipt import receipt_workbook
from dashboard.intake.inbox.found import INBOX_NAME, Found, look_into
from dashboard.intake.inbox.put_away import Papers, put_away, receipt_as_json, refusal_of
from dashboard.intake.inbox.reading import is_being_written, job_of
from dashboard.intake.receipt import Receipt
from dashboard.intake.request import IntakeRequest
from dashboard.intake.several import take_in_each
from dashboard.settings import LOCAL_ZONE
from dashboard.store.database import Store
from dashboard.store.origin import Origin, coming_from
from dashboard.web.live import FirstStart

logger = logging.getLogger(__name__)

WAY = "inbox"
TAKEN_IN_BY = "thư mục nhận tệp"
LOOK_SECONDS = 1.0
QUIET_LOOKS = 2  # so many looks in a row a file must be the same; with the look itself two to three seconds
AGAIN_SECONDS = 60.0  # after a fault of ours or of the disk: not every second, not never
STOP_SECONDS = 60.0  # a file that is being stored is finished; reading one may take its 35 seconds


def receipt_for_people_and_programs(receipt: Receipt) -> Mapping[str, bytes]:
    """The receipt as JSON and as a workbook."""
    return {**receipt_as_json(receipt), ".bien-nhan.xlsx": receipt_workbook(receipt)}


@dataclass
class InboxWatch:
    """A thread that takes in what is put into `inbox/` until it is stopped."""

    store: Store
    first_start: FirstStart
    papers: Papers = receipt_for_people_and_programs
    _quiet: dict[Found, int] = field(default_factory=dict)
    _not_before: dict[Found, float] = field(default_factory=dict)
    _stopped: threading.Event = field(default_factory=threading.Event)
    _thread: threading.Thread | None = None

    def start(self) -> None:
        """Make the folder and begin to look into it."""
        (self.store.home / INBOX_NAME).mkdir(parents=True, exist_ok=True)
        self._thread = threading.Thread(target=self._run, name="inbox", daemon=True)
        self._thread.start()

    def stop(self) -> None:
        """End after the file in hand."""
        self._stopped.set()
        if self._thread is not None:
            self._thread.join(STOP_SECONDS)

    def look(self) -> None:
        """Look once: take in what has come to rest, put it away."""
        if self.first_start.is_running:  # figures of the show and real ones must not come at the same time
            return
        found = look_into(self.store.home)
        self._quiet = {it: self._quiet.get(it, -1) + 1 for it in found}
        now = time.monotonic()
        self._not_before = {it: at for it, at in self._not_before.items() if it in self._quiet}
        for it in found:
            if self._stopped.is_set():
                return
            if self._quiet[it] >= QUIET_LOOKS and self._not_before.get(it, 0) <= now:
                self._deal_with(it)

    def _run(self) -> None:
        patience = LOOK_SECONDS
        while not self._stopped.wait(patience):
            try:
                self.look()
                patience = LOOK_SECONDS
            except Exception:
                logger.exception("the drop folder could not be looked into")
                patience = AGAIN_SECONDS

    def _deal_with(self, found: Found) -> None:
        """What fails is left where it is for a while and does not hold up the others."""
        try:
            if found.fault is not None:
                put_away(self.store.home, found, refusal_of(found), self.papers)
            elif not is_being_written(found.path):
                self._take_in(found)
        except FileNotFoundError:
            logger.info("%r went away again", found.path.name)
        except Exception:
            logger.exception("%r is left in the drop folder for now", found.path.name)
            self._not_before[found] = time.monotonic() + AGAIN_SECONDS

    def _take_in(self, found: Found) -> None:
        job = job_of(found, IntakeRequest("", b"", datetime.now(LOCAL_ZONE), TAKEN_IN_BY, WAY))
        if job is not None:
            with coming_from(Origin("inbox")):
                for receipt in take_in_each([job], self.store):
                    put_away(self.store.home, found, receipt, self.papers)
