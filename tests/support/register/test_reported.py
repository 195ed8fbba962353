"""Points that carriers report are in the register by themselves, until somebody decides about them."""

from dataclasses import replace

from dashboard.intake.request import IntakeRequest
from dashboard.intake.take_in import take_in
from dashboard.reference.round_decisions import By
from dashboard.store.database import Store
from dashboard.store.questions import ask
from dashboard.support.register.keeping import Change, change_entries, entries_kept, read_register
from dashboard.support.register.kinds import POINTS
from dashboard.support.register.reported import reported_points
from tests.briefing.template.forms import RECEIVED_AT, ROUND_ON, empty_form, filled, whole

BY = By("Lan", "thử")


def reported(store: Store) -> None:
    """A form with service points, as a carrier sends it."""
    content = filled(empty_form(), whole())
    receipt = take_in(IntakeRequest("mau.xlsx", content, RECEIVED_AT, "test", "page"), store)
    assert receipt.status.is_accepted, receipt.findings


def test_they_are_the_points_of_the_file_with_the_round_it_tells(store: Store):
    reported(store)
    found = reported_points(store.reader())
    rows = ask(store.reader(), "intake/service_points_taken_in").to_pylist()
    told = {(it.point.commune_code, it.point.address, it.point.point_kind) for it in found.values()}
    assert told == {(row["commune_code"], row["address"], row["point_kind"]) for row in rows}
    assert told
    assert {it.round_on for it in found.values()} == {ROUND_ON}
    assert set(read_register(store.reader()).points) == set(found)


def test_what_people_decide_stands_before_what_a_file_says(store: Store):
    reported(store)
    before = reported_points(store.reader())
    key, it = next(iter(before.items()))
    changed = replace(it.point, people_per_day_count=77, note="đã gọi hỏi")
    assert not change_entries(store, [Change(POINTS, key, changed, None)], BY)
    points = read_register(store.reader()).points
    assert points[key].people_per_day_count == 77
    assert set(points) == set(before)
    assert key not in reported_points(store.reader())


def test_a_point_taken_off_the_register_does_not_come_back_by_the_next_file(store: Store):
    reported(store)
    key, it = next(iter(reported_points(store.reader()).items()))
    change_entries(store, [Change(POINTS, key, it.point, None)], BY)
    seen = entries_kept(store.reader(), POINTS)[key].decision
    change_entries(store, [Change(POINTS, key, None, seen)], BY)
    assert key not in read_register(store.reader()).points


def test_without_files_there_is_nobody(store: Store):
    assert reported_points(store.reader()) == {}
