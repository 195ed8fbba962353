"""The agenda in its order, its figures those of the measures, frozen at the meeting's moment."""

from dashboard.measures import Scope, figures_by_commune, headline
from dashboard.measures.selection import Selection
from dashboard.measures.wording import pct_text
from dashboard.meeting.acts import Desk
from dashboard.meeting.model import Step
from dashboard.meeting.records import Meeting
from dashboard.store.database import Store
from tests.meeting.conftest import AT_LAST, CODES, desk_at, opened
from tests.web.prepared import FIRST, LAST, report

KINDS = ["now", "changed", "weeks", *["commune"] * 5, "carriers", "missing", "support", "decisions"]


def step_of(desk: Desk, kind: str) -> Step:
    return next(step for step in desk.agenda.steps if step.kind == kind)


def test_the_agenda_has_every_page_in_order(standing: Desk):
    assert [step.kind for step in standing.agenda.steps] == KINDS
    assert len({step.id for step in standing.agenda.steps}) == len(KINDS)
    assert "MÔ PHỎNG" in standing.agenda.mark
    assert "14:00 ngày 11/11/2026" in standing.agenda.notes[0]


def test_the_province_is_the_headline(standing: Desk):
    with standing.store.reader() as cursor:
        found = headline(cursor, Scope(LAST))
    figures = {figure.key: figure.text for figure in step_of(standing, "now").figures}
    assert figures["verified_pct"] == pct_text(found.verified_pct)
    assert "Wintel" in " ".join(step_of(standing, "now").points)


def test_the_lowest_communes_come_from_the_lowest_with_carriers_and_reasons(standing: Desk):
    with standing.store.reader() as cursor:
        rows = figures_by_commune(cursor, Scope(LAST)).to_pylist()
    lowest = sorted(rows, key=lambda row: (row["verified_pct"], row["commune_code"]))[:5]
    steps = [step for step in standing.agenda.steps if step.kind == "commune"]
    assert [step.focus for step in steps] == [row["commune_code"] for row in lowest]
    assert steps[0].figures[0].text == pct_text(lowest[0]["verified_pct"])
    assert len(steps[0].bars[0].rows) == 5
    assert steps[0].bars[0].rows[-1].share_pct is None  # wintel, which did not report: a gap, not zero
    assert all(step.points for step in steps)
    assert len(standing.agenda.communes) == 166


def test_the_maps_hold_a_value_per_commune_in_the_order_asked(standing: Desk):
    with standing.store.reader() as cursor:
        rows = {row["commune_code"]: row for row in figures_by_commune(cursor, Scope(LAST)).to_pylist()}
    [sheet], scale = standing.agenda.layers["rate"].sheets, standing.agenda.layers["rate"].scale
    assert sheet.values == tuple(round(rows[code]["verified_pct"] * scale) for code in CODES)
    assert len(sheet.partly) == 166  # wintel is missing everywhere
    assert [each.title for each in standing.agenda.layers["weeks"].sheets] == [
        "28/10/2026",
        "04/11/2026",
        "11/11/2026",
    ]
    assert len(standing.agenda.layers["carriers"].sheets) == 5


def test_who_is_missing_is_named_with_the_last_report(standing: Desk):
    step = step_of(standing, "missing")
    assert "Wintel" in step.message
    assert step.figures[0].text == "4/5"
    assert step.figures[2].text == "3"
    assert "MobiFone thiếu 3 xã, phường" in step.points[0]
    assert "04/11/2026" in step.bars[0].rows[-1].note


def test_one_carrier_alone_is_not_compared(filled: Store):
    found = desk_at(filled, opened(filled, Selection(LAST, ("viettel",), "phường"), AT_LAST))
    assert "carriers" not in [step.kind for step in found.agenda.steps]
    assert len(found.agenda.outside) + len(found.agenda.communes) == 166
    assert found.agenda.heading == "Kỳ báo cáo 11/11/2026, chỉ phường · Viettel"


def test_the_first_round_has_nothing_to_play_and_says_that_nothing_can_be_compared(filled: Store):
    found = desk_at(filled, opened(filled, Selection(FIRST), AT_LAST))
    assert "weeks" not in [step.kind for step in found.agenda.steps]
    assert "kỳ đầu tiên" in step_of(found, "changed").message


def test_a_round_of_a_carrier_that_did_not_report_still_opens(filled: Store):
    found = desk_at(filled, opened(filled, Selection(LAST, ("wintel",)), AT_LAST))
    assert "Chưa nhà mạng nào" in found.agenda.steps[0].message
    assert [step.kind for step in found.agenda.steps] == ["now", "missing", "support", "decisions"]


def test_opened_later_it_shows_what_it_showed_then(filled: Store):
    meeting: Meeting = opened(filled, Selection(LAST), AT_LAST)
    before = desk_at(filled, meeting).agenda
    report(filled, "wintel_2026-11-11.csv", LAST, hour=15)
    report(filled, "mobifone_2026-11-11.xlsx", LAST, hour=16)
    assert desk_at(filled, meeting).agenda == before
    assert desk_at(filled, opened(filled, Selection(LAST), AT_LAST)).agenda != before


def test_last_known_figures_are_dated_and_not_called_missing(filled: Store):
    found = desk_at(filled, opened(filled, Selection(LAST, basis="last-known"), AT_LAST))
    assert "tính bằng số gần nhất" in " ".join(found.agenda.steps[0].points)
    wintel = next(bar for bar in step_of(found, "carriers").bars[0].rows if bar.name == "Wintel")
    assert wintel.note.endswith("số kỳ 04/11")
    assert "số kỳ 04/11" in next(
        bar.note for bar in step_of(found, "commune").bars[0].rows if bar.name == "Wintel"
    )
    assert not any("Wintel" in point for point in step_of(found, "changed").points)
