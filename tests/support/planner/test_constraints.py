"""The model is the one in docs/planner.md: names, numbers, and rows one can check by hand."""

import re
from dataclasses import replace

import numpy as np
import pytest

from dashboard.paths import PROJECT_DIR
from dashboard.support.planner.columns import columns_of
from dashboard.support.planner.constraints import CONSTRAINTS, turnout, volunteers_serve
from dashboard.support.planner.instance import Published
from dashboard.support.planner.rows import Term, numbered, rows_of, stacked
from tests.support.planner.small import small_instance


def test_every_constraint_is_named_and_numbered_as_in_the_document():
    text = (PROJECT_DIR / "docs" / "planner.md").read_text(encoding="utf-8")
    section = text.split("## Constraints")[1].split("\n## ")[0]
    written = re.findall(r"`([a-z_]+)`(?: \((8[ab])\))?:", section)
    numbers = re.findall(r"^(\d+)\. ", section, flags=re.MULTILINE)
    assert [name for name, _ in written] == [function.__name__ for function in CONSTRAINTS.values()]
    assert [key.rstrip("ab") for key in dict.fromkeys(key.rstrip("ab") for key in CONSTRAINTS)] == numbers


def test_volunteers_serve_six_each_and_an_open_point_thirty():
    instance = small_instance(0)
    at = columns_of(instance)
    rows = volunteers_serve(instance, at)
    values = np.zeros(at.count)
    values[at.served[0, 0, 0]] = 100
    values[at.group_days[0, 0]] = 1
    values[at.point_days[0, 0, 0]] = 2
    assert (rows.matrix @ values)[0] == pytest.approx(100 - 6 * instance.groups.size[0] - 60)


def test_a_third_of_a_visit_brings_a_third_of_each_class():
    instance = small_instance(0)
    at = columns_of(instance)
    rows = turnout(instance, at)
    values = np.zeros(at.count)
    values[at.visit[0, 1]] = 1 / 3
    most = instance.demand.unverified[0, 0] * instance.demand.turnout * (1 - instance.demand.hazard) / 3
    values[at.verified[0, 0, :, 1]] = most
    assert (rows.matrix @ values <= 1e-9).all()
    values[at.verified[0, 0, 1, 1]] += 0.01
    assert (rows.matrix @ values > 1e-9).any()


def test_days_other_than_published_are_counted_both_ways():
    instance = small_instance(0)
    pairs, weeks = len(instance.groups.pair_group), 2
    published = Published(np.zeros((2, 2)), np.zeros((2, 1, 2)), np.eye(pairs, weeks), np.zeros((1, 2, 2)))
    instance = replace(instance, fixed=replace(instance.fixed, published=published))
    at = columns_of(instance)
    rows = CONSTRAINTS["17"](instance, at)
    values = np.zeros(at.count)
    values[at.group_days[0, 1]] = 1  # added; (0, 0) and (1, 1) dropped
    values[[at.changed[0, 0], at.changed[0, 1], at.changed[1, 1]]] = 1
    assert (rows.matrix @ values >= rows.lower).all()
    values[at.changed[1, 1]] = 0.5
    assert (rows.matrix @ values < rows.lower).sum() == 1


def test_rows_add_up_terms_that_meet_in_one_place():
    row = numbered(2)
    block = rows_of(
        [Term(row, np.array([0, 1])), Term(row, np.array([0, 0]), 2.0)], (-1.0, [3.0, 4.0]), (2, 2)
    )
    both = stacked([block, block])
    assert both.matrix.toarray().tolist() == [[3, 0], [2, 1], [3, 0], [2, 1]]
    assert both.upper.tolist() == [3, 4, 3, 4]
    assert both.lower.tolist() == [-1] * 4
