"""A simulated report with what a test wants to happen to it."""

from collections.abc import Callable
from datetime import date, datetime
from typing import TypeAlias

import pytest

from dashboard.demo.events import EventKind
from dashboard.demo.plan import PlannedFile
from dashboard.demo.report import Report, report_of
from dashboard.settings import LOCAL_ZONE

ReportOf: TypeAlias = Callable[..., Report]  # (carrier_code, *events, seed=7)


@pytest.fixture(scope="session")
def report() -> ReportOf:
    """The report of a carrier for the round of 4 November 2026, with these events."""

    def planned(carrier_code: str, *events: EventKind, seed: int = 7) -> Report:
        received_at = datetime(2026, 11, 3, 15, 0, tzinfo=LOCAL_ZONE)
        return report_of(PlannedFile(seed, carrier_code, date(2026, 11, 4), received_at, frozenset(events)))

    return planned
