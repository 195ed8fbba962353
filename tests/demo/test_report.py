"""What a simulated file says, and what the planted events do to it."""

from collections.abc import Callable
from datetime import date, timedelta

from hypothesis import given, settings
from hypothesis import strategies as st

from dashboard.demo.events import EventKind
from dashboard.demo.figures import figures_on
from dashboard.demo.report import Report

ROUND = date(2026, 11, 4)
seeds = st.integers(0, 2**32)


def test_an_ordinary_report_holds_the_figures_of_its_round(report: Callable[..., Report]):
    plain = report("viettel")
    expected = figures_on(7, ROUND).of_carrier("viettel")
    assert plain.counts()["verified_count"].to_pylist() == expected.verified_count.tolist()
    assert plain.counts().num_rows == 166
    assert plain.stated_totals == tuple(int(counts.sum()) for counts in expected.columns())


def test_communes_left_out_have_no_row_and_do_not_count(report: Callable[..., Report]):
    short = report("vinaphone", EventKind.COMMUNES_LEFT_OUT)
    assert short.counts().num_rows == 163
    assert short.stated_totals[0] == sum(short.counts()["total_count"].to_pylist())


def test_a_stale_total_is_that_of_the_week_before(report: Callable[..., Report]):
    stale = report("vinaphone", EventKind.STALE_TOTAL)
    before = figures_on(7, ROUND - timedelta(weeks=1)).of_carrier("vinaphone")
    assert stale.stated_totals[1] == before.verified_count.sum()
    assert stale.counts().equals(report("vinaphone").counts())


@settings(max_examples=25, deadline=None)
@given(seed=seeds)
def test_an_overstated_report_adds_up_and_the_next_week_falls_below_it(
    seed: int, report: Callable[..., Report]
):
    wrong = report("mobifone", EventKind.OVERSTATED, seed=seed).figures
    right = report("mobifone", seed=seed).figures
    locked = wrong.locked_one_way_count + wrong.locked_two_way_count
    assert (locked <= wrong.unverified_count).all()
    assert (wrong.verified_count >= right.verified_count).all()
    assert (wrong.verified_count > right.verified_count).sum() == 6
    next_week = figures_on(seed, ROUND + timedelta(weeks=1)).of_carrier("mobifone")
    assert (next_week.verified_count < wrong.verified_count).any()
