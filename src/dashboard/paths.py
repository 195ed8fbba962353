"""Where things lie. The bottom of the import graph: imports nothing of ours."""

import os
from collections.abc import Mapping
from pathlib import Path

PROJECT_DIR = Path(__file__).resolve().parents[2]
DATA_DIR = PROJECT_DIR / "data"
GEO_DIR = PROJECT_DIR / "geo"
SHARED_DIR = PROJECT_DIR.parent / "shared"  # real layers to test with; absent on most machines


def home() -> Path:
    """Folder of the live database, archive, journal and imported layers: DASHBOARD_HOME, else data/var."""
    return Path(os.environ.get("DASHBOARD_HOME") or DATA_DIR / "var").resolve()


def register_dir() -> Path:
    """Folder of communes.csv and old_communes.csv: DASHBOARD_REGISTER for another area, else data/."""
    return Path(os.environ.get("DASHBOARD_REGISTER") or DATA_DIR).resolve()


def with_our_source(environment: Mapping[str, str]) -> dict[str, str]:
    """An environment in which a process of ours finds this package, installed or not."""
    found = os.pathsep.join(filter(None, (str(PROJECT_DIR / "src"), environment.get("PYTHONPATH", ""))))
    return {**environment, "PYTHONPATH": found}
