"""docs/performance.md: the run's figures beside the aims, and ours against the best peer."""

from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from textwrap import fill
from typing import Generic, TypeVar

from bench.apps import OURS, App
from bench.changes import Changes
from bench.country_map_report import country_map_lines
from bench.crowd import PERIOD_SECONDS, VIEWERS_COUNT, Crowd
from bench.documents_report import documents_lines
from bench.first_map import FirstMap
from bench.loads import Load
from bench.machine import Machine
from bench.meeting_report import meeting_lines
from bench.office_report import office_lines
from bench.planning_report import planning_lines
from bench.report_table import Cells, aim, number, table
from bench.results import Results
from bench.soak import Soak
from bench.stage import Stage

Result = TypeVar("Result")
WIDTH = 110  # of the text, in letters

HEAD = """# Performance

Written by `make bench`; do not edit. Every figure of a table comes from one run on one machine, the apps
taking turns. How each is measured stands at the head of its module in `bench/`. p50 is the middle value,
p95 the one that 95 of 100 stay under. The browser draws without a graphics card, which slows WebGL maps
more than SVG ones.
"""


@dataclass(frozen=True)
class Line(Generic[Result]):
    """One line of the table of apps: what it says of a result, and the aim for ours (None: none was set)."""

    label: str
    value: Callable[[Result], float]
    aim: float | None = None
    is_cost: bool = True  # less is better, so that ours can be held against the best peer


CHANGES: Sequence[Line[Changes]] = (
    Line("filter change, key press to painted, p50, ms", lambda it: it.painted_ms.p50, 60),
    Line("filter change, key press to painted, p95, ms", lambda it: it.painted_ms.p95, 100),
    Line("number of changes measured", lambda it: it.painted_ms.n, is_cost=False),
    Line("bytes received per filter change", lambda it: it.received_bytes, 1500),
    Line("server CPU per filter change, ms", lambda it: it.cpu_ms, 10),
)
FIRST_MAPS: Sequence[Line[FirstMap]] = (
    Line("first map in a cold browser, p50, ms", lambda it: it.visited_server_ms.p50, 2500),
    Line("until that map takes the pointer, p50, ms", lambda it: it.alive_ms.p50),
    Line("first map on a server just started, p50, ms", lambda it: it.new_server_ms.p50),
    Line("bytes received for the first page", lambda it: it.received_bytes),
)
CROWDS: Sequence[Line[Crowd]] = (
    Line(f"{VIEWERS_COUNT} viewers, to the whole answer, p50, ms", lambda it: it.answer_ms.p50),
    Line(f"{VIEWERS_COUNT} viewers, to the whole answer, p95, ms", lambda it: it.answer_ms.p95, 50),
    Line("changes answered per second", lambda it: it.changes_per_second, is_cost=False),
    Line("server CPU per change among them, ms", lambda it: it.cpu_ms),
    Line("server memory with all of them, MiB", lambda it: it.memory_mib),
)


def report(results: Results) -> str:
    """The whole page as Markdown; a part that was not measured is left out."""
    parts = {
        "Beside other ways to make the same map": [*_apps(results), *_unmeasured_crowd(results)],
        "Files and questions": [*table(("what", "figure", "aim"), [*_reading(results), *_loads(results)])],
        "An office at work": [*office_lines(results.office)],
        "The whole country": [*country_map_lines(results.country_map)],
        "The meeting": [*meeting_lines(results.meeting)],
        "What leaves the app": [*documents_lines(results.documents)],
        "The plan for support": [*planning_lines(results.planning)],
        "Memory": [*_soak(results.soak)],
    }
    lines = [HEAD, *_machine(results.machine, results.stage)]
    for title, part in parts.items():
        lines += [f"\n## {title}\n", *part] if part else []
    return "\n".join([*lines, ""])


def _machine(machine: Machine, stage: Stage) -> Iterator[str]:
    at = machine.measured_at.strftime("%d/%m/%Y %H:%M")
    yield f"- Measured {at} on {machine.processor}, {machine.cores_count} cores, {machine.memory_gib} GiB,"
    yield f"  {machine.system}; average load before the run {machine.load_before:.1f}"
    yield f"- Python {machine.python}, {machine.browser}, {', '.join(machine.libraries)}"
    packed, points = number(stage.layer.bytes_count / 1000), number(stage.layer.vertices_count)
    yield f"- Layer: {stage.layer.source_name}, {points} points, {packed} KB on the wire as we publish it"
    yield "- Figures: 166 communes, 5 carriers, 52 rounds, the same for every app"


def _apps(results: Results) -> Iterator[str]:
    apps = list(results.changes or results.first_maps or results.crowds)
    rows = [
        *_lines(CHANGES, results.changes, apps),
        *_lines(FIRST_MAPS, results.first_maps, apps),
        *_lines(CROWDS, results.crowds, apps),
    ]
    yield from table(("", *(app.name for app in apps), "aim", "ours / best peer"), rows)


def _lines(
    lines: Sequence[Line[Result]], results: Mapping[App, Result], apps: Sequence[App]
) -> Iterator[Cells]:
    for line in lines if results else ():
        values = {app: line.value(results[app]) for app in apps if app in results}
        cells = [number(values[app]) if app in values else "–" for app in apps]
        ratio = _ratio(values) if line.is_cost else ""
        yield line.label, *cells, aim(line.aim, values.get(OURS)), ratio


def _ratio(values: Mapping[App, float]) -> str:
    peers = [value for app, value in values.items() if app is not OURS]
    return f"{values[OURS] / min(peers):.2f}" if OURS in values and peers and min(peers) else ""


def _unmeasured_crowd(results: Results) -> Iterator[str]:
    per_second = VIEWERS_COUNT / PERIOD_SECONDS
    for app, changes in results.changes.items():
        if results.crowds and app not in results.crowds:
            cores = changes.cpu_ms * per_second / 1000
            yield "\n" + fill(
                f"{VIEWERS_COUNT} viewers were not let loose on {app.name}: by its CPU per change they would "
                f"need {number(cores)} cores of server.",
                WIDTH,
            )


def _reading(results: Results) -> Iterator[Cells]:
    reading = results.reading
    if reading:
        spread = f"{number(reading.file_ms.p50)} ms p50, {number(reading.file_ms.p95)} ms p95"
        yield f"reading and checking one report file (slowest: {reading.slowest_name})", spread, ""


def _loads(results: Results) -> Iterator[Cells]:
    year = results.ingested_year
    if year:
        label = (
            f"`ingest` of a year of the province, {year.files_count} files ({year.accepted_count} taken in)"
        )
        yield label, f"{number(year.seconds)} s", aim(60, year.seconds, " s")
    yield from _load("province", results.province, (None, None))
    yield from _load("country, 3,321 communes and 8 carriers", results.country, (5, 20))


def _load(name: str, load: Load | None, aims: tuple[float | None, float | None]) -> Iterator[Cells]:
    if load is None:
        return
    stored = f"{number(load.seconds)} s ({number(load.database_mib)} MiB)"
    rows = f"{number(load.rows_count)} rows, one transaction for each of {load.reports_count} reports"
    yield f"loading a year of the {name}: {rows}", stored, aim(aims[0], load.seconds, " s")
    for basis, spread in (("this week", load.this_week_ms), ("last known", load.last_known_ms)):
        asked = f"{number(spread.p50)} ms p50, {number(spread.p95)} ms p95"
        yield f"the map's question of it, {basis}", asked, aim(aims[1], spread.p50, " ms")


def _soak(soak: Soak | None) -> Iterator[str]:
    if soak is None:
        return
    start, warm, end, highest = map(number, (soak.start_mib, soak.warm_mib, soak.end_mib, soak.highest_mib))
    yield fill(
        f"{number(soak.changes_count)} filter changes by {soak.visits_count} viewers one after the other, "
        f"in {number(soak.seconds)} s, with `runner.postScriptGC = false`. Resident memory of the server: "
        f"{start} MiB at the first change, {warm} MiB after a quarter of them, {end} MiB at the end, never "
        f"over {highest} MiB; the fitted rise over the last three quarters is {soak.growth_mib:+.1f} MiB.",
        WIDTH,
    )
