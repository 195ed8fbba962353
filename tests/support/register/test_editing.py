"""An edited table as changes: read as a file's cells are, objected to in words, in sight of what stood."""

from datetime import UTC, date, datetime

from dashboard.store.contacts import Contact
from dashboard.store.decisions import Decision
from dashboard.support.register.editing import Edits, Known, wanted
from dashboard.support.register.keeping import Kept
from dashboard.support.register.kinds import HALLS, POINTS
from dashboard.support.register.records import Hall, ServicePoint

DECIDED = Decision(7, "hall", "a", {}, datetime(2026, 11, 25, tzinfo=UTC), "Lê B", "")
HALL = Hall("a", "14758", "Hội trường", people_per_day_count=100, lon=105.7, lat=19.8)
KNOWN = Known(HALLS, {"a": Kept(HALL, DECIDED)}, {"a": Contact("Nguyễn A", "0912", ("f",))})


def test_a_changed_cell_is_a_change_in_sight_of_what_stood():
    (change,) = wanted(KNOWN, Edits({"a": {"people_per_day_count": 250, "free_weekdays": "T7, CN"}})).changes
    assert change.entry == Hall(
        "a", "14758", "Hội trường", people_per_day_count=250, lon=105.7, lat=19.8, free_weekdays=(6, 7)
    )
    assert change.seen is DECIDED


def test_an_emptied_cell_is_nothing_and_one_that_is_needed_is_objected_to():
    (change,) = wanted(KNOWN, Edits({"a": {"people_per_day_count": None}})).changes
    assert isinstance(change.entry, Hall)
    assert change.entry.people_per_day_count is None
    found = wanted(KNOWN, Edits({"a": {"hall_name": ""}}))
    assert found.changes == ()
    assert "thiếu Tên hội trường" in found.objections[0]


def test_what_cannot_be_read_or_lies_elsewhere_is_said_and_nothing_of_the_row_kept():
    for cells in ({"closed_on": "mai"}, {"lat": None}, {"lat": 10.0}):
        found = wanted(KNOWN, Edits({"a": cells}))
        assert found.changes == ()
        assert found.objections[0].startswith("Hội trường: ")


def test_the_same_again_is_no_change():
    assert wanted(KNOWN, Edits({"a": {"people_per_day_count": 100}})).changes == ()


def test_a_new_row_needs_what_is_needed_and_does_not_hide_one_that_is_there():
    assert "thiếu Xã, phường" in wanted(KNOWN, Edits(added=[{"hall_name": "Mới"}])).objections[0]
    (change,) = wanted(KNOWN, Edits(added=[{"hall_name": "Mới", "commune_name": "Xã Nga Sơn"}])).changes
    assert isinstance(change.entry, Hall)
    assert (change.entry.name, change.seen) == ("Mới", None)
    known = Known(HALLS, {change.entry_id: Kept(change.entry, DECIDED)}, {})
    again = wanted(known, Edits(added=[{"hall_name": "Mới", "commune_name": "Xã Nga Sơn"}]))
    assert "đã có" in again.objections[0]


def test_days_come_as_text_from_the_table():
    cells = {
        "carrier_name": "Viettel",
        "point_kind": "Lưu động",
        "commune_name": "Xã Nga Sơn",
        "address": "Chợ",
        "from_on": "2026-12-01",
    }
    (change,) = wanted(Known(POINTS, {}, {}), Edits(added=[cells])).changes
    assert isinstance(change.entry, ServicePoint)
    assert change.entry.from_on == date(2026, 12, 1)


def test_a_row_taken_out_takes_its_contact_along():
    found = wanted(KNOWN, Edits(removed=["a"]))
    assert (found.changes[0].entry, found.contacts[("hall", "a")]) == (None, Contact())


def test_a_contact_is_changed_without_a_decision():
    found = wanted(KNOWN, Edits({"a": {"contact_phone": "0999"}}))
    assert (found.changes, found.contacts) == ((), {("hall", "a"): Contact("Nguyễn A", "0999", ("f",))})
