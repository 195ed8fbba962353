"""A carrier's reports beside its progress, on files that were really taken in."""

from datetime import datetime

from dashboard.intake.acceptance import warnings_filed
from dashboard.measures import Scope, figures_by_carrier
from dashboard.measures.carrier_record import carrier_records
from dashboard.measures.cube import read_history
from dashboard.measures.lock_clock import two_way_soon_at_most
from dashboard.measures.punctuality import Punctuality
from dashboard.settings import LOCAL_ZONE
from dashboard.store.database import Store
from tests.web.homes import filled_by_itself  # noqa: F401
from tests.web.prepared import LAST, ROUNDS

NOW = datetime(2026, 11, 12, tzinfo=LOCAL_ZONE)


def test_progress_and_reports_of_every_carrier(filled: Store):
    cursor, scope = filled.reader(), Scope(LAST)
    records = carrier_records(cursor, read_history(cursor, LAST), scope, NOW)
    figures = figures_by_carrier(cursor, scope).to_pylist()
    assert [it.carrier.code for it in records] == [row["carrier_code"] for row in figures]
    assert [it.verified_pct for it in records] == [row["verified_pct"] for row in figures]
    assert [it.unverified_count for it in records] == [row["unverified_count"] for row in figures]
    soon = two_way_soon_at_most(read_history(cursor, LAST), scope).sum(axis=0)
    assert [it.two_way_soon_at_most_count for it in records] == soon.tolist()
    missing = {it.carrier.code for it in records if it.turns[-1].punctuality is Punctuality.MISSING}
    assert missing == {"wintel"}
    assert {len(it.turns) for it in records} == {len(ROUNDS)}
    warned = [it.carrier_code for it in warnings_filed(cursor, LAST) if it.acceptance is None]
    assert {it.carrier.code: it.open_warnings_count for it in records if it.open_warnings_count} == {
        code: warned.count(code) for code in set(warned)
    }


def test_only_the_carriers_asked_for(filled: Store):
    cursor, scope = filled.reader(), Scope(LAST, carriers=("mobifone",))
    [record] = carrier_records(cursor, read_history(cursor, LAST), scope, NOW)
    assert record.carrier.code == "mobifone"
    assert record.resent_count >= 0
