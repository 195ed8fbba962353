"""The sentences of a briefing fit the case."""

from datetime import UTC, date, datetime, timedelta

import duckdb
import pytest

from dashboard.briefing.content import PARTS, BriefingRequest
from dashboard.measures.wording import count_text, day_text, pct_text
from dashboard.reference.policy import policy
from tests.briefing.cases import (
    BEFORE,
    CODES,
    COMMUNES,
    EARLIER,
    ROUND,
    again,
    briefed,
    everywhere,
    week,
    words,
)
from tests.measures.reports import at, counts


def test_all_reported_and_risen(database: duckdb.DuckDBPyConnection):
    content = briefed(
        database, [*week(BEFORE, everywhere(1000, 700)), *week(ROUND, everywhere(1000, 720, 30, 10))]
    )
    told = words(content)
    total = 5 * sum(1000 + place for place in range(166))
    assert f"tổng số thuê bao phải xác thực là {count_text(total)}" in told
    assert f"đã xác thực {count_text(5 * 166 * 720)} thuê bao" in told
    assert f"{count_text(5 * 166 * 30)} thuê bao đang bị khóa 1 chiều" in told
    assert f"So với kỳ {day_text(BEFORE)}, số thuê bao đã xác thực tăng {count_text(5 * 166 * 20)}" in told
    assert "có 5/5 nhà mạng gửi báo cáo." in told
    assert "Tỷ lệ chung của hai kỳ" not in told
    assert "Chưa gửi báo cáo" not in told
    assert content.footer.carriers_missing == ()
    assert "đủ nhà mạng" in content.footer.line
    assert [section.part for section in content.sections] == list(PARTS)


def test_a_missing_carrier_is_named_with_what_it_does_to_the_comparison(database: duckdb.DuckDBPyConnection):
    before = week(BEFORE, everywhere(1000, 700), CODES[:4]) + week(BEFORE, everywhere(1000, 100), CODES[4:])
    told = words(content := briefed(database, [*before, *week(ROUND, everywhere(1000, 710), CODES[:4])]))
    assert f"Chưa gửi báo cáo: Wintel (Wintel báo cáo gần nhất kỳ {day_text(BEFORE)})" in told
    assert "tính trên 4 nhà mạng có báo cáo ở cả hai kỳ (không tính Wintel)" in told
    assert f"số thuê bao đã xác thực tăng {count_text(4 * 166 * 10)}" in told
    assert "không so sánh trực tiếp được, vì số nhà mạng báo cáo ở hai kỳ khác nhau" in told
    assert "Wintel: gửi ngay báo cáo kỳ 18/11/2026." in told
    assert content.footer.carriers_missing == ("Wintel",)
    rows = content.section("carriers").tables[0].rows.to_pylist()
    assert rows[4]["carrier_name"] == "Wintel"
    assert rows[4]["total_count"] is None, "missing is not zero"
    assert rows[-1]["total_count"] == 4 * sum(1000 + place for place in range(166))


def test_a_rate_that_fell_says_why(database: duckdb.DuckDBPyConnection):
    grown = [*week(BEFORE, everywhere(1000, 700)), *week(ROUND, everywhere(1100, 700))]
    told = words(briefed(database, grown))
    assert "tỷ lệ giảm" in told
    assert f"do số phải xác thực tăng {count_text(5 * 166 * 100)} thuê bao" in told
    lost = [*week(BEFORE, everywhere(1000, 700)), *week(ROUND, everywhere(1000, 650))]
    told = words(briefed(database, lost))
    assert f"số thuê bao đã xác thực giảm {count_text(5 * 166 * 50)}" in told
    assert "cần nhà mạng giải trình việc số đã xác thực giảm" in told


def test_nothing_changed_is_said_and_questioned(database: duckdb.DuckDBPyConnection):
    same = [*week(BEFORE, everywhere(1000, 700)), *week(ROUND, everywhere(1000, 700))]
    told = words(briefed(database, same))
    assert "số phải xác thực và số đã xác thực đều không thay đổi; cần kiểm tra lại" in told
    assert "tỷ lệ không đổi ở 166 xã, phường" in told


def test_one_week_only_has_nothing_to_compare_with(database: duckdb.DuckDBPyConnection):
    content = briefed(database, week(ROUND, everywhere(1000, 700)))
    told = words(content)
    assert "Đây là kỳ đầu tiên có số liệu, nên chưa có kỳ trước để so sánh." in told
    assert "Mới có số liệu của một kỳ" in told
    assert "So với kỳ" not in told
    assert content.section("restatements") is None
    assert content.footer.compare_on is None


def test_a_figure_restated_since_the_comparison_round(database: duckdb.DuckDBPyConnection):
    corrected = again("viettel", BEFORE, everywhere(1000, 690), at(BEFORE, 9) + timedelta(days=5))
    content = briefed(
        database,
        [*week(BEFORE, everywhere(1000, 700)), *week(ROUND, everywhere(1000, 720)), corrected],
    )
    told = words(content)
    assert f"Viettel gửi lại báo cáo kỳ {day_text(BEFORE)} lúc 09:00 ngày 16/11/2026" in told
    assert (
        f"số đã xác thực giảm {count_text(1660)} (từ {count_text(166 * 700)} thành {count_text(166 * 690)})"
        in told
    )
    assert "Phép so sánh dùng số liệu kỳ 11/11/2026 đã được Viettel điều chỉnh" in told
    assert f"số thuê bao đã xác thực tăng {count_text(4 * 166 * 20 + 166 * 30)}" in told
    before = briefed(
        database,
        [*week(BEFORE, everywhere(1000, 700)), *week(ROUND, everywhere(1000, 720)), corrected],
        BriefingRequest(ROUND, as_of=at(ROUND, 12)),
    )
    assert before.footer.cut_off_at == at(ROUND, 12)


def test_as_of_a_moment_nothing_later_counts(database: duckdb.DuckDBPyConnection):
    reports = [*week(BEFORE, everywhere(1000, 700)), *week(ROUND, everywhere(1000, 720))]
    later = again("viettel", ROUND, everywhere(1000, 999), at(ROUND, 15))
    request = BriefingRequest(ROUND, as_of=at(ROUND, 10))
    assert briefed(database, [*reports, later], request) == briefed(database, reports, request)
    assert words(briefed(database, [*reports, later])) != words(briefed(database, reports))


def test_an_earlier_comparison_round_can_be_chosen(database: duckdb.DuckDBPyConnection):
    reports = [
        *week(EARLIER, everywhere(1000, 600)),
        *week(BEFORE, everywhere(1000, 700)),
        *week(ROUND, everywhere(1000, 720)),
    ]
    told = words(briefed(database, reports, BriefingRequest(ROUND, EARLIER)))
    assert f"So với kỳ {day_text(EARLIER)}, số thuê bao đã xác thực tăng {count_text(5 * 166 * 120)}" in told


def test_a_target_reached_and_one_missed(database: duckdb.DuckDBPyConnection):
    done = {code: counts(1000, 1000) for code in COMMUNES}
    assert "Tỷ lệ đã đạt mục tiêu 100 % vào ngày 15/04/2027." in words(briefed(database, week(ROUND, done)))
    late = policy().programme.deadline_on + timedelta(days=6)
    told = words(briefed(database, week(late, everywhere(1000, 900)), BriefingRequest(late)))
    assert "Mục tiêu 100 % vào ngày 15/04/2027 đã đến hạn nhưng chưa đạt" in told


def test_communes_partly_reported_are_named(database: duckdb.DuckDBPyConnection):
    fewer = {code: figures for code, figures in everywhere(1000, 720).items() if code not in COMMUNES[:2]}
    reports = [
        *week(BEFORE, everywhere(1000, 700)),
        *week(ROUND, everywhere(1000, 720), CODES[1:]),
        *week(ROUND, fewer, CODES[:1]),
    ]
    told = words(briefed(database, reports))
    assert "Viettel thiếu số liệu của 2 xã, phường (" in told
    assert "Viettel: bổ sung số liệu của 2 xã, phường còn thiếu." in told


def test_nobody_reported(database: duckdb.DuckDBPyConnection):
    content = briefed(database, week(BEFORE, everywhere(1000, 700)))
    assert "Chưa nhà mạng nào gửi báo cáo kỳ 18/11/2026, nên chưa có số liệu để tổng hợp." in words(content)
    assert content.section("carriers") is None
    assert len(content.footer.carriers_missing) == len(CODES)


def test_without_registers_of_support_it_says_so(database: duckdb.DuckDBPyConnection):
    told = words(briefed(database, week(ROUND, everywhere(1000, 700))))
    assert "Hệ thống chưa ghi nhận buổi hỗ trợ nào" in told


def test_one_carrier_or_some_communes_only(database: duckdb.DuckDBPyConnection):
    reports = [*week(BEFORE, everywhere(1000, 700)), *week(ROUND, everywhere(1000, 720))]
    one = briefed(database, reports, BriefingRequest(ROUND, carrier_code="wintel"))
    assert one.subject.startswith("Kết quả xác thực thông tin thuê bao di động mặt đất của Wintel")
    assert f"đã xác thực {count_text(166 * 720)} thuê bao" in words(one)
    some = briefed(database, reports, BriefingRequest(ROUND, communes=COMMUNES[:3]))
    assert f"đã xác thực {count_text(5 * 3 * 720)} thuê bao, đạt {pct_text(100 * 720 / 1001)}".replace(
        "\u00a0", " "
    ) in words(some)
    assert len(some.section("lowest").tables[0].rows) == 3


def test_only_the_parts_asked_for(database: duckdb.DuckDBPyConnection):
    content = briefed(
        database, week(ROUND, everywhere(1000, 700)), BriefingRequest(ROUND, parts=("locks", "result"))
    )
    assert [section.part for section in content.sections] == ["result", "locks"]


def test_an_edit_takes_the_place_of_the_computed_words_and_keeps_them(database: duckdb.DuckDBPyConnection):
    edits = (("opening", "Kính gửi."), ("support.closing", "Đã có 3 buổi hỗ trợ."))
    content = briefed(database, week(ROUND, everywhere(1000, 700)), BriefingRequest(ROUND, edits=edits))
    assert content.opening.text == "Kính gửi."
    assert content.opening.computed.startswith("Thực hiện Thông tư")
    assert content.section("support").closing.text == "Đã có 3 buổi hỗ trợ."
    assert [wording.key for wording in content.wordings if wording.edited is not None] == [
        "opening",
        "support.closing",
    ]


def test_the_mark_stands_wherever_a_simulated_figure_is_told(database: duckdb.DuckDBPyConnection):
    real = week(ROUND, everywhere(1000, 700))
    assert briefed(database, real).footer.mark == ""
    simulated = [type(each)(each.carrier_code, BEFORE, each.figures, None, True) for each in real]
    assert briefed(database, [*simulated, *real]).footer.mark == "SỐ LIỆU MÔ PHỎNG"


@pytest.mark.parametrize(
    "wrong",
    [
        {"compare_on": ROUND},
        {"communes": ("00000",)},
        {"carrier_code": "nobody"},
        {"parts": ("nothing",)},
        {"as_of": datetime(2026, 11, 18)},  # noqa: DTZ001 - that is what is refused
    ],
)
def test_a_request_that_makes_no_sense_is_refused(wrong: dict[str, object]):
    with pytest.raises(ValueError, match=r"no such|before|zone"):
        BriefingRequest(ROUND, **wrong)


def test_a_comparison_round_nobody_knows_is_refused(database: duckdb.DuckDBPyConnection):
    with pytest.raises(ValueError, match="nothing was reported"):
        briefed(database, week(ROUND, everywhere(1000, 700)), BriefingRequest(ROUND, date(2026, 1, 7)))


def test_the_cut_off_is_that_of_a_later_correction_too(database: duckdb.DuckDBPyConnection):
    reports = [*week(BEFORE, everywhere(1000, 700)), *week(ROUND, everywhere(1000, 720))]
    late = at(ROUND, 9) + timedelta(days=1)
    corrected = briefed(database, [*reports, again("viettel", BEFORE, everywhere(1000, 690), late)])
    assert corrected.footer.cut_off_at == late
    assert briefed(database, reports).footer.cut_off_at == at(ROUND, 9)


def test_the_version_names_the_files_behind_the_figures(database: duckdb.DuckDBPyConnection):
    reports = week(ROUND, everywhere(1000, 700))
    first = briefed(database, reports).footer
    assert briefed(database, reports).footer == first
    other = briefed(database, [*reports, again("wintel", ROUND, everywhere(1000, 701), at(ROUND, 11))]).footer
    assert other.data_version != first.data_version
    assert other.cut_off_at == at(ROUND, 11)
    assert first.cut_off_at.astimezone(UTC) == at(ROUND, 9).astimezone(UTC)
