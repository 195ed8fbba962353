"""The words of a sheet fit the case."""

import json
from dataclasses import replace
from datetime import UTC, datetime, timedelta

import pytest

from dashboard.briefing.content import BriefingRequest
from dashboard.briefing.content.facts import gather
from dashboard.briefing.content.model import Footer
from dashboard.briefing.content.support_known import KnownSupport
from dashboard.briefing.pdf.commune_support import BLANKS, SUPPORT, commune_support
from dashboard.briefing.pdf.commune_words import Standing, sheet_data
from dashboard.briefing.pdf.drawing import Drawing
from dashboard.measures.sums import sum_by
from dashboard.reference.commune_notes import Note
from dashboard.reference.communes import commune_by_code
from dashboard.store.database import Store
from dashboard.support.register.records import Hall, Register
from dashboard.support.sessions.record import Result, Session, Status
from tests.web.prepared import WHOLE

HAC_THANH = "14797"


@pytest.fixture
def standing(filled: Store) -> tuple[Standing, dict]:
    """Hạc Thành with figures of SIMs by one carrier, one of them not told."""
    facts = gather(filled.reader(), BriefingRequest(WHOLE, parts=()))
    own = [row for row in facts.by_commune.to_pylist() if row["commune_code"] == HAC_THANH]
    pairs = [row for row in facts.by_commune_and_carrier.to_pylist() if row["commune_code"] == HAC_THANH]
    sims = {"carrier_name": "MobiFone", "junk_sim_found_count": 1720, "junk_sim_handled_count": 0,
            "sim_not_own_name_count": None}  # fmt: skip
    history = sum_by(facts.cube, facts.request.scope, "commune").to_pylist()
    weeks = tuple(row for row in history if row["commune_code"] == HAC_THANH)
    told = Standing(commune_by_code()[HAC_THANH], own[0], tuple(pairs), weeks, (sims,), (3, 166), (1, 166))
    footer = Footer(WHOLE, None, facts.due.at, (), "abc", "")
    return told, sheet_data(told, facts, footer)


def test_sims_that_are_not_told_are_a_dash_and_none_handled_is_zero(standing: tuple[Standing, dict]):
    assert standing[1]["sims"] == ["MobiFone: 1.720 SIM rác, đã xử lý 0; – SIM không chính chủ."]


def test_ranks_and_all_carriers_are_told(standing: tuple[Standing, dict]):
    first, second = standing[1]["sentences"]
    assert first.startswith("Phường Hạc Thành đứng thứ 3/166 xã, phường về tỷ lệ xác thực (toàn tỉnh ")
    assert "thứ 1/166 về số thuê bao chưa xác thực" in first
    assert "khóa 1 chiều" in second
    assert standing[1]["cards"][-1]["note"] == "đủ nhà mạng"


def test_what_nobody_records_yet_is_said_in_a_plain_line(standing: tuple[Standing, dict]):
    assert standing[1]["support"] == [SUPPORT]
    assert standing[1]["blanks"] == BLANKS


def test_halls_sessions_and_difficulties_of_the_commune_are_told_and_the_rest_left_to_be_written(
    filled: Store,
):
    facts = gather(filled.reader(), BriefingRequest(WHOLE, parts=()))
    register = Register({"h": Hall("h", HAC_THANH, "Hội trường phường"), "o": Hall("o", "14758", "Nơi khác")})
    done = Session(
        "s", HAC_THANH, WHOLE, "h", expected_count=90, status=Status.DONE, result=Result(80, {"viettel": 70})
    )
    ahead = Session("t", HAC_THANH, WHOLE + timedelta(days=3), "h", expected_count=50)
    note = Note("n", HAC_THANH, WHOLE, "lũ", "Lan", datetime(2026, 11, 5, tzinfo=UTC))
    later = replace(note, round_on=WHOLE + timedelta(weeks=1))
    known = replace(
        facts, support=KnownSupport(register, (done, ahead), ()), notes={HAC_THANH: (note, later)}
    )
    sentences, blanks = commune_support(HAC_THANH, known)
    assert sentences == [
        "1 hội trường: Hội trường phường.",
        "Đã hỗ trợ 04/11/2026: 80 người đến, xác thực 70.",
        "Dự kiến hỗ trợ 07/11/2026, cho khoảng 50 người.",
        "Ghi chú kỳ 04/11/2026: lũ.",
    ]
    assert blanks == BLANKS[2:]


def test_a_drawing_is_data_that_json_can_hold():
    drawing = Drawing(10, 5)
    drawing.bar((0, 0), (2, 3), "#FFFFFF")
    drawing.words((1, 1), "“chữ” #x", 8, anchor="center")
    told = json.loads(json.dumps(drawing.as_data("hình")))
    assert told["items"][0]["points"] == [[0, 0], [2, 0], [2, 3], [0, 3]]
    assert told["items"][1]["text"] == "“chữ” #x"
