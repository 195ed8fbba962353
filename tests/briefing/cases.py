"""Weeks as they can turn out, over all communes of the province, whole numbers chosen by the test."""

from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from datetime import date, datetime, timedelta

import duckdb

from dashboard.briefing.content import BriefingContent, BriefingRequest, briefing_content
from dashboard.reference.carriers import carriers
from dashboard.reference.communes import communes
from dashboard.store.migrations import migrate
from dashboard.store.questions import tell
from tests.measures.reports import Counts, Report, counts, reported

ROUND = date(2026, 11, 18)
BEFORE, EARLIER = ROUND - timedelta(days=7), ROUND - timedelta(days=14)
CODES = tuple(carrier.code for carrier in carriers())
COMMUNES = tuple(commune.code for commune in communes())


@contextmanager
def empty_database() -> Iterator[duckdb.DuckDBPyConnection]:
    """A database in memory of today's schema."""
    with duckdb.connect() as connection:
        tell(connection, "local_time")
        migrate(connection)
        yield connection


def everywhere(total: int, verified: int, one_way: int = 0, two_way: int = 0) -> dict[str, Counts]:
    """The same counts in every commune; the total grows from one to the next, so that no rates are equal."""
    return {code: counts(total + place, verified, one_way, two_way) for place, code in enumerate(COMMUNES)}


def week(
    round_on: date, figures: Mapping[str, Counts], carrier_codes: tuple[str, ...] = CODES
) -> list[Report]:
    """A file of each carrier with the same figures, received in time."""
    return [Report(code, round_on, figures) for code in carrier_codes]


def again(carrier_code: str, round_on: date, figures: Mapping[str, Counts], at: datetime) -> Report:
    """A later file of a carrier for a round."""
    return Report(carrier_code, round_on, figures, at)


def briefed(
    database: duckdb.DuckDBPyConnection, reports: list[Report], request: BriefingRequest | None = None
) -> BriefingContent:
    """The briefing of a database that holds these reports only."""
    with reported(database, reports) as cursor:
        return briefing_content(cursor, request or BriefingRequest(ROUND))


def words(content: BriefingContent) -> str:
    """All sentences of a briefing."""
    parts = [content.opening.text]
    for section in content.sections:
        parts += [section.title, section.message, *section.paragraphs]
        parts += [item for group in section.points for item in group.items]
    return "\n".join([*parts, content.closing.text]).replace("\u00a0", " ")
