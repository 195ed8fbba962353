"""The planner's part of the bench: the instance is as written down, and the table says what was found."""

from pathlib import Path

import numpy as np
import pytest

from bench.planning import Planning, measure_planning
from bench.planning_report import planning_lines
from bench.reference_instance import reference_instance
from dashboard.paths import SHARED_DIR
from dashboard.support.planner.search import Found, State

LAYER = SHARED_DIR / "geo" / "thanh_hoa_communes.parquet"


@pytest.mark.skipif(not LAYER.exists(), reason="the public layer is not at hand")
def test_the_reference_instance_has_the_sums_that_were_written_down():
    instance = reference_instance(Path(LAYER))
    assert len(instance.commune_codes) == 166
    assert instance.demand.unverified.sum() == 1_033_339
    assert instance.groups.free_days.sum() == 1_444
    assert instance.points.free_days[:, 0].sum() == 170 * 5
    assert np.round(instance.demand.subscriber_count.sum()) == 4_000_000


def test_the_table_says_what_is_reached_and_what_is_missed():
    first = Found(State.GREEDY, "greedy", 1.0, 1000.0, np.inf)
    last = Found(State.FEASIBLE, "weeks", 90.0, 1250.0, 1350.0)
    text = "\n".join(planning_lines(Planning(first, 2.0, last, 125.0, 600.0)))
    assert "| better than greedy | 25 % | 20 %, reached |" in text.replace("25.0", "25")
    assert "120 s, missed" in text
    assert "5 %, missed" in text
    assert "State told: feasible" in text


def test_without_a_layer_nothing_is_measured_or_told():
    assert measure_planning(None) is None
    assert list(planning_lines(None)) == []
