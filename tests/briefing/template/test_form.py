"""Whose form, for which round, beside which figures."""

from datetime import date, datetime

from dashboard.briefing.template.form import Form, form_for
from dashboard.intake.layout.carrier_names import carriers_in
from dashboard.intake.layout.report_days import days_spoken_for
from dashboard.reference.carriers import carrier_by_code, carriers
from dashboard.reference.round_decisions import By, move_due
from dashboard.settings import LOCAL_ZONE
from dashboard.store.database import Store
from tests.briefing.template.forms import ROUND_ON
from tests.web.prepared import LAST, WHOLE, report


def test_its_two_lines_say_carrier_and_round_and_nothing_else():
    for carrier in carriers():
        first, second = Form(carrier, ROUND_ON).origin_lines
        assert carriers_in(first) == (carrier.code,)
        assert days_spoken_for(second) == (ROUND_ON,)


def test_before_the_first_report_there_is_nothing_to_be_held_against(store: Store):
    assert form_for(store.reader(), carriers()[0], ROUND_ON).previous is None


def test_the_last_report_before_the_round_stands_beside_it(store: Store):
    for day in (WHOLE, LAST):
        report(store, f"wintel_{day:%Y-%m-%d}.csv", day)
    wintel = carrier_by_code()["wintel"]
    later = form_for(store.reader(), wintel, date(2026, 12, 2)).previous
    same = form_for(store.reader(), wintel, LAST).previous
    assert later is not None
    assert same is not None
    assert (later.round_on, later.is_simulated, len(later.counts)) == (LAST, True, 166)
    assert sum(total for total, _ in later.counts.values()) == 138_862  # docs/guide/6-dong-lenh.md
    assert same.round_on == WHOLE


def test_the_hour_on_the_form_is_the_calendars(store: Store):
    moved = datetime(2026, 11, 19, 15, tzinfo=LOCAL_ZONE)
    move_due(store, ROUND_ON, moved, By("A", "họp hoãn"))
    form = form_for(store.reader(), carriers()[0], ROUND_ON)
    assert form.due_at == moved
    assert "15:00 thứ Năm 19/11/2026" in form.origin_lines[1]
    assert days_spoken_for(form.origin_lines[1]) == (ROUND_ON,)
