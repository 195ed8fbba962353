"""What the figures were measured on; a figure without its machine says nothing."""

import os
import platform
import subprocess
from dataclasses import dataclass
from datetime import datetime
from importlib.metadata import version
from pathlib import Path

import psutil

from bench.chromium import executable
from dashboard.settings import LOCAL_ZONE

LIBRARIES = ("streamlit", "dash", "plotly", "duckdb", "pandas", "pyarrow", "playwright")


@dataclass(frozen=True)
class Machine:
    """Processor, cores, memory (GiB), the programs' versions, the moment, and what else was running."""

    processor: str
    cores_count: int
    memory_gib: int
    system: str
    python: str
    browser: str
    libraries: tuple[str, ...]
    measured_at: datetime
    load_before: float  # runnable processes on average over the last minute, before the benches began


def this_machine() -> Machine:
    """The machine, asked before anything is measured on it."""
    browser = subprocess.run([executable(), "--version"], capture_output=True, text=True, check=True)
    return Machine(
        processor=_processor(),
        cores_count=os.cpu_count() or 1,
        memory_gib=round(psutil.virtual_memory().total / 2**30),
        system=f"{platform.system()} {platform.machine()}",
        python=platform.python_version(),
        browser=" ".join(browser.stdout.split()[:2]),
        libraries=tuple(f"{name} {version(name)}" for name in LIBRARIES),
        measured_at=datetime.now(LOCAL_ZONE),
        load_before=psutil.getloadavg()[0],
    )


def _processor() -> str:
    described = Path("/proc/cpuinfo")
    if not described.exists():
        return platform.processor() or platform.machine()
    names = (
        line.partition(":")[2].strip() for line in described.read_text().splitlines() if "model name" in line
    )
    return next(names, platform.machine())
