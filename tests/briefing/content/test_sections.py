"""Each part alone: its numbers are those of the measures, and it keeps silent where it has nothing to say."""

from dataclasses import replace
from datetime import timedelta

import duckdb
import pyarrow.compute as pc
import pytest

from dashboard.briefing.content.annex import annex_section
from dashboard.briefing.content.by_carrier import carriers_section
from dashboard.briefing.content.classes import by_class, classes_section, slow
from dashboard.briefing.content.facts import Facts, gather
from dashboard.briefing.content.locks import locks_section
from dashboard.briefing.content.lowest import lowest_section, ranked, reasons
from dashboard.briefing.content.pace import pace_of
from dashboard.briefing.content.plans import late, plans_section, without_plan
from dashboard.briefing.content.proposals import proposals_section
from dashboard.briefing.content.replaced import replaced_since
from dashboard.briefing.content.request import BriefingRequest
from dashboard.briefing.content.restatements import restatements_section
from dashboard.briefing.content.result import result_section
from dashboard.briefing.content.sims import silent, sims_section
from dashboard.briefing.content.support import support_section
from dashboard.briefing.content.support_known import KnownSupport
from dashboard.briefing.content.trend import trend_section
from dashboard.briefing.content.where import map_section
from dashboard.measures import figures_by_carrier, figures_by_commune, headline
from dashboard.measures.outlook import next_aim, outlook_of_province, when_words
from dashboard.measures.scope import Scope
from dashboard.measures.wording import count_text, pct_text
from dashboard.reference.rounds import due_at
from dashboard.support.register.records import Difficulty, Register
from dashboard.support.sessions.record import Result, Session, Status
from tests.briefing.cases import BEFORE, CODES, COMMUNES, EARLIER, ROUND, again, week
from tests.measures.reports import Report, at, counts, reported


def spread(start: int, step: int = 5) -> dict[str, tuple[int, int, int, int, int]]:
    """Rates from low to high over the communes, so that every class has some."""
    return {
        code: counts(1000, min(1000, start + step * place), 40, 10) for place, code in enumerate(COMMUNES)
    }


TWO_WEEKS = [*week(BEFORE, spread(180)), *week(ROUND, spread(200), CODES[:4])]


def facts_of(database: duckdb.DuckDBPyConnection, reports: list[Report], **asked: object) -> Facts:
    with reported(database, reports) as cursor:
        return gather(cursor, BriefingRequest(ROUND, **asked))


@pytest.fixture(scope="module")
def facts(database: duckdb.DuckDBPyConnection) -> Facts:
    """Two weeks; in the second Wintel is missing."""
    return facts_of(database, TWO_WEEKS)


def test_the_facts_are_those_of_the_measures(database: duckdb.DuckDBPyConnection, facts: Facts):
    with reported(database, TWO_WEEKS) as cursor:
        assert figures_by_carrier(cursor, Scope(ROUND)).equals(facts.by_carrier)
        assert figures_by_commune(cursor, Scope(ROUND)).equals(facts.by_commune)
        head = headline(cursor, Scope(ROUND))
    assert head.verified_pct == facts.province["verified_pct"]
    assert head.change.verified_pct == facts.province["verified_pct_change"]
    assert head.change.since == facts.compare_on
    assert facts.missing == ("Wintel",)


def test_the_result_tells_rate_and_rest_in_its_one_sentence(facts: Facts):
    message = result_section(facts).message
    assert pct_text(facts.province["verified_pct"]) in message
    assert count_text(facts.province["unverified_count"]) in message


def test_the_carriers_table_ends_in_the_whole_and_the_chart_has_a_gap_for_the_missing(facts: Facts):
    section = carriers_section(facts)
    total = section.tables[0].rows.to_pylist()[-1]
    assert total["carrier_name"] == "Cộng"
    assert total["unverified_count"] == pc.sum(facts.by_carrier["unverified_count"]).as_py()
    chart = section.charts[0]
    assert {series.values[4] for series in chart.series} == {None}
    assert sum(series.values[0] for series in chart.series) == 166_000
    assert chart.categories[4] == "Wintel (chưa báo cáo)"


def test_every_commune_is_in_one_class_and_the_sums_are_the_whole(facts: Facts):
    rows = classes_section(facts).tables[0].rows.to_pylist()
    assert sum(row["communes_count"] for row in rows[:-1]) == rows[-1]["communes_count"] == 166
    assert sum(row["total_count"] or 0 for row in rows[:-1]) == facts.province["total_count"]
    communes = facts.by_commune.to_pylist()
    assert sum(map(len, by_class(communes)[:2])) == len(slow(communes))
    assert f"Còn {len(slow(communes))}/166 xã, phường dưới 70" in classes_section(facts).message


def test_the_lowest_are_the_lowest_with_a_reason_each(facts: Facts):
    rows = lowest_section(facts).tables[0].rows.to_pylist()
    assert [row["rank"] for row in rows] == list(range(1, 11))
    assert [row["verified_pct"] for row in rows] == sorted(
        row["verified_pct"] for row in facts.by_commune.to_pylist()
    )[:10]
    assert all(row["why_low"] for row in rows)


def test_reasons_name_what_stands_out(database: duckdb.DuckDBPyConnection):
    poor = spread(600, 0) | {COMMUNES[0]: counts(1000, 100, 500, 200)}
    found = facts_of(
        database,
        [*week(BEFORE, spread(590, 0) | {COMMUNES[0]: counts(1000, 110)}), *week(ROUND, poor, CODES[:1]),
         *week(ROUND, spread(600, 0) | {COMMUNES[0]: counts(1000, 400)}, CODES[1:])],
    )  # fmt: skip
    row = ranked(found.by_commune.to_pylist())[0]
    pairs = [
        each
        for each in found.by_commune_and_carrier.to_pylist()
        if each["commune_code"] == row["commune_code"]
    ]
    told = "; ".join(reasons(found, row, pairs)).replace("\u00a0", " ")
    assert told.startswith("Viettel còn 900 thuê bao (27 % số còn lại); Viettel chỉ đạt 10,0 %")
    assert "khóa 1 chiều 10,0 % thuê bao" in told


def test_the_map_says_where_the_slow_lie(facts: Facts):
    section = map_section(facts)
    assert section.map.measure == "verified_pct"
    assert f"{len(slow(facts.by_commune.to_pylist()))} xã, phường" in section.message


def test_the_trend_has_a_point_for_each_round(facts: Facts):
    chart = trend_section(facts).charts[0]
    assert chart.categories == ("11/11", "18/11")
    assert chart.series[0].values == tuple(facts.history["verified_pct"].to_pylist())
    wintel = next(series for series in chart.series if series.name == "Wintel")
    assert wintel.values[1] is None, "a gap, never zero"


def test_one_change_is_told_once_and_has_no_highest_and_lowest(facts: Facts):
    told = " ".join(trend_section(facts).paragraphs)
    assert "Tính trên các nhà mạng có báo cáo ở hai kỳ liền nhau, tỷ lệ tăng" in told
    assert "bình quân" not in told


def test_locks_near_the_next_step_are_bounded_by_the_smallest_stock_of_the_clock(
    database: duckdb.DuckDBPyConnection,
):
    days = [ROUND - timedelta(days=7 * back) for back in range(4, -1, -1)]
    stocks = [1, 90, 60, 80, 70]  # the oldest lies outside of the clock
    reports = [
        Report("viettel", day, {code: counts(1000, 500, stock, 3) for code in COMMUNES[:2]})
        for day, stock in zip(days, stocks, strict=True)
    ]
    found = facts_of(database, reports)
    told = " ".join(locks_section(found).paragraphs)
    assert f"nhiều nhất là {2 * 60}" in told
    assert "6 thuê bao đang bị khóa 2 chiều có thể mất số" in told


def test_rounds_longer_ago_than_the_clock_bound_nothing(database: duckdb.DuckDBPyConnection):
    """An ad hoc round between the weeks moves no older one into sight, and a gap none out of it."""
    days = [ROUND - timedelta(days=back) for back in (28, 14, 2, 0)]
    stocks = [1, 60, 90, 70]  # the oldest is one of the last four, and lies outside of the clock
    reports = [
        Report("viettel", day, {COMMUNES[0]: counts(1000, 500, stock, 3)})
        for day, stock in zip(days, stocks, strict=True)
    ]
    told = " ".join(locks_section(facts_of(database, reports)).paragraphs)
    assert "nhiều nhất là 60" in told


def test_locks_of_a_missing_carrier_are_unknown(facts: Facts):
    row = locks_section(facts).tables[0].rows.to_pylist()[4]
    assert row == {"carrier_name": "Wintel"} | {name: None for name in row if name != "carrier_name"}


def test_sims_are_summed_over_who_reported_them(database: duckdb.DuckDBPyConnection, facts: Facts):
    assert sims_section(facts).message.startswith("Chưa nhà mạng nào báo cáo kết quả rà soát SIM rác")
    row = {"carrier_code": "viettel", "carrier_name": "Viettel"}
    some = replace(
        facts,
        sims=(
            row | {"junk_sim_found_count": 200, "junk_sim_handled_count": 50, "sim_not_own_name_count": None},
        ),
    )
    assert sims_section(facts_of(database, TWO_WEEKS, carrier_code="viettel")).message.startswith(
        "Viettel chưa"
    )
    section = sims_section(some)
    assert section.message.replace("\u00a0", " ") == "Viettel báo cáo 200 SIM rác và đã xử lý 50 (25,0 %)"
    assert silent(some) == ["VinaPhone", "MobiFone", "Vietnamobile"]
    assert section.tables[0].rows.to_pylist()[-1]["sim_not_own_name_count"] is None


def test_who_was_late_or_has_no_plan_is_listed(database: duckdb.DuckDBPyConnection, facts: Facts):
    assert without_plan(facts) == ["Viettel", "VinaPhone", "MobiFone", "Vietnamobile"]
    assert plans_section(facts).tables[0].rows.to_pylist()[4]["status"] == "Chưa gửi"
    delayed = facts_of(database, [Report("viettel", ROUND, spread(200), at(ROUND, 12, 30))])
    assert [row["carrier_name"] for row in late(delayed)] == ["Viettel"]
    assert plans_section(delayed).tables[0].rows.to_pylist()[0]["status"] == "Muộn 2 giờ 30 phút"


def test_support_says_that_nothing_is_recorded(facts: Facts):
    assert "chưa ghi nhận buổi hỗ trợ nào" in support_section(facts).paragraphs[0]


def test_support_tells_what_was_held_planned_reported_and_decided(facts: Facts):
    code = COMMUNES[0]
    sessions = (
        Session("a", code, ROUND, expected_count=100, status=Status.DONE, result=Result(80, {"viettel": 70})),
        Session("b", code, ROUND + timedelta(days=3), expected_count=50, status=Status.AGREED),
        Session("c", code, ROUND + timedelta(days=4), status=Status.CANCELLED),
    )
    register = Register(
        difficulties={"d": Difficulty("d", "Sóng yếu", (code,), difficulty_category="network")}
    )
    decided = (
        {"what": "Lắp thêm trạm", "who": "Viettel", "by_on": "2026-12-01"},
        {"what": "Xong", "is_done": True},
    )
    section = support_section(replace(facts, support=KnownSupport(register, sessions, decided)))
    told = " ".join(section.paragraphs)
    assert "1 buổi đã thực hiện: dự kiến 100 người, đến 80" in told
    assert "Dự kiến 1 buổi ở 1 xã, phường" in told
    assert "1 khó khăn, vướng mắc, trong đó 1 chưa giải quyết xong" in told
    assert "Lắp thêm trạm (Viettel, hạn 01/12/2026)." in told
    assert [row["session_status"] for row in section.tables[0].rows.to_pylist()] == [
        "Đã thực hiện",
        "Đã thống nhất",
    ]
    assert section.tables[1].rows.to_pylist()[0]["difficulty_category"] == "Sóng, mạng Internet"


def test_only_a_later_file_that_says_something_else_restates(database: duckdb.DuckDBPyConnection):
    same = again("viettel", BEFORE, spread(180), at(BEFORE, 11))
    other = again("vinaphone", BEFORE, spread(170), at(BEFORE, 11))
    early = again("mobifone", BEFORE, spread(170), at(BEFORE, 9, 30))
    reports = [*TWO_WEEKS, same, other, early]
    found = facts_of(database, reports)
    assert [each.carrier_name for each in found.replaced] == ["VinaPhone"]
    assert found.replaced[0].communes_count == sum(
        spread(180)[code] != spread(170)[code] for code in COMMUNES
    )
    row = restatements_section(found).tables[0].rows.to_pylist()[0]
    assert row["verified_count"] - row["verified_count_before"] == sum(
        spread(170)[code][1] - spread(180)[code][1] for code in COMMUNES
    )
    with reported(database, reports) as cursor:
        assert replaced_since(cursor, BriefingRequest(ROUND), due_at(ROUND)) == ()


def test_proposals_ask_who_the_figures_point_at(facts: Facts):
    section = proposals_section(facts)
    told = "\n".join(item for group in section.points for item in group.items)
    assert "Wintel: gửi ngay báo cáo kỳ 18/11/2026." in told
    assert "Gửi báo cáo kỳ 25/11/2026 trước 10:00 ngày 25/11/2026." in told
    assert "yêu cầu Wintel gửi báo cáo" in section.message


def test_the_annex_has_every_commune_once(facts: Facts):
    rows = annex_section(facts).tables[0].rows
    assert rows["rank"].to_pylist() == list(range(1, 167))
    assert len(set(rows["commune_name"].to_pylist())) == 166


def test_the_pace_is_measured_over_the_weeks_between(database: duckdb.DuckDBPyConnection):
    reports = [*week(EARLIER, spread(100)), *week(ROUND, spread(200))]
    found = facts_of(database, reports)
    pace = pace_of(found)
    assert pace.made == pytest.approx(found.province["verified_pct_change"] / 2)
    assert pace.state in {"on-pace", "behind"}
    weeks = (pace.target.due_on - ROUND).days / 7
    assert pace.needed == pytest.approx((100 - found.province["verified_pct"]) / weeks)


def test_the_day_the_target_is_reached_is_the_one_of_the_page_phan_tich(
    database: duckdb.DuckDBPyConnection,
):
    days = [ROUND - timedelta(weeks=back) for back in range(8, -1, -1)]
    reports = [report for place, day in enumerate(days) for report in week(day, spread(100 + 10 * place, 1))]
    found = facts_of(database, reports)
    whole = outlook_of_province(found.cube, Scope(ROUND), next_aim(ROUND))
    when = when_words(whole)
    assert when.startswith("dự kiến đạt ngày")
    assert any(when in told for told in result_section(found).paragraphs)
    few = facts_of(database, TWO_WEEKS)
    assert not any("dự kiến đạt" in told for told in result_section(few).paragraphs), (
        "no date from two rounds"
    )
