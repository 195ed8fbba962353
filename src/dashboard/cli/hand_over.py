"""Files and wishes handed to the running app, and what it answers."""

import threading
from collections.abc import Iterator
from contextlib import suppress

from dashboard.cli.running_app import heard, line_to_app
from dashboard.demo.plan import DemoRequest
from dashboard.demo.run import Progress
from dashboard.handover.line import Line, LineError
from dashboard.intake.oversized import Oversized
from dashboard.intake.receipt import Receipt
from dashboard.intake.receipt_json import receipt_from_json
from dashboard.intake.request import IntakeRequest

Job = tuple[IntakeRequest, Oversized | None]


def handed_over(jobs: Iterator[Job], asked: IntakeRequest, *, dry_run: bool) -> Iterator[Receipt]:
    """The app's receipts of files, in their order; files go out while receipts come in.

    Raises NobodyThereError, before any file is read, where no app takes the call.
    """
    with line_to_app() as line:
        line.tell(
            {
                "ask": "ingest",
                "received_at": asked.received_at.isoformat(),
                "taken_in_by": asked.taken_in_by,
                "way": asked.way,
                "carrier": asked.carrier_code,
                "round": asked.round_on.isoformat() if asked.round_on else None,
                "dry_run": dry_run,
            }
        )
        sending = _Sending(line, jobs)
        sending.start()
        while "receipt" in (answer := heard(line)):
            yield receipt_from_json(answer["receipt"])
        sending.join()
        if (
            sending.failure is not None
        ):  # a file that could not be read here: the app has done those before it
            raise sending.failure


def demo_handed_over(request: DemoRequest, progress: Progress) -> tuple[Receipt, ...] | None:
    """The simulated files taken in by the app; None where it holds real ones. Raises NobodyThereError."""
    with line_to_app() as line:
        line.tell(
            {
                "ask": "demo",
                "seed": request.seed,
                "rounds_count": request.rounds_count,
                "last_round_on": request.last_round_on.isoformat(),
                "known_at": request.known_at.isoformat(),
            }
        )
        while "progress" in (answer := heard(line)):
            progress(*answer["progress"])
    if "refused" in answer:
        return None
    return tuple(receipt_from_json(receipt) for receipt in answer["receipts"])


class _Sending(threading.Thread):
    """Sends the files; that of each is read only when its turn comes."""

    def __init__(self, line: Line, jobs: Iterator[Job]) -> None:
        super().__init__(name="sending", daemon=True)
        self.line, self.jobs = line, jobs
        self.failure: OSError | None = None

    def run(self) -> None:
        with suppress(LineError):  # who listens for receipts hears of it too
            try:
                for request, too_large in self.jobs:
                    self._send(request, too_large)
            except OSError as error:
                self.failure = error
            self.line.tell({"end": True})

    def _send(self, request: IntakeRequest, too_large: Oversized | None) -> None:
        told: dict[str, str | int] = {"file": request.file_name}
        if too_large is not None:
            told |= {"size_bytes": too_large.size_bytes, "sha256": too_large.sha256}
        self.line.tell(told)
        if too_large is None:
            self.line.send(request.content)
