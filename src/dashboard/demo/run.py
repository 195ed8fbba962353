"""The demo as a whole: simulated files written to a folder, or taken in by the road of every file."""

from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path
from typing import TypeAlias

from dashboard.demo.layouts import LAYOUT_OF_CARRIER
from dashboard.demo.plan import DemoRequest, PlannedFile, planned_files
from dashboard.demo.report import report_of
from dashboard.intake.receipt import Receipt
from dashboard.intake.request import IntakeRequest
from dashboard.intake.take_in import take_in
from dashboard.reference.carriers import carrier_by_code
from dashboard.store.database import Store
from dashboard.store.questions import ask

Progress: TypeAlias = Callable[
    [int, int, str], None
]  # files done, files in all, what is being done (Vietnamese)
TAKEN_IN_BY = "Chương trình mô phỏng"


class RealFiguresError(Exception):
    """The database holds real submissions; simulated ones would supersede them."""


@dataclass(frozen=True)
class WrittenFile:
    """A file in a folder, with what the folder does not say: when the Department would have received it."""

    path: Path
    planned: PlannedFile

    def as_json(self) -> dict[str, str]:
        """Name, carrier, round and time of arrival."""
        return {
            "file": self.path.name,
            "carrier": self.planned.carrier_code,
            "round": self.planned.round_on.isoformat(),
            "received_at": self.planned.received_at.isoformat(),
        }


def run_demo(request: DemoRequest, store: Store, progress: Progress | None = None) -> tuple[Receipt, ...]:
    """Take in the simulated files of a request as if they arrived one by one; their receipts in that order.

    Nothing but its name and content tells the intake what a file is. `progress` is called before each file
    and after the last. A second run of the same request changes nothing: every file is a duplicate. Raises
    RealFiguresError, before anything is stored, where the database holds submissions that are not simulated.
    """
    _refuse_beside_real_figures(store)
    files = planned_files(request)
    receipts = []
    for done_count, file in enumerate(files):
        _tell(progress, done_count, files)
        receipts.append(take_in(_intake_request(file), store))
    _tell(progress, len(files), files)
    return tuple(receipts)


def write_files(
    request: DemoRequest, folder: Path, progress: Progress | None = None
) -> tuple[WrittenFile, ...]:
    """Write the files of a request into `folder` (made where absent) and say where each is."""
    folder.mkdir(parents=True, exist_ok=True)
    files = planned_files(request)
    written = []
    for done_count, file in enumerate(files):
        _tell(progress, done_count, files)
        path = folder / file_name(file)
        path.write_bytes(content(file))
        written.append(WrittenFile(path, file))
    _tell(progress, len(files), files)
    return tuple(written)


def file_name(file: PlannedFile) -> str:
    """Carrier and round, which a bare CSV says nowhere else, and that the file is simulated."""
    correction = "_dinh-chinh" if file.is_correction else ""
    suffix = LAYOUT_OF_CARRIER[file.carrier_code].suffix
    return f"{file.carrier_code}_{file.round_on:%Y-%m-%d}{correction}_mo-phong{suffix}"


def content(file: PlannedFile) -> bytes:
    """The file itself, in its carrier's layout."""
    return LAYOUT_OF_CARRIER[file.carrier_code].write(report_of(file))


def _refuse_beside_real_figures(store: Store) -> None:
    cursor = store.reader()
    try:
        real_count = ask(cursor, "demo/real_submissions")["submissions_count"][0].as_py()
    finally:
        cursor.close()
    if real_count:
        raise RealFiguresError(f"{real_count} submissions are not simulated")


def _intake_request(file: PlannedFile) -> IntakeRequest:
    return IntakeRequest(
        file_name=file_name(file),
        content=content(file),
        received_at=file.received_at,
        taken_in_by=TAKEN_IN_BY,
        way="demo",
        is_simulated=True,
    )


def _tell(progress: Progress | None, done_count: int, files: tuple[PlannedFile, ...]) -> None:
    if progress is None:
        return
    if done_count == len(files):
        progress(done_count, len(files), "Đã xong số liệu mô phỏng")
        return
    file = files[done_count]
    carrier = carrier_by_code()[file.carrier_code].name
    progress(done_count, len(files), f"Số liệu mô phỏng: {carrier}, kỳ {file.round_on:%d/%m/%Y}")
