"""Each page of the agenda says what the measures say, and nothing that they do not."""

from dataclasses import replace

from dashboard.measures.wording import count_change_text, count_text, pct_text, points_text
from dashboard.meeting.acts import Desk
from dashboard.meeting.sheets import MOST_MAPS, layers, outside
from dashboard.meeting.since import Since, since
from dashboard.meeting.steps.carriers import carriers_step
from dashboard.meeting.steps.changed import MOVERS_COUNT, changed_step
from dashboard.meeting.steps.lowest import commune_steps
from dashboard.meeting.steps.missing import missing_step
from dashboard.meeting.steps.now import now_step
from dashboard.meeting.steps.support import MOST_LETTERS, NONE, support_step
from dashboard.meeting.steps.weeks import weeks_step
from dashboard.meeting.support import Support
from dashboard.meeting.trend import ROUNDS_COUNT, trend_of
from dashboard.support.register.records import Register
from tests.meeting.conftest import AT_LAST, CODES

NO_SUPPORT = Support((), Register(), AT_LAST.date())


def test_now_tells_the_backlog_and_the_locks(standing: Desk):
    row, step = standing.facts.province, now_step(standing.facts)
    told = {figure.key: figure.text for figure in step.figures}
    names = ("unverified_count", "locked_one_way_count", "locked_two_way_count")
    assert {name: told[name] for name in names} == {name: count_text(row[name]) for name in names}
    assert count_text(row["verified_count"]) in step.message


def test_changed_lists_both_ends_in_order(standing: Desk):
    step = changed_step(standing.facts)
    assert step is not None
    moves = standing.facts.by_commune["verified_pct_change"].drop_null().to_pylist()
    slow, fast = step.bars
    assert [bar.text for bar in slow.rows] == [points_text(move) for move in sorted(moves)[:MOVERS_COUNT]]
    assert fast.rows[0].text == points_text(max(moves))
    assert step.figures[1].text == count_change_text(standing.facts.province["verified_count_change"])


def test_weeks_list_each_round_with_who_reported(standing: Desk):
    step = weeks_step(standing.facts)
    assert step is not None
    assert [(bar.name, bar.note) for bar in step.bars[0].rows] == [
        ("28/10", "1/5 nhà mạng"),
        ("04/11", "5/5 nhà mạng"),
        ("11/11", "4/5 nhà mạng"),
    ]


def test_every_commune_has_its_place_and_its_line(standing: Desk):
    steps = tuple(commune_steps(standing.facts, NO_SUPPORT))
    assert steps[0].title == "Thấp nhất trong 166 xã, phường"
    assert steps[165].title == "Thấp thứ 166 trong 166 xã, phường"
    assert all(step.trend and len(step.trend.days) == 3 for step in steps)


def test_carriers_stand_from_the_highest_on_the_missing_last(standing: Desk):
    step = carriers_step(standing.facts)
    assert step is not None
    shares = [bar.share_pct for bar in step.bars[0].rows]
    assert shares[-1] is None
    assert shares[:-1] == sorted(filter(None, shares), reverse=True)
    assert "báo cáo đúng hạn" in step.bars[0].rows[0].note


def test_missing_tells_when_each_report_came(standing: Desk):
    told = {bar.name: (bar.text, bar.note) for bar in missing_step(standing.facts).bars[0].rows}
    assert told["Viettel"] == ("đúng hạn", "nhận lúc 09:00 ngày 11/11/2026")
    assert told["Wintel"][0] == "chưa gửi"


def test_without_sessions_support_says_so_and_tells_what_carriers_plan(standing: Desk):
    step = support_step(standing.facts, NO_SUPPORT)
    assert step.message == NONE
    assert step.figures == step.pins == ()
    assert all(len(bar.note) <= MOST_LETTERS + 2 for bars in step.bars for bar in bars.rows)


def test_a_line_needs_two_rounds_and_shows_a_quarter(standing: Desk):
    rows = standing.facts.history.to_pylist()
    assert trend_of(rows[:1]) is None
    found = trend_of(rows * 10)
    assert found is not None
    assert len(found.days) == ROUNDS_COUNT
    assert pct_text(rows[-1]["verified_pct"]) in found.label


def test_maps_leave_out_what_the_filter_leaves_out(standing: Desk):
    facts = standing.facts
    assert outside(facts, CODES) == ()
    assert outside(facts, (*CODES, "99999")) == (len(CODES),)
    found = layers(facts, CODES)
    assert set(found) == {"rate", "change", "weeks", "carriers"}
    assert len(found["carriers"].sheets) <= MOST_MAPS


def test_the_same_files_are_no_news(standing: Desk):
    with standing.store.reader() as cursor:
        assert since(cursor, standing.meeting, standing.facts, replace(standing.facts)) == Since()
