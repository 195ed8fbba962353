"""Báo cáo: what only a person can say of a file is asked at the file, once, and known from then on."""

import io
from datetime import date
from pathlib import Path

import openpyxl
import pytest
from streamlit.testing.v1 import AppTest

from dashboard.intake.journal import Act, read_entries
from dashboard.intake.layout.confirmed import layouts_in_force
from dashboard.intake.matching.aliases import aliases_in_force
from dashboard.measures import Scope, figures_by_province
from dashboard.reference.communes import communes
from dashboard.store.database import Store
from tests.pages.board_of import words_on
from tests.pages.conftest import OpenPage

# No word of it is in the vocabulary: a layout that nobody has met.
HEADER = ("Số hiệu", "Đơn vị phụ trách", "Quy mô", "Xong", "Tồn đọng", "Dừng gọi đi", "Dừng hẳn")
CHOICES = {
    "Tổng số thuê bao phải xác thực": 2,
    "Thuê bao đã xác thực": 3,
    "Thuê bao chưa xác thực": 4,
    "Thuê bao bị khóa 1 chiều": 5,
    "Thuê bao bị khóa 2 chiều": 6,
}
COUNTS = (1000, 700, 300, 50, 30)
STRANGE = "Xã Nga Thắngg"


def workbook(folder: Path, day: date, header: tuple[str, ...] = HEADER, name: str = STRANGE) -> Path:
    """A report of MobiFone with this header, in which the fourth commune is called so."""
    made = openpyxl.Workbook()
    rows = [[number, it.name, *COUNTS] for number, it in enumerate(communes(), start=1)]
    rows[3][1] = name
    for row in (["MOBIFONE THANH HÓA"], [f"Tuần báo cáo {day:%d/%m/%Y}"], [], header, *rows):
        made.active.append(list(row))
    buffer = io.BytesIO()
    made.save(buffer)
    path = folder / f"mobifone_{day.isoformat()}.xlsx"
    path.write_bytes(buffer.getvalue())
    return path


def bare_workbook(folder: Path, day: date) -> Path:
    """The same report without a header."""
    return workbook(folder, day, header=(), name=communes()[3].name)


@pytest.fixture
def week(tmp_path: Path) -> Path:
    return workbook(tmp_path, date(2026, 11, 11))


@pytest.fixture
def week_after(tmp_path: Path) -> Path:
    return workbook(tmp_path, date(2026, 11, 18))


def choose(page: AppTest, *paths: Path) -> AppTest:
    files = [(path.name, path.read_bytes(), "application/octet-stream") for path in paths]
    return page.file_uploader[0].set_value(files).run()


def press(page: AppTest, start: str) -> AppTest:
    page = next(button for button in page.button if button.label.startswith(start)).click().run()
    assert not page.exception, page.exception[0].message
    return page


def offers(page: AppTest) -> list[str]:
    return [button.label for button in page.button if button.label.startswith("Nhận")]


def map_columns(page: AppTest) -> AppTest:
    """Say which column is which."""
    for label, index in CHOICES.items():
        box = next(box for box in page.selectbox if box.label == label)
        page = box.set_value(index).run()
    assert not page.exception, page.exception[0].message
    return page


def say_other(page: AppTest) -> AppTest:
    """Say that the strange name is the unit whose row it took, found among all."""
    page = page.radio[0].set_value("").run()
    unit = next(box for box in page.selectbox if box.label == "Xã, phường")
    assert communes()[3].code in unit.options[0], "the one unit without a row comes first"
    return unit.set_value(communes()[3].code).run()


def test_a_table_that_nobody_knows_and_a_strange_name_are_asked_about_once(
    empty: Store, open_page: OpenPage, week: Path, week_after: Path
):
    page = choose(open_page("reports"), week)
    assert not page.exception, page.exception[0].message
    assert "Cần chỉ rõ các cột" in words_on(page)
    assert not offers(page)
    page = map_columns(page)
    assert "**166/166 dòng**" in words_on(page)
    page = press(page, "Xác nhận cách đọc này")
    assert "Cần xác nhận 1 tên" in words_on(page)
    (name,) = page.radio
    assert f"“{STRANGE}”" in name.label
    assert "chưa có trong tệp" in name.options[0], "the one unit without a row comes first"
    assert "giống 95/100, đã có dòng khác" in name.options[1]
    page = press(say_other(page), "Xác nhận 1 tên")
    assert offers(page) == ["Nhận 1 tệp hợp lệ"]
    assert "1 dòng theo tên gọi đã xác nhận" in words_on(page)
    press(page, "Nhận 1 tệp")
    counted = figures_by_province(empty.reader(), Scope(date(2026, 11, 11))).to_pylist()[0]
    assert (counted["total_count"], counted["verified_count"]) == (166 * 1000, 166 * 700)

    page = choose(open_page("reports"), week_after)
    assert offers(page) == ["Nhận 1 tệp hợp lệ"], "no question the second time"
    press(page, "Nhận 1 tệp")
    assert [entry.act for entry in read_entries(empty.home)] == [Act.TAKEN_IN] * 2


def test_a_table_without_a_header_is_mapped_by_its_letters_and_known_the_next_time(
    empty: Store, open_page: OpenPage, tmp_path: Path
):
    weeks = [bare_workbook(tmp_path, date(2026, 11, day)) for day in (11, 18)]
    page = map_columns(choose(open_page("reports"), weeks[0]))
    header = next(box for box in page.selectbox if box.label.startswith("Dòng tiêu đề"))
    assert header.options == ["Bảng không có dòng tiêu đề"]
    assert "**166/166 dòng**" in words_on(page)
    page = press(page, "Xác nhận cách đọc này")
    assert offers(page) == ["Nhận 1 tệp hợp lệ"]
    assert offers(choose(open_page("reports"), weeks[1])) == ["Nhận 1 tệp hợp lệ"], (
        "no question the second time"
    )


def test_swapped_columns_show_before_they_are_confirmed(empty: Store, open_page: OpenPage, week: Path):
    page = map_columns(choose(open_page("reports"), week))
    boxes = {box.label: box for box in page.selectbox}
    boxes["Tổng số thuê bao phải xác thực"].set_value(3)
    page = boxes["Thuê bao đã xác thực"].set_value(2).run()
    assert "**0/166 dòng**" in words_on(page)
    assert "Có thể đã chọn nhầm cột" in words_on(page)


def test_a_column_chosen_twice_or_not_at_all_cannot_be_confirmed(
    empty: Store, open_page: OpenPage, week: Path
):
    page = choose(open_page("reports"), week)
    assert "Còn thiếu cột" in words_on(page)
    page = map_columns(page)
    box = next(box for box in page.selectbox if box.label == "Thuê bao bị khóa 2 chiều")
    page = box.set_value(5).run()
    assert "Cột F được chọn hai lần" in words_on(page)
    assert not [button for button in page.button if button.label == "Xác nhận cách đọc này"]


def test_what_was_confirmed_is_listed_and_can_be_taken_back(empty: Store, open_page: OpenPage, week: Path):
    page = press(map_columns(choose(open_page("reports"), week)), "Xác nhận cách đọc này")
    press(say_other(page), "Xác nhận 1 tên")
    page = open_page("reports", tab="da-xac-nhan")
    names, tables = page.multiselect
    assert names.options == [STRANGE]
    assert tables.options[0].startswith("MobiFone, phiên bản 2")
    with empty.reader() as cursor:
        names.set_value(list(aliases_in_force(cursor)))
    page = next(box for box in page.text_input if box.label == "Lý do").set_value("nhầm").run()
    page = next(it for it in page.button if it.label == "Thu hồi").click().run()
    assert not page.exception, page.exception[0].message
    with empty.reader() as cursor:
        assert not aliases_in_force(cursor)
        assert len(layouts_in_force(cursor).of_carrier("mobifone")) == 2
    assert "Cần xác nhận 1 tên" in words_on(choose(open_page("reports"), week))
