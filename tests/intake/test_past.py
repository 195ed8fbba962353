"""What the database knows that bears on a new file."""

from datetime import date, timedelta

from dashboard.intake.past import Past, Sought, look_back
from dashboard.intake.take_in import store_examined
from dashboard.store.database import Store
from tests.intake.reports import RECEIVED_AT, ROUND_ON, changed, examined, good_rows, request_of, sheet_of


def past_of(store: Store, carrier_code: str | None, round_on: date | None) -> Past:
    cursor = store.reader()
    try:
        return look_back(cursor, Sought(request_of().sha256, carrier_code, round_on, RECEIVED_AT))
    finally:
        cursor.close()


def test_an_empty_database_knows_nothing(store: Store):
    assert past_of(store, "mobifone", ROUND_ON) == Past()


def test_the_same_bytes_are_found_also_when_carrier_and_round_are_unknown(store: Store):
    store_examined(examined(store, sheet_of(good_rows())), store)
    past = past_of(store, None, None)
    assert past.same_report("mobifone", ROUND_ON) == past.same_bytes[0]
    assert past.same_report("wintel", ROUND_ON) is None


def test_the_file_received_last_is_in_force_whatever_came_in_last(store: Store):
    store_examined(examined(store, sheet_of(good_rows())), store)
    earlier = RECEIVED_AT - timedelta(hours=1)
    sheet = sheet_of(changed(3, 5, 4))
    store_examined(examined(store, sheet, content=b"older", received_at=earlier), store)
    standing = past_of(store, "mobifone", ROUND_ON).standing
    assert standing is not None
    assert (standing.submission_id, standing.received_at) == ("00000001", RECEIVED_AT)
    assert set(standing.totals.values()) == {100}


def test_the_round_before_is_the_last_one_reported(store: Store):
    store_examined(examined(store, sheet_of(good_rows())), store)
    past = past_of(store, "mobifone", ROUND_ON + timedelta(weeks=3))
    assert past.round_before_on == ROUND_ON
    assert (past.totals_before["14758"], past.verified_before["14758"]) == (100, 70)
