"""What a carrier is told of the province tells it of no other: by a round, by two moments, by a part."""

from datetime import timedelta

import pytest
from hypothesis import given
from hypothesis import settings as effort
from hypothesis import strategies as st

from dashboard.measures.figures import figures_by_province
from dashboard.measures.published_total import FEWEST_OTHERS, P_PCT, is_safe, published_total
from dashboard.measures.scope import Scope
from dashboard.reference.round_calendar import read_calendar
from dashboard.reference.round_decisions import By, open_ad_hoc_round
from dashboard.store.database import Store
from tests.web.homes import filled_by_itself  # noqa: F401
from tests.web.prepared import FIRST, LAST, WHOLE, report


def total(store: Store, round_on, asker: str = "vinaphone"):  # type: ignore[no-untyped-def]  # noqa: ANN001
    with store.reader() as cursor:
        return published_total(cursor, read_calendar(cursor).round(round_on), asker)


def test_the_total_of_a_whole_round_is_told_and_of_others_none(filled: Store):
    told = total(filled, WHOLE)
    (row,) = figures_by_province(filled.reader(), Scope(WHOLE)).to_pylist()
    assert told is not None
    assert told.counts == {name: row[name] for name in told.counts}
    assert told.verified_pct == pytest.approx(row["verified_pct"])
    assert (total(filled, FIRST), total(filled, LAST)) == (None, None)
    assert total(filled, WHOLE, "nobody") is None


def test_once_told_it_stays_whatever_comes_after(filled: Store):
    report(filled, "wintel_2026-11-11.csv", LAST, hour=11)
    before = total(filled, LAST)
    report(filled, "mobifone_2026-11-11.xlsx", LAST, hour=15)  # three communes more
    (row,) = figures_by_province(filled.reader(), Scope(LAST)).to_pylist()
    assert before is not None
    assert row["total_count"] > before.counts["total_count"]
    assert total(filled, LAST) == before


def test_a_round_that_asks_only_some_is_never_told(filled: Store):
    due = total(filled, WHOLE).as_of + timedelta(days=40)
    open_ad_hoc_round(filled, due, ("viettel", "vinaphone", "mobifone"), By("Lan", "thử"))
    assert total(filled, due.date()) is None


@given(st.dictionaries(st.sampled_from("abcdef"), st.integers(0, 10**6), min_size=1))
@effort(max_examples=60, deadline=None)
def test_nobody_comes_near_the_largest_of_the_others(parts: dict[str, int]):
    for asker, own in parts.items():
        others = sorted(count for code, count in parts.items() if code != asker)
        if is_safe(parts, asker):
            rest = sum(parts.values()) - own  # what the asker works out
            assert rest - others[-1] >= P_PCT / 100 * others[-1]
            assert len(others) >= FEWEST_OTHERS
            assert others[-1] > 0


def test_one_other_alone_or_one_that_is_nearly_all_is_unsafe():
    assert not is_safe({"a": 5, "b": 7}, "a")
    assert not is_safe({"a": 5, "b": 1000, "c": 99}, "a")
    assert is_safe({"a": 5, "b": 1000, "c": 100}, "a")
    assert not is_safe({"a": 5, "b": 0, "c": 0}, "a")
