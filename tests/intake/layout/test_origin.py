"""What sources say of carrier and round, and what comes of it."""

from datetime import date

import pytest

from dashboard.intake.layout.origin import Said, origin_of
from dashboard.reference.round_calendar import RoundCalendar
from tests.intake.reports import request_of


@pytest.mark.parametrize(
    ("given", "content", "file_name", "value"),
    [
        ("a", ("b",), ("c",), "a"),
        (None, ("b",), ("c",), "b"),
        (None, (), ("c",), "c"),
        (None, ("a", "b"), ("b",), "b"),
        (None, ("a", "b"), (), None),
        (None, ("a", "b"), ("c",), None),
        (None, (), ("a", "b"), None),
        (None, (), (), None),
    ],
)
def test_given_comes_first_then_content_then_name(
    given: str | None, content: tuple[str, ...], file_name: tuple[str, ...], value: str | None
):
    assert Said(given, content, file_name).value == value


def test_a_source_disagrees_only_when_it_says_something_else():
    assert Said("a", ("b",), ()).content_disagrees
    assert not Said("a", (), ()).content_disagrees
    assert not Said("a", ("b", "a"), ()).content_disagrees
    assert Said(None, ("a",), ("b",)).name_disagrees
    assert not Said(None, ("a",), ()).name_disagrees


def test_days_lead_to_the_round_they_belong_to():
    origin = origin_of(request_of("mobifone 10.11.2026.xlsx"), (), None, RoundCalendar())
    assert origin.round_on.value == date(2026, 11, 11)
    assert origin.day == date(2026, 11, 10)
    assert origin.carrier.value == "mobifone"


def test_nothing_said_is_nothing_known():
    origin = origin_of(request_of("x.xlsx"), (), None, RoundCalendar())
    assert (origin.carrier.value, origin.round_on.value, origin.day) == (None, None, None)
