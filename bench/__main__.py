"""Measure everything in one run and write docs/performance.md: `make bench`, or `python -m bench --help`."""

import argparse
import sys
import tempfile
import time
from collections.abc import Callable
from pathlib import Path
from typing import TypeVar

from playwright.sync_api import sync_playwright

from bench.apps import APPS, App
from bench.changes import measure_changes
from bench.chromium import launch
from bench.crowd import Crowd, measure_crowd
from bench.first_map import measure_first_map
from bench.loads import measure_load
from bench.machine import this_machine
from bench.reading import measure_reading
from bench.report import report
from bench.results import Results
from bench.soak import HOUR_OF_CHANGES, measure_soak
from bench.stage import Stage, prepare
from bench.viewers import VIEWERS
from bench.year import year_of_the_country, year_of_the_province
from dashboard.paths import PROJECT_DIR, SHARED_DIR

PARTS = ("changes", "first-map", "crowd", "reading", "loads", "soak")
REAL_LAYER = SHARED_DIR / "geo" / "thanh_hoa_communes.parquet"
Measured = TypeVar("Measured")


def main() -> None:
    """Run what was asked for. Only a whole run is written down; a part of one is printed."""
    options = _options()
    with tempfile.TemporaryDirectory(prefix="bench-") as folder:
        stage = prepare(Path(folder), options.layer)
        text = report(_measure(options, stage))
    if set(options.parts) == set(PARTS) and len(options.apps) == len(APPS):
        options.out.write_text(text, encoding="utf-8")
    sys.stdout.write(text)


def _measure(options: argparse.Namespace, stage: Stage) -> Results:
    machine = this_machine()
    apps, folder = options.apps, stage.folder

    def part(name: str, measure: Callable[[], Measured], otherwise: Measured) -> Measured:
        return _told(name, measure) if name in options.parts else otherwise

    with sync_playwright() as playwright:
        browser = launch(playwright)
        changes = part("changes", lambda: measure_changes(browser, apps, folder, options.changes), {})
        browser.close()
        first_maps = part(
            "first-map", lambda: measure_first_map(playwright, apps, folder, options.starts), {}
        )
    return Results(
        machine=machine,
        stage=stage,
        changes=changes,
        first_maps=first_maps,
        crowds=part("crowd", lambda: _crowds(apps, folder, options.crowd_seconds), {}),
        reading=part("reading", lambda: measure_reading(folder), None),
        province=part("loads", lambda: measure_load(year_of_the_province, folder / "province"), None),
        country=part("loads", lambda: measure_load(year_of_the_country, folder / "country"), None),
        soak=part("soak", lambda: measure_soak(folder, options.soak_changes), None),
    )


def _crowds(apps: list[App], folder: Path, seconds: float) -> dict[App, Crowd]:
    return {app: measure_crowd(app, folder, seconds) for app in apps if app in VIEWERS}


def _told(name: str, measure: Callable[[], Measured]) -> Measured:
    began = time.monotonic()
    measured = measure()
    sys.stderr.write(f"{name}: {time.monotonic() - began:.0f} s\n")
    return measured


def _options() -> argparse.Namespace:
    parser = argparse.ArgumentParser(prog="python -m bench", description=__doc__)
    named = {app.name: app for app in APPS}
    parser.add_argument("--parts", nargs="+", choices=PARTS, default=PARTS)
    parser.add_argument("--apps", nargs="+", choices=named, default=tuple(named))
    parser.add_argument("--changes", type=int, default=30, help="filter changes of each app, at most 49")
    parser.add_argument("--starts", type=int, default=3, help="fresh servers and browsers of each app")
    parser.add_argument("--crowd-seconds", type=float, default=15)
    parser.add_argument("--soak-changes", type=int, default=HOUR_OF_CHANGES)
    parser.add_argument("--layer", type=Path, default=REAL_LAYER if REAL_LAYER.exists() else None)
    parser.add_argument("--out", type=Path, default=PROJECT_DIR / "docs" / "performance.md")
    options = parser.parse_args()
    options.apps = [named[name] for name in options.apps]
    return options


if __name__ == "__main__":
    main()
