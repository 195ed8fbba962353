"""What leaves the app says as of when it was made."""

from datetime import datetime

import pytest

from dashboard.figures.words import Background, Words, words_about
from dashboard.measures.selection import Selection
from dashboard.settings import LOCAL_ZONE
from dashboard.store.database import Store
from tests.measures.reports import LAST, Report, at, counts, store_reports

HAC_THANH = "14797"


@pytest.fixture
def reported(store: Store) -> Store:
    """viettel at nine, vinaphone at ten."""
    told = {HAC_THANH: counts(1000, 700)}
    with store.writer() as cursor:
        store_reports(
            cursor,
            [Report("viettel", LAST, told, at(LAST, 9)), Report("vinaphone", LAST, told, at(LAST, 10))],
        )
    return store


def words(store: Store, as_of: datetime | None = None) -> Words:
    with store.reader() as cursor:
        return words_about(cursor, Selection(LAST), Background("Sơ đồ", "abc", as_of))


def test_a_moment_that_figures_stand_for_is_told_and_later_files_are_not_counted(reported: Store):
    found = words(reported, datetime(LAST.year, LAST.month, LAST.day, 9, 15, tzinfo=LOCAL_ZONE))
    assert f"nhận đến 09:00 {LAST:%d/%m/%Y}; tính đến 09:15 {LAST:%d/%m/%Y}" in found.source
    assert "1/5 đã báo cáo" in found.lines[1]


def test_without_a_moment_none_is_told(reported: Store):
    found = words(reported)
    assert f"nhận đến 10:00 {LAST:%d/%m/%Y}; bản số liệu abc." in found.source
    assert found.notes[0] == "Sơ đồ."
