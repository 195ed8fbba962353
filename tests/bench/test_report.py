"""The page of figures: aims beside them, ours against the best peer, nothing said that was not measured."""

from datetime import datetime
from pathlib import Path

import pytest

from bench.apps import DASH_SVG, NAIVE, OURS
from bench.changes import Changes
from bench.crowd import Crowd
from bench.loads import Load
from bench.machine import Machine
from bench.report import report
from bench.results import Results
from bench.soak import Soak
from bench.spread import Spread
from bench.stage import Stage
from dashboard.boundaries.layers import layer_in_force
from dashboard.settings import LOCAL_ZONE
from dashboard.store.database import Store

MACHINE = Machine(
    processor="a processor",
    cores_count=2,
    memory_gib=24,
    system="Linux x86_64",
    python="3.11.7",
    browser="Chromium 156",
    libraries=("streamlit 1.67.0",),
    measured_at=datetime(2026, 11, 24, 9, 30, tzinfo=LOCAL_ZONE),
    load_before=0.3,
)


@pytest.fixture
def stage(store: Store) -> Stage:
    return Stage(Path(), layer_in_force(store))


def changes(p50_ms: float, cpu_ms: float) -> Changes:
    return Changes(Spread(30, p50_ms, 2 * p50_ms), received_bytes=1137, cpu_ms=cpu_ms)


def line_of(text: str, label: str) -> list[str]:
    (line,) = (line for line in text.splitlines() if line.startswith(f"| {label}"))
    return [cell.strip() for cell in line.split("|")[2:-1]]


def test_a_line_has_every_app_the_aim_and_the_ratio_to_the_best_peer(stage: Stage):
    measured = {OURS: changes(40, 4), DASH_SVG: changes(100, 8), NAIVE: changes(700, 250)}
    text = report(Results(MACHINE, stage, changes=measured))
    assert line_of(text, "filter change, key press to painted, p50") == [
        "40",
        "100",
        "700",
        "60, reached",
        "0.40",
    ]
    assert line_of(text, "filter change, key press to painted, p95")[3] == "100, reached"


def test_an_aim_that_was_missed_is_called_missed(stage: Stage):
    text = report(Results(MACHINE, stage, changes={OURS: changes(61, 10.5)}))
    assert line_of(text, "filter change, key press to painted, p50")[1] == "60, missed"
    assert line_of(text, "server CPU per filter change")[1] == "10, missed"


def test_the_machine_and_the_layer_are_named(stage: Stage):
    text = report(Results(MACHINE, stage))
    assert "Measured 24/11/2026 09:30 on a processor, 2 cores, 24 GiB" in text
    assert stage.layer.source_name in text


def test_an_app_too_slow_for_a_crowd_is_said_to_need_so_many_cores(stage: Stage):
    crowds = {OURS: Crowd(Spread(300, 5, 9), changes_per_second=20, cpu_ms=4, memory_mib=200)}
    measured = {OURS: changes(40, 4), NAIVE: changes(700, 250)}
    text = " ".join(report(Results(MACHINE, stage, changes=measured, crowds=crowds)).split())
    assert "not let loose on plain Streamlit: by its CPU per change they would need 5 cores" in text


def test_loads_and_memory_are_told_with_their_aims(stage: Stage):
    load = Load(1_381_536, 416, 4.8, 20.3, Spread(30, 18, 25), Spread(30, 21, 26))
    soak = Soak(3600, 60, 120, start_mib=180, warm_mib=200, end_mib=201, highest_mib=202, growth_mib=0.4)
    text = report(Results(MACHINE, stage, country=load, soak=soak))
    assert (
        "1,381,536 rows, one transaction for each of 416 reports | 4.80 s (20.3 MiB) | 5 s, reached" in text
    )
    assert "the map's question of it, last known | 21 ms p50, 26 ms p95 | 20 ms, missed" in text
    assert "rise over the last three quarters is +0.4 MiB" in " ".join(text.split())


def test_what_was_not_measured_is_not_mentioned(stage: Stage):
    text = report(Results(MACHINE, stage, changes={OURS: changes(40, 4)}))
    assert [line for line in text.splitlines() if line.startswith("## ")] == [
        "## Beside other ways to make the same map"
    ]
