"""Totals far from the commune's own history; with a short one the policy allows 20 % and 200 subscribers."""

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from dashboard.intake.history import Block, Row
from dashboard.intake.reading.sheet import CellValue, Sheet
from dashboard.intake.rules.total_jump import jumps
from dashboard.intake.take_in import store_examined
from dashboard.reference.communes import communes
from dashboard.reference.policy import policy
from dashboard.store.database import Store
from tests.intake.reports import examined, found, sheet_of
from tests.intake.rules.test_verified_falls import of_week
from tests.intake.weeks import TOTAL, UNVERIFIED, Counts, counts_of, found_in, send, send_weeks

RULE = "total_jump"


def report(day: str, *totals: int) -> Sheet:
    """All communes with 1,000 subscribers; the first ones with these totals."""
    every = [*totals, *[1000] * (len(communes()) - len(totals))]
    rows: list[list[CellValue]] = [
        [commune.code, commune.name, total, total, 0, 0, 0]
        for commune, total in zip(communes(), every, strict=True)
    ]
    return of_week(day, sheet_of(rows))


def test_a_jump_either_way_is_a_warning_with_both_counts_and_the_share(store: Store):
    store_examined(examined(store, report("04/11/2026")), store)
    up, down = found(store, RULE, report("11/11/2026", 1500, 700), content=b"next")
    assert (up.severity, up.row, up.column, up.value) == ("warning", 3, "C", "1500")
    assert "tăng 50,00\u00a0%, từ 1.000 (kỳ 04/11/2026) thành 1.500" in up.message
    assert "giảm 30,00\u00a0%" in down.message


def test_small_changes_in_share_or_in_number_are_none(store: Store):
    store_examined(examined(store, report("04/11/2026", 1000, 100)), store)
    assert not found(store, RULE, report("11/11/2026", 1200, 299), content=b"next")
    assert not found(store, RULE, report("11/11/2026", 5000), content=b"next", file_name="wintel.xlsx")


def test_a_file_in_another_unit_gives_a_handful_and_one_that_counts_the_rest(store: Store):
    store_examined(examined(store, report("04/11/2026")), store)
    *_, last = warnings = found(store, RULE, report("11/11/2026", *[1_000_000] * 166), content=b"next")
    assert len(warnings) == 6
    assert "Còn 161 chỗ khác" in last.message


def moved(share: float, ago: int = 0, commune: int = 0) -> Counts:
    """A week with more subscribers still to verify in one commune."""
    counts = counts_of(ago)
    more = int(counts[commune, TOTAL] * share)
    counts[commune, TOTAL] += more
    counts[commune, UNVERIFIED] += more
    return counts


def test_with_a_history_of_its_own_a_commune_may_move_little(store: Store):
    send_weeks(store, 4)
    [finding] = found_in(store, RULE, moved(0.08))
    assert (finding.severity, finding.row) == ("warning", 3)
    assert "; trong 4 kỳ trước từ" in finding.message
    assert not found_in(store, RULE, moved(0.04))
    assert not found_in(store, RULE, counts_of())


def test_one_slip_in_the_past_hides_no_jump_and_the_way_back_is_none(store: Store):
    for ago in (5, 4, 3, 2):
        send(store, counts_of(ago), ago)
    send(store, moved(5.0, ago=1), 1)
    assert not found_in(store, RULE, counts_of())
    assert found_in(store, RULE, moved(0.3))


def test_a_level_once_reached_is_told_of_no_more(store: Store):
    for ago in (5, 4, 3, 2):
        send(store, counts_of(ago), ago)
    assert len(found_in(store, RULE, moved(0.5))) == 1
    send(store, moved(0.5, ago=1), 1)
    assert not found_in(store, RULE, moved(0.5))


def test_a_commune_left_out_in_the_round_before_is_held_against_the_one_it_was_in(store: Store):
    send_weeks(store, 5)
    rows = [[c.code, c.name, *map(int, row)] for c, row in zip(communes(), counts_of(1), strict=True)][1:]
    content = b"without the first"
    store_examined(examined(store, of_week("04/11/2026", sheet_of(rows)), content=content), store)
    [finding] = found_in(store, RULE, moved(0.3))
    assert "(kỳ 28/10/2026)" in finding.message


TOTALS = st.integers(20, 60_000)
WOBBLE = st.lists(st.floats(-0.01, 0.01), min_size=4, max_size=8)


def one_commune(*totals: float) -> Block:
    return np.array(totals, dtype=np.float64).reshape(-1, 1)


def is_jump(past: Block, now: float) -> bool:
    return bool(jumps(past, np.array([now]), policy().checks)[0])


@given(TOTALS, WOBBLE)
def test_who_stays_within_his_own_wobble_never_jumps(total: int, wobble: list[float]):
    past = one_commune(*(total * (1 + share) for share in wobble))
    assert not is_jump(past, total)


@given(TOTALS, WOBBLE, st.integers(0, 10_000_000), st.data())
def test_no_single_slip_of_the_past_makes_or_hides_a_jump(
    total: int, wobble: list[float], slip: int, data: st.DataObject
):
    past = one_commune(*(total * (1 + share) for share in wobble), total)
    past[data.draw(st.integers(0, len(past) - 1))] = slip
    assert not is_jump(past, total)
    assert is_jump(past, total * 4 + 200) or abs(total * 4 + 200 - past[0, 0]) <= 0.51 * total + 50


@given(TOTALS, st.integers(4, 8), st.integers(0, 100_000))
def test_a_flat_past_has_the_floor_and_nothing_narrower(total: int, rounds_count: int, now: int):
    limits = policy().checks
    allowed = max(total * limits.total_jump_least_pct / 100, limits.total_jump_least_count)
    assert is_jump(one_commune(*[total] * rounds_count), now) == (abs(now - total) > allowed)


@given(st.lists(TOTALS, min_size=4, max_size=8), TOTALS)
def test_what_the_round_before_said_never_jumps(past: list[int], before: int):
    assert not is_jump(one_commune(before, *past), before)


@pytest.mark.parametrize("rounds_count", [1, 2, 3])
def test_a_short_past_is_left_to_the_share(rounds_count: int):
    past: Row = np.full(rounds_count, 1000.0)
    assert not is_jump(one_commune(*past), 1200)
    assert is_jump(one_commune(*past), 1201)
