"""Days and moments as the command line takes them."""

from datetime import UTC, date, datetime

import pytest
import typer

from dashboard.cli.days import moment, round_day


def test_a_day_and_a_moment_of_the_departments_clock():
    assert round_day("2026-11-11") == date(2026, 11, 11)
    assert moment("2026-11-11T09:30").astimezone(UTC) == datetime(2026, 11, 11, 2, 30, tzinfo=UTC)
    assert moment("2026-11-11T09:30Z") == datetime(2026, 11, 11, 9, 30, tzinfo=UTC)


@pytest.mark.parametrize("text", ["9999-12-31", "2100-01-06", "2019-12-31", "0001-01-01", "11/11/2026", ""])
def test_other_words_and_impossible_years_are_wrong_use(text: str):
    with pytest.raises(typer.BadParameter):
        round_day(text)
    with pytest.raises(typer.BadParameter):
        moment(text)
