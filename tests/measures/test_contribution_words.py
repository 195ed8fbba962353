"""What moved the rate, in sentences that fit the case."""

from dashboard.measures.contribution import Contribution, contribution
from dashboard.measures.contribution_words import contribution_sentences
from tests.measures.cubes import THIS_WEEK, Pair, cube_of
from tests.measures.reports import BEFORE

NB = "\u00a0"


def found(**parts: object) -> Contribution:
    values: dict[str, object] = {
        "since": BEFORE,
        "before_pct": 74.75,
        "now_pct": 76.14,
        "left_points": 0.0,
        "progress_points": 1.41,
        "base_points": -0.02,
        "joined_points": 0.0,
        "progress_by_carrier": {"viettel": 0.9, "wintel": 0.51},
        "left": (),
        "joined": (),
    }
    return Contribution(**{**values, **parts})  # type: ignore[arg-type]


def told(**parts: object) -> list[str]:
    return [sentence.replace(NB, " ") for sentence in contribution_sentences(found(**parts))]


def test_the_change_then_the_progress_by_carrier_then_the_base():
    assert told() == [
        "Tỷ lệ từ 74,75 % (kỳ 04/11/2026) thành 76,14 %, tăng 1,39 điểm %.",
        "Xác thực thêm làm tỷ lệ tăng 1,41 điểm %: Viettel +0,90 điểm %, Wintel +0,51 điểm %.",
        "Số thuê bao phải xác thực tăng làm tỷ lệ giảm 0,02 điểm %.",
    ]


def test_a_carrier_that_is_missing_is_told_apart_from_work_done():
    sentences = told(left_points=0.5, left=("wintel",))
    assert sentences[-1].startswith("Wintel có báo cáo kỳ trước mà không có kỳ này; riêng việc thiếu ấy")
    assert sentences[-1].endswith("tăng 0,50 điểm %, không phải do kết quả xác thực.")


def test_communes_that_came_back_without_a_whole_carrier_are_told():
    assert told(joined_points=-0.3)[-1].startswith("Một số xã, phường của một số nhà mạng có báo cáo kỳ này")


def test_what_rounds_to_nothing_is_left_out():
    assert len(told(base_points=0.001, left_points=-0.004)) == 2


def test_no_progress_is_said_so():
    nothing: list[list[Pair]] = [[(100, 50, 0, 0), None, None]] * 3
    real = contribution(cube_of([nothing, nothing]), THIS_WEEK)
    assert real is not None
    assert list(contribution_sentences(real))[1] == "Không có thêm thuê bao nào được xác thực."
    assert "không đổi" in next(contribution_sentences(real))


def test_of_one_carrier_no_list_is_made():
    assert told(progress_by_carrier={"viettel": 1.41})[1] == "Xác thực thêm làm tỷ lệ tăng 1,41 điểm %."
