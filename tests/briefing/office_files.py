"""Reading what was made with other programs, and the cases that every renderer is shown with."""

import shutil
import subprocess
from functools import cache
from pathlib import Path

from dashboard.briefing.content import BriefingContent, BriefingRequest
from tests.briefing.cases import BEFORE, CODES, COMMUNES, ROUND, again, briefed, empty_database, week
from tests.measures.reports import Report, at, counts

CASES = ("whole", "missing", "restated", "first")


def spread(start: int) -> dict[str, tuple[int, int, int, int, int]]:
    """Rates from low to high over the communes, totals that differ."""
    return {
        code: counts(1000 + 7 * place, min(1000, start + 5 * place), 40 + place % 9, 10)
        for place, code in enumerate(COMMUNES)
    }


def reports_of(case: str) -> list[Report]:
    """Two whole weeks; a carrier missing; a figure restated; one week only."""
    before, now = week(BEFORE, spread(180)), week(ROUND, spread(200))
    return {
        "whole": [*before, *now],
        "missing": [*before, *week(ROUND, spread(200), CODES[:4])],
        "restated": [*before, *now, again("viettel", BEFORE, spread(175), at(ROUND, 8))],
        "first": now,
    }[case]


@cache
def content_of(case: str) -> BriefingContent:
    """The case's briefing, computed once."""
    with empty_database() as database:
        return briefed(database, reports_of(case), BriefingRequest(ROUND))


def as_pdf(files: list[Path], folder: Path) -> list[Path]:
    """All files at once through LibreOffice, which takes its seconds mostly to start."""
    program = shutil.which("soffice") or shutil.which("libreoffice")
    assert program, "LibreOffice is not installed: sh tests/programs.sh"
    profile = (folder / "profile").as_uri()
    subprocess.run(
        [program, f"-env:UserInstallation={profile}", "--headless", "--convert-to", "pdf", "--outdir",
         str(folder), *map(str, files)],
        check=True, capture_output=True, timeout=240,
    )  # fmt: skip
    made = [folder / f"{file.stem}.pdf" for file in files]
    assert all(path.exists() for path in made), "LibreOffice could not open a file"
    return made


def text_of(pdf: Path) -> str:
    """What a reader of the PDF sees, page by page."""
    told = subprocess.run(
        ["pdftotext", "-layout", str(pdf), "-"], check=True, capture_output=True, timeout=60
    )
    return told.stdout.decode("utf-8")
