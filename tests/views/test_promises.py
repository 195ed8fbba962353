"""Words and tables of promises."""

from datetime import date
from typing import Any

import pytest

from dashboard.intake.annexes.records import PlanItem
from dashboard.measures.cube import COUNTS
from dashboard.measures.promises import Kept, Promise
from dashboard.reference.carriers import carriers
from dashboard.reference.communes import commune_by_code
from dashboard.views.promises import changes_table, figures_line, items_table, outcome_words

NOTHING: dict[str, Any] = dict.fromkeys((*COUNTS, *(f"{name}_change" for name in COUNTS), "verified_pct"))
ITEM = PlanItem("Mở điểm", "14797", date(2026, 11, 18), 500)


@pytest.mark.parametrize(
    ("kept", "words"),
    [
        (Kept(ITEM, 500, True), "đạt"),
        (Kept(ITEM, 1234, False), "đạt"),
        (Kept(ITEM, -734, True), "còn thiếu 1.234"),
        (Kept(ITEM, 100, False), "chưa đến hạn, còn 400"),
        (Kept(ITEM, None, True), "chưa có số liệu để so"),
        (Kept(PlanItem("Nhắn tin"), 100, False), "không có chỉ tiêu để so"),
    ],
)
def test_what_became_of_an_item(kept: Kept, words: str):
    assert outcome_words(kept) == words


def test_what_is_not_known_is_never_zero():
    promise = Promise(carriers()[0], None, None, NOTHING)
    assert figures_line(promise) == "chưa có số liệu kỳ này"
    [row] = changes_table(promise).to_dict("records")
    assert row["Nơi"] == "Toàn tỉnh"
    assert row["± Đã xác thực"] is None


def test_communes_of_the_plan_follow_the_province_and_items_say_where_and_how_many():
    now = NOTHING | {"total_count": 10, "verified_count_change": 5, "unverified_count_change": -5}
    promise = Promise(
        carriers()[0], None, None, now, ((commune_by_code()["14797"], now),), (Kept(ITEM, 5, True),)
    )
    assert list(changes_table(promise)["Nơi"]) == ["Toàn tỉnh", "Phường Hạc Thành"]
    assert list(changes_table(promise)["± Chưa xác thực"]) == ["−5", "−5"]
    assert items_table(promise).to_dict("records") == [
        {
            "Việc": "Mở điểm",
            "Nơi": "Phường Hạc Thành",
            "Thời hạn": "18/11/2026",
            "Chỉ tiêu": "500",
            "Xác thực thêm": "+5",
            "Kết quả": "còn thiếu 495",
        }
    ]
