"""Low alone or low together: what is planted is found, and chance alone is told of seldom."""

from itertools import product

import numpy as np
import pytest

from dashboard.measures.neighbourhood import (
    COMMUNES_LEAST,
    Borders,
    Neighbourhood,
    Pattern,
    low_groups,
    neighbourhoods,
)
from dashboard.measures.scope import Expected
from dashboard.reference.carriers import Carrier
from dashboard.reference.communes import Commune
from tests.measures.cubes import THIS_WEEK, Pair, cube_of

SIDE = 12
PLACES = list(product(range(SIDE), range(SIDE)))
TOTAL = 100_000
HIGH, LOW = 80.0, 40.0


def code_of(row: int, column: int) -> str:
    return f"{10_000 + SIDE * row + column}"


def chequered(side: int = SIDE) -> Borders:
    """Squares that border on those beside, above and below."""
    across = [
        (code_of(row, column), code_of(row, column + 1)) for row in range(side) for column in range(side - 1)
    ]
    down = [
        (code_of(row, column), code_of(row + 1, column)) for row in range(side - 1) for column in range(side)
    ]
    return across + down


def found_of(rates: dict[tuple[int, int], float | None], borders: Borders) -> dict[str, Neighbourhood]:
    """A field of communes with those rates; None is a commune without figures."""
    world = Expected(
        tuple(Commune(code_of(*place), f"Xã {place}", "xã", 1.0, 105.0, 20.0, "", ()) for place in rates),
        (Carrier("anet", "ANET", ("anet",), "#000000"),),
    )
    figures: list[list[Pair]] = [
        [None if rate is None else (TOTAL, round(TOTAL * rate / 100), 0, 0)] for rate in rates.values()
    ]
    return {it.commune_code: it for it in neighbourhoods(cube_of([figures], world), THIS_WEEK, borders)}


def noisy(seed: int) -> dict[tuple[int, int], float | None]:
    random = np.random.default_rng(seed)
    return {place: float(HIGH + random.normal(0, 2)) for place in PLACES}


def test_a_planted_low_region_is_one_group_and_nobody_far_from_it_is_low():
    rates = noisy(1)
    planted = list(product(range(2, 6), range(2, 6)))
    rates |= dict.fromkeys(planted, LOW)
    borders = chequered()
    found = found_of(rates, borders)
    [group] = low_groups(found.values(), borders)
    inner = {code_of(*place) for place in product((3, 4), (3, 4))}
    assert inner <= {it.commune_code for it in group} <= {code_of(*place) for place in planted}


def test_one_low_among_higher_is_told_and_says_by_how_much():
    rates = noisy(2)
    for row, column in product((4, 5, 6), (4, 5, 6)):
        rates[row, column] = HIGH + 12  # higher than the rest, so that chance is no explanation
    rates[5, 5] = LOW
    found = found_of(rates, chequered())
    alone = found[code_of(5, 5)]
    assert alone.pattern is Pattern.LOW_AMONG_HIGHER
    assert alone.gap_pct == pytest.approx(LOW - HIGH - 12)
    assert alone.neighbours_count == 4
    assert next(iter(found)) == code_of(5, 5), "the lowest against its neighbours comes first"


def test_in_figures_thrown_at_random_hardly_anybody_is_told_of():
    told = [
        sum(it.pattern is not None for it in found_of(noisy(seed), chequered()).values()) for seed in range(6)
    ]
    assert sum(told) <= 2  # without the adjustment about forty of 864


def test_the_same_figures_give_the_same_answer():
    assert found_of(noisy(3), chequered()) == found_of(noisy(3), chequered())


def test_without_figures_nobody_is_a_neighbour_and_islands_are_left_out():
    rates = noisy(4)
    for place in ((0, 1), (1, 0)):
        rates[place] = None
    found = found_of(rates, chequered())
    assert code_of(0, 0) not in found, "both its neighbours are without figures"
    assert code_of(0, 1) not in found
    assert found[code_of(1, 1)].neighbours_count == 2


def test_of_few_communes_or_equal_rates_nothing_is_told():
    few = {place: LOW if place == (0, 0) else HIGH for place in product(range(3), range(3))}
    assert len(few) < COMMUNES_LEAST
    equal: dict[tuple[int, int], float | None] = dict.fromkeys(PLACES, HIGH)
    for rates in (few, equal):
        assert {it.pattern for it in found_of(rates, chequered()).values()} == {None}  # type: ignore[arg-type]
    assert found_of(dict.fromkeys(PLACES), chequered()) == {}
