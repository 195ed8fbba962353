"""A file beside the carrier's round before."""

import numpy as np

from dashboard.intake.compared import FEWEST_COMMUNES, Compared, compared, share_pct
from dashboard.reference.communes import communes
from dashboard.store.database import Store
from tests.intake.reports import examined
from tests.intake.weeks import TOTAL, Counts, counts_of, send_weeks, sheet


def compared_to_past(store: Store, counts: Counts, rows: slice = slice(None)) -> Compared | None:
    whole = sheet(counts)
    part = type(whole)(whole.name, (*whole.rows[:2], *whole.rows[2:][rows]))
    return compared(examined(store, part, content=b"now").case)


def test_the_communes_in_both_are_compared(store: Store):
    send_weeks(store)
    both = compared_to_past(store, counts_of(), slice(0, 20))
    assert both is not None
    assert both.communes_count == 20
    np.testing.assert_array_equal(both.now["total_count"], counts_of()[:20, TOTAL])
    np.testing.assert_array_equal(both.before["total_count"], counts_of(1)[:20, TOTAL])
    assert both.names(both.places < 1) == [communes()[0].name]


def test_without_a_past_or_with_too_few_communes_nothing_is(store: Store):
    assert compared_to_past(store, counts_of()) is None
    send_weeks(store)
    assert compared_to_past(store, counts_of(), slice(0, FEWEST_COMMUNES - 1)) is None
    assert compared_to_past(store, counts_of(), slice(0, FEWEST_COMMUNES)) is not None


def test_a_commune_that_was_large_is_compared_however_small_it_is_now(store: Store):
    send_weeks(store, carrier_code="mobifone")
    tiny = counts_of()
    tiny[0] = (10, 8, 2, 0, 0)
    both = compared_to_past(store, tiny)
    assert both is not None
    assert 0 in both.places


def test_the_share_of_nothing_is_zero():
    assert share_pct(np.array([], dtype=bool)) == 0
    assert share_pct(np.array([True, False, False, False])) == 25
