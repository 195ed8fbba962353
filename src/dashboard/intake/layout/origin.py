"""Whose report it is and of which round: as given, as the content says, as the file's name says."""

from collections.abc import Sequence
from dataclasses import dataclass, field
from datetime import date
from typing import Generic, TypeVar

from dashboard.intake.layout.carrier_names import carriers_in_content, carriers_in_name
from dashboard.intake.layout.header import Header
from dashboard.intake.layout.report_days import days_in_content, days_in_name, doubtful_days
from dashboard.intake.reading.sheet import Sheet
from dashboard.intake.request import IntakeRequest
from dashboard.reference.reporting_round import Round
from dashboard.reference.round_calendar import RoundCalendar

T = TypeVar("T")


@dataclass(frozen=True)
class Said(Generic[T]):
    """What each source says of one thing."""

    given: T | None
    content: tuple[T, ...]
    file_name: tuple[T, ...]

    @property
    def value(self) -> T | None:
        """As given, else as the content says, else as the file's name says; None where they leave it open.

        A source that says several things says none; the file's name may pick one of those in the content.
        """
        if self.given is not None:
            return self.given
        picked = tuple(thing for thing in self.content if thing in self.file_name)
        sources = (self.content, picked) if self.content else (self.file_name,)
        return next((things[0] for things in sources if len(things) == 1), None)

    @property
    def content_disagrees(self) -> bool:
        """Whether the content says otherwise than what is given."""
        return self.given is not None and bool(self.content) and self.given not in self.content

    @property
    def name_disagrees(self) -> bool:
        """Whether the file's name says otherwise than what is given or stands in the content."""
        return self.value is not None and bool(self.file_name) and self.value not in self.file_name


@dataclass(frozen=True)
class Origin:
    """Code of the carrier; the day that names the round; the days as they were said.

    `doubtful_days` are dates of a letter that say no round: it may be the one before or the one after.
    """

    carrier: Said[str]
    round_on: Said[date]
    days: tuple[date, ...]
    doubtful_days: tuple[date, ...] = ()
    calendar: RoundCalendar = field(default_factory=RoundCalendar)

    @property
    def day(self) -> date | None:
        """The day as said that led to the round, the one that names it or not."""
        return next((day for day in self.days if self.calendar.round_of(day) == self.round_on.value), None)

    @property
    def round(self) -> Round | None:
        """The round, as the calendar knows it when the file is looked at."""
        return None if self.round_on.value is None else self.calendar.round(self.round_on.value)


def origin_of(
    request: IntakeRequest, sheets: Sequence[Sheet], header: Header | None, calendar: RoundCalendar
) -> Origin:
    """All that is said of carrier and round; the calendar says which round a day belongs to."""
    given = () if request.round_on is None else (request.round_on,)
    content, file_name = days_in_content(sheets, header, calendar), days_in_name(request.file_name)
    rounds = [tuple(dict.fromkeys(map(calendar.round_of, days))) for days in (given, content, file_name)]
    return Origin(
        carrier=Said(
            request.carrier_code,
            carriers_in_content(sheets, header),
            carriers_in_name(request.file_name),
        ),
        round_on=Said(rounds[0][0] if rounds[0] else None, rounds[1], rounds[2]),
        days=(*given, *content, *file_name),
        doubtful_days=doubtful_days(sheets, header, calendar),
        calendar=calendar,
    )
