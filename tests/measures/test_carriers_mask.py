"""Masks of carriers."""

from dashboard.measures.carriers_mask import carriers_in
from dashboard.reference.carriers import carriers


def test_a_mask_names_carriers_in_the_order_of_the_reference_table():
    everybody = carriers()
    assert carriers_in(0) == ()
    assert carriers_in(0b101) == (everybody[0], everybody[2])
    assert carriers_in((1 << len(everybody)) - 1) == everybody
