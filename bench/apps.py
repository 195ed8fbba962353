"""The apps that are measured side by side: how each is started, and how a reader changes its filter."""

import os
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path

from bench.serving import Server, serving
from dashboard.paths import PROJECT_DIR

STREAMLIT = (
    *(sys.executable, "-m", "streamlit", "run"),
    *("--server.port={port}", "--server.address=127.0.0.1", "--server.headless=true"),
    *("--server.fileWatcherType=none", "--browser.gatherUsageStats=false"),
)


@dataclass(frozen=True)
class App:
    """An app under measurement.

    `control` is the Playwright selector of the filter that takes the keys, `forth` the key that moves it away
    from where it stands at first, `back` the one that moves it back.
    """

    name: str
    command: tuple[str, ...]
    answers_at: str
    control: str
    forth: str
    back: str
    changes_share: float = (
        1.0  # of the changes asked for: a slow app is measured less often, not less exactly
    )


OURS = App(
    name="this dashboard",
    command=(*STREAMLIT, "--runner.postScriptGC=false", str(PROJECT_DIR / "app.py")),
    answers_at="/_stcore/health",
    control="#filter-round",
    forth="ArrowDown",  # the list of rounds begins with the latest
    back="ArrowUp",
)
DASH_WEBGL = App(
    name="Dash, Patch()",
    command=(sys.executable, "-m", "bench.peers.dash_patch", "{port}", "webgl"),
    answers_at="/_dash-layout",
    control="role=slider",
    forth="ArrowRight",
    back="ArrowLeft",
)
DASH_SVG = App(
    name="Dash, Patch(), SVG map",
    command=(sys.executable, "-m", "bench.peers.dash_patch", "{port}", "svg"),
    answers_at="/_dash-layout",
    control="role=slider",
    forth="ArrowRight",
    back="ArrowLeft",
)
NAIVE = App(
    name="plain Streamlit",
    command=(*STREAMLIT, str(PROJECT_DIR / "bench" / "peers" / "streamlit_naive.py")),
    answers_at="/_stcore/health",
    control="role=slider",
    forth="ArrowRight",
    back="ArrowLeft",
    changes_share=1 / 3,
)
APPS = (OURS, DASH_WEBGL, DASH_SVG, NAIVE)


@contextmanager
def running(app: App, folder: Path) -> Iterator[Server]:
    """The app with the figures and polygons that `bench.stage.prepare` put into `folder`."""
    with serving(app.command, folder, environment(folder), app.answers_at) as server:
        yield server


def environment(folder: Path) -> dict[str, str]:
    """Where the figures are; and no Internet, no demo figures, nothing found by chance.

    The interpreter keeps its bytecode, as it does wherever nobody forbids it: without, every start would read
    the libraries anew (pandas alone takes a second).
    """
    known = {name: value for name, value in os.environ.items() if name != "PYTHONDONTWRITEBYTECODE"}
    return known | {
        "BENCH_FOLDER": str(folder),
        "DASHBOARD_HOME": str(folder / "home"),
        "PYTHONPYCACHEPREFIX": str(folder / "bytecode"),
        "DASHBOARD_FIRST_START_DOWNLOAD": "false",
        "DASHBOARD_FIRST_START_DEMO": "false",
        "PYTHONPATH": f"{PROJECT_DIR / 'src'}{os.pathsep}{PROJECT_DIR}",
    }
