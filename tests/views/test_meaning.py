"""The help of a page says what the reviewed file says."""

import pytest

from dashboard.measures.definitions import definitions
from dashboard.views.meaning import meaning_of


@pytest.mark.parametrize("name", definitions())
def test_every_definition_can_be_told_with_its_direction_and_who_checked_it(name: str):
    it, said = definitions()[name], meaning_of(name)
    assert it.what in said
    assert it.caution in said
    assert ("Sở chưa duyệt" in said) == (not it.checked_by)


def test_several_stand_below_one_another():
    assert meaning_of("verified_pct", "drag_pct").count("\n\n") == 1
