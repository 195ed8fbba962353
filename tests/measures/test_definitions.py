"""The definitions: complete, and about what is measured."""

import pytest

from dashboard.measures.cube import COUNTS
from dashboard.measures.definitions import Definition, definitions, value_text
from dashboard.paths import PROJECT_DIR
from dashboard.reference.policy import policy


def test_every_measure_of_the_map_and_every_count_is_defined():
    assert set(policy().scales) | set(COUNTS) <= set(definitions())


@pytest.mark.parametrize("definition", definitions().values(), ids=definitions().keys())
def test_a_definition_says_what_why_and_what_to_beware_of(definition: Definition):
    for sentence in (definition.what, definition.why, definition.caution):
        assert sentence[0].isupper()
        assert sentence.endswith(".")
    assert definition.label
    assert definition.unit
    assert definition.better in {"higher", "lower", "neither"}


COUNTED = {name: it for name, it in definitions().items() if it.numerator}


def test_what_is_no_sum_or_quotient_says_where_its_calculation_stands():
    for definition in definitions().values():
        if not definition.numerator:
            assert not definition.denominator
            path = PROJECT_DIR / definition.source.split("; ")[-1 if "Thông tư" in definition.source else 0]
            assert path.exists()


@pytest.mark.parametrize("definition", COUNTED.values(), ids=COUNTED.keys())
def test_what_is_divided_is_counted(definition: Definition):
    assert definition.numerator in COUNTS
    assert definition.denominator in {"", *COUNTS}
    assert bool(definition.denominator) == (definition.unit in {"%", "điểm %"})


@pytest.mark.parametrize("definition", definitions().values(), ids=definitions().keys())
def test_a_definition_is_either_checked_by_somebody_on_a_day_or_by_nobody(definition: Definition):
    assert bool(definition.checked_by) == bool(definition.checked_on)


def test_values_are_written_with_their_unit_and_decimals():
    texts = [
        value_text(definitions()[name], value)
        for name, value in (
            ("verified_pct", 85.34),
            ("verified_pct_change", 0.44),
            ("unverified_count", 1234),
            ("verified_pct", None),
        )
    ]
    assert texts == ["85,3\u00a0%", "+0,4\u00a0điểm\u00a0%", "1.234", "–"]
