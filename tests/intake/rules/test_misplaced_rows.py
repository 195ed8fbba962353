"""Figures beside the wrong names."""

import numpy as np
import pytest

from dashboard.store.database import Store
from tests.intake.weeks import counts_of, found_in, send_weeks

RULE = "misplaced_rows"


@pytest.mark.parametrize("first", [0, 100, 140])
def test_figures_that_slipped_by_a_line_are_one_warning(first: int, store: Store):
    send_weeks(store)
    counts = counts_of()
    counts[first:] = np.roll(counts[first:], 1, axis=0)
    [finding] = found_in(store, RULE, counts)
    assert finding.severity == "warning"
    assert "đứng nhầm dòng" in finding.message


def test_so_are_figures_sorted_apart_from_their_names(store: Store):
    send_weeks(store)
    counts = counts_of()
    assert found_in(store, RULE, counts[np.argsort(counts[:, 0])])


def test_a_week_as_it_should_be_or_one_that_grew_everywhere_is_none(store: Store):
    send_weeks(store)
    assert not found_in(store, RULE, counts_of())
    assert not found_in(store, RULE, counts_of() * 3)


def test_two_communes_in_each_others_place_are_left_to_the_jump_of_their_totals(store: Store):
    send_weeks(store)
    counts = counts_of()
    counts[[0, 1]] = counts[[1, 0]]
    assert not found_in(store, RULE, counts)
    assert found_in(store, "total_jump", counts)
