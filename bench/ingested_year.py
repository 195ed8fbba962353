"""A year of the province by the command line: simulated files of five carriers, one `ingest` of all."""

import json
import os
import subprocess
import sys
import time
from dataclasses import dataclass
from datetime import datetime
from pathlib import Path

from bench.year import LAST_ROUND_ON, ROUNDS_COUNT
from dashboard.demo.plan import demo_request
from dashboard.demo.run import write_files
from dashboard.settings import LOCAL_ZONE


@dataclass(frozen=True)
class IngestedYear:
    """How many files, how many of them were taken in, and the seconds from the command's start to its end."""

    files_count: int
    accepted_count: int
    seconds: float


def measure_ingested_year(folder: Path) -> IngestedYear:
    """Write the files first; then a fresh process takes all of them into an empty home."""
    files = year_of_files(folder / "files", ROUNDS_COUNT)
    command = [sys.executable, "-m", "dashboard", "ingest", *map(str, files), "--json"]
    environment = os.environ | {"DASHBOARD_HOME": str(folder / "home")}
    began = time.perf_counter()
    done = subprocess.run(command, env=environment, capture_output=True, check=True)
    seconds = time.perf_counter() - began
    statuses = [receipt["status"] for receipt in json.loads(done.stdout)["files"]]
    return IngestedYear(len(statuses), sum(status.startswith("accepted") for status in statuses), seconds)


def year_of_files(folder: Path, rounds_count: int) -> list[Path]:
    """Files of every carrier for so many rounds up to the benches' last, in the order in which they came."""
    request = demo_request(datetime.now(LOCAL_ZONE), LAST_ROUND_ON, rounds_count=rounds_count)
    return [written.path for written in write_files(request, folder)]
