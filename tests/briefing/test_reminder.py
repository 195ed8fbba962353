"""Reminders to carriers: one for each case, with all that an office needs to say."""

from datetime import datetime

import pytest

from dashboard.briefing.reminder import reminder_text
from dashboard.intake.journal import read_entries
from dashboard.intake.request import IntakeRequest
from dashboard.intake.take_in import take_in
from dashboard.measures.round_board import board_at
from dashboard.measures.round_facts import read_facts
from dashboard.reference.round_decisions import By, open_ad_hoc_round
from dashboard.store.database import Store
from tests.conftest import EXAMPLES_DIR
from tests.measures.reports import LAST, at

FRIDAY = datetime(2026, 11, 13, 15, tzinfo=at(LAST).tzinfo)


def reminder(store: Store, now: datetime, round_on: object = LAST, code: str = "wintel") -> str:
    with store.reader() as cursor:
        board = board_at(read_facts(cursor, round_on, read_entries(store.home)), now)  # type: ignore[arg-type]
    return reminder_text(board, next(it for it in board.standings if it.carrier.code == code))


@pytest.mark.parametrize(
    ("now", "said"),
    [
        (at(LAST, 9, 48), "còn 12 phút là đến hạn"),
        (at(LAST, 12, 5), "đã quá hạn 2 giờ 5 phút"),
        (at(LAST.replace(day=19)), "Kỳ này đã chốt"),
    ],
)
def test_it_says_how_things_stand(store: Store, now: datetime, said: str):
    text = reminder(store, now)
    assert said in text
    for part in (
        "Kính gửi: Wintel",
        "Thông tư số 08/2026/TT-BKHCN",
        "Kỳ báo cáo 11/11/2026, hạn gửi: trước 10:00 ngày 11/11/2026",
        "bị khóa 2 chiều",
        "phương án xử lý",
    ):
        assert part in text


def test_a_refused_file_is_asked_back(store: Store):
    content = (EXAMPLES_DIR / "bad" / "sum_mismatch.xlsx").read_bytes()
    request = IntakeRequest("BC wintel.xlsx", content, at(LAST, 9), "test", "test", "wintel", LAST)
    take_in(request, store)
    text = reminder(store, at(LAST, 9, 30))
    assert "tệp “BC wintel.xlsx” của Wintel lúc 09:00 ngày 11/11/2026" in text
    assert "gửi lại trước 10:00 ngày 11/11/2026" in text
    assert "do đã quá hạn" in reminder(store, at(LAST, 11))


def test_an_ad_hoc_round_says_its_reason_and_its_own_hour(store: Store):
    open_ad_hoc_round(store, FRIDAY, ("wintel",), By("A", "phục vụ họp Tổ công tác"))
    text = reminder(store, at(LAST), FRIDAY.date())
    assert "Kỳ báo cáo đột xuất 13/11/2026, hạn gửi: trước 15:00 ngày 13/11/2026." in text
    assert "Lý do: phục vụ họp Tổ công tác." in text
