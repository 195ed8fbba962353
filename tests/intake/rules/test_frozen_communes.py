"""Communes that nobody fills in any more."""

import pytest

from dashboard.store.database import Store
from tests.intake.weeks import ONE_WAY, Counts, counts_of, found_in, send

RULE = "frozen_communes"
FROZEN = slice(0, 6)


def with_frozen(ago: int) -> Counts:
    counts = counts_of(ago)
    counts[FROZEN] = counts_of(2)[FROZEN]
    return counts


def test_communes_that_stand_still_for_three_rounds_are_named(store: Store):
    send(store, with_frozen(2), 2)
    send(store, with_frozen(1), 1)
    [finding] = found_in(store, RULE, with_frozen(0))
    assert finding.severity == "warning"
    assert finding.message.startswith("6 xã, phường không có số nào thay đổi từ kỳ 28/10/2026: Phường")


@pytest.mark.parametrize("moved_ago", [0, 1, 2])
def test_one_move_in_any_of_the_three_is_enough_to_be_quiet(moved_ago: int, store: Store):
    weeks = {ago: counts_of(ago) if ago == moved_ago else with_frozen(ago) for ago in range(3)}
    if moved_ago == 2:
        weeks[2][FROZEN, ONE_WAY] -= 1
    send(store, weeks[2], 2)
    send(store, weeks[1], 1)
    assert not found_in(store, RULE, weeks[0])


def test_two_rounds_are_too_few_to_say(store: Store):
    send(store, with_frozen(1), 1)
    assert not found_in(store, RULE, with_frozen(0))


def test_one_or_two_communes_may_stand_still_by_chance(store: Store):
    few = {ago: counts_of(ago) for ago in range(3)}
    for counts in few.values():
        counts[:4] = counts_of(2)[:4]
    send(store, few[2], 2)
    send(store, few[1], 1)
    assert not found_in(store, RULE, few[0])
