"""What people have confirmed that bears on how a file is read and matched: data, read once for each file."""

from dataclasses import dataclass

import duckdb

from dashboard.intake.layout.confirmed import layouts_in_force
from dashboard.intake.layout.known import KnownLayouts
from dashboard.intake.matching.aliases import Aliases, aliases_in_force
from dashboard.reference.round_calendar import RoundCalendar, read_calendar


@dataclass(frozen=True)
class Confirmed:
    """Names and layouts in force, and the rounds as they were decided."""

    aliases: Aliases
    layouts: KnownLayouts
    calendar: RoundCalendar


def confirmed_so_far(cursor: duckdb.DuckDBPyConnection, known_before: str | None = None) -> Confirmed:
    """All that stands now (in a rebuild: all that stood when the file came in).

    `known_before` is the id of an act (IntakeRequest): then what stood before it.
    """
    before = int(known_before) if known_before else None
    return Confirmed(
        aliases_in_force(cursor, before), layouts_in_force(cursor, before), read_calendar(cursor)
    )
