"""Which figures a scope asks for, and what it refuses to mean."""

from datetime import datetime
from typing import Any

import pytest

from dashboard.measures.scope import Scope, everyone
from tests.measures.reports import LAST, SMALL_WORLD


@pytest.mark.parametrize(
    "wrong",
    [{"basis": "last-year"}, {"kind": "thị trấn"}, {"as_of": datetime(2026, 11, 11, 9)}],  # noqa: DTZ001
)
def test_a_scope_that_would_silently_select_nothing_is_refused(wrong: dict[str, Any]):
    with pytest.raises(ValueError, match=r"is none of|no time zone"):
        Scope(LAST, **wrong)


def test_no_carriers_named_means_all_and_named_ones_keep_the_order_of_the_reference_table():
    assert SMALL_WORLD.carriers_in(Scope(LAST)).tolist() == [0, 1, 2]
    assert SMALL_WORLD.carriers_in(Scope(LAST, carriers=("cnet", "anet"))).tolist() == [0, 2]


def test_a_carrier_nobody_knows_is_an_error_and_not_an_empty_answer():
    with pytest.raises(ValueError, match="dnet"):
        SMALL_WORLD.carriers_in(Scope(LAST, carriers=("anet", "dnet")))


def test_a_kind_selects_its_communes():
    assert len(everyone().communes_in(Scope(LAST))) == 166
    assert len(everyone().communes_in(Scope(LAST, kind="phường"))) == 19
    assert len(everyone().communes_in(Scope(LAST, kind="xã"))) == 147
