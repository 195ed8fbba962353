"""A search in its own process: what it found is seen, stopping keeps it, and a child that dies is told."""

import time

import pytest

from bench.reference_instance import reference_instance
from dashboard.paths import SHARED_DIR
from dashboard.support.planner.child import peak_memory_mib
from dashboard.support.planner.running import PlanRun, Standing
from dashboard.support.planner.search import State
from tests.support.planner.small import small_instance

LARGE = (60, 4, 40, 4)


def until_found(run: PlanRun) -> Standing:
    """Wait for the first plan."""
    for _ in range(600):
        standing = run.standing()
        if standing.found or not standing.is_running:
            return standing
        time.sleep(0.05)
    raise AssertionError("no plan within 30 s")


def test_a_run_ends_with_its_answer_and_its_memory():
    standing = PlanRun(small_instance(2), 20).wait()
    assert standing.found is not None
    assert standing.found.state == State.OPTIMAL
    assert not standing.is_running
    assert not standing.is_broken
    assert standing.peak_memory_mib is not None
    assert standing.peak_memory_mib < 1000


def test_the_memory_told_is_the_childs_own_and_not_its_parents():
    held = bytearray(1 << 30)
    held[:: 1 << 12] = bytes(len(range(0, 1 << 30, 1 << 12)))  # each page touched, so that it is really held
    standing = PlanRun(small_instance(2), 20).wait()
    assert standing.peak_memory_mib is not None
    assert standing.peak_memory_mib < len(held) >> 20


def test_stopping_keeps_what_was_found_and_ends_the_process():
    run = PlanRun(small_instance(2, LARGE, 20.0), 120)
    assert until_found(run).found is not None
    stopped = run.stop()
    assert stopped.is_stopped
    assert not stopped.is_broken
    assert stopped.found is not None
    assert stopped.found.state in (State.GREEDY, State.FEASIBLE)
    assert run._child.poll() is not None


def test_a_child_that_dies_is_told_and_not_called_solved():
    run = PlanRun(small_instance(2, LARGE, 20.0), 120)
    until_found(run)
    run._child.kill()
    standing = run.wait()
    assert standing.is_broken
    assert not standing.is_stopped


def test_memory_is_measured():
    assert peak_memory_mib() > 10


@pytest.mark.skipif(not (SHARED_DIR / "geo").exists(), reason="the public layer is not at hand")
def test_the_province_has_a_first_plan_within_five_seconds():
    run = PlanRun(reference_instance(SHARED_DIR / "geo" / "thanh_hoa_communes.parquet"), 60)
    standing = until_found(run)
    run.stop()
    assert standing.found is not None
    assert standing.found.state == State.GREEDY
    assert standing.found.days is not None
    assert standing.seconds < 5
    assert (standing.found.days.visits.sum(axis=0) <= 70).all()
