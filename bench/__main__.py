"""Measure everything in one run and write docs/performance.md: `make bench`, or `python -m bench --help`."""

import argparse
import sys
import tempfile
import time
from collections.abc import Callable, Mapping
from pathlib import Path
from typing import Any

from playwright.sync_api import sync_playwright

from bench.apps import APPS, App
from bench.changes import Changes, measure_changes
from bench.chromium import launch
from bench.country_map import CountryMap, measure_country_map
from bench.crowd import Crowd, measure_crowd
from bench.documents import measure_documents
from bench.first_map import FirstMap, measure_first_map
from bench.ingested_year import measure_ingested_year
from bench.loads import measure_load
from bench.machine import this_machine
from bench.meeting import MeetingBench, measure_meeting
from bench.office import Office, measure_office
from bench.planning import measure_planning
from bench.reading import measure_reading
from bench.report import report
from bench.results import Results
from bench.soak import HOUR_OF_CHANGES, measure_soak
from bench.stage import Stage, prepare
from bench.viewers import VIEWERS
from bench.year import country, province
from dashboard.paths import PROJECT_DIR, SHARED_DIR

REAL_LAYER = SHARED_DIR / "geo" / "thanh_hoa_communes.parquet"


def main() -> None:
    """Run what was asked for. Only a whole run is written down; a part of one is printed."""
    options = _options()
    machine = this_machine()
    with tempfile.TemporaryDirectory(prefix="bench-") as folder:
        stage = prepare(Path(folder), options.layer)
        measured = {name: _told(name, options, stage) for name in PARTS if name in options.parts}
        text = report(Results(machine, stage, **measured))
    if len(measured) == len(PARTS) and len(options.apps) == len(APPS):
        options.out.write_text(text, encoding="utf-8")
    sys.stdout.write(text)


def _changes(options: argparse.Namespace, stage: Stage) -> Mapping[App, Changes]:
    with sync_playwright() as playwright:
        browser = launch(playwright)
        try:
            return measure_changes(browser, options.apps, stage.folder, options.changes)
        finally:
            browser.close()


def _first_maps(options: argparse.Namespace, stage: Stage) -> Mapping[App, FirstMap]:
    with sync_playwright() as playwright:
        return measure_first_map(playwright, options.apps, stage.folder, options.starts)


def _crowds(options: argparse.Namespace, stage: Stage) -> Mapping[App, Crowd]:
    apps = [app for app in options.apps if app in VIEWERS]
    return {app: measure_crowd(app, stage.folder, options.crowd_seconds) for app in apps}


def _office(options: argparse.Namespace, stage: Stage) -> Office:
    with sync_playwright() as playwright:
        return measure_office(playwright, stage.folder, options.changes)


def _country_map(_options: argparse.Namespace, stage: Stage) -> CountryMap | str:
    with sync_playwright() as playwright:
        return measure_country_map(playwright, stage.folder / "country-map")


def _meeting(_options: argparse.Namespace, stage: Stage) -> MeetingBench:
    with sync_playwright() as playwright:
        return measure_meeting(playwright, stage.folder)


PARTS: Mapping[str, Callable[[argparse.Namespace, Stage], Any]] = {
    "changes": _changes,
    "first_maps": _first_maps,
    "crowds": _crowds,
    "office": _office,
    "country_map": _country_map,
    "meeting": _meeting,
    "reading": lambda _options, stage: measure_reading(stage.folder),
    "ingested_year": lambda _options, stage: measure_ingested_year(stage.folder / "year"),
    "province": lambda _options, stage: measure_load(province(), stage.folder / "province"),
    "country": lambda _options, stage: measure_load(country(), stage.folder / "country"),
    "documents": lambda options, stage: measure_documents(stage.folder / "documents", options.layer),
    "planning": lambda options, _stage: measure_planning(options.layer),
    "soak": lambda options, stage: measure_soak(stage.folder, options.soak_changes),
}


def _told(name: str, options: argparse.Namespace, stage: Stage) -> Any:
    """The part's result; how long it took is told meanwhile."""
    began = time.monotonic()
    result = PARTS[name](options, stage)
    sys.stderr.write(f"{name}: {time.monotonic() - began:.0f} s\n")
    return result


def _options() -> argparse.Namespace:
    parser = argparse.ArgumentParser(prog="python -m bench", description=__doc__)
    named = {app.name: app for app in APPS}
    parser.add_argument("--parts", nargs="+", choices=PARTS, default=tuple(PARTS))
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
