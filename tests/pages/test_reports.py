"""Báo cáo: a file is shown before it is stored, and stored only when somebody says so."""

from pathlib import Path

import pandas as pd
import pytest
from streamlit.testing.v1 import AppTest

from dashboard.intake.journal import Act, read_entries
from dashboard.measures import data_version, headline, rounds
from dashboard.measures.restatements import restatements
from dashboard.measures.scope import Scope
from dashboard.store.database import Store
from dashboard.views.upload import MOST_FILES
from tests.pages.board_of import words_on
from tests.pages.conftest import OpenPage
from tests.web.prepared import FIRST, LAST, WHOLE

GOOD = "wintel_2026-11-11.csv"
BAD = "bad/sum_mismatch.xlsx"


def choose(page: AppTest, *paths: Path) -> AppTest:
    """Files put into the uploader; the page runs and reads them."""
    files = [(path.name, path.read_bytes(), "application/octet-stream") for path in paths]
    return page.file_uploader[0].set_value(files).run()


def offers(page: AppTest) -> list[str]:
    """What the page offers to take in."""
    return [button.label for button in page.button if button.label.startswith("Nhận")]


def confirm(page: AppTest) -> AppTest:
    """Press the button that takes in."""
    return next(button for button in page.button if button.label.startswith("Nhận")).click().run()


def test_a_good_file_is_shown_first_and_stored_when_confirmed(
    filled: Store, open_page: OpenPage, examples: Path
):
    before = data_version(filled.reader())
    page = choose(open_page("reports"), examples / GOOD)
    words = words_on(page)
    assert GOOD in words
    assert "Hợp lệ" in words
    assert "Wintel · kỳ 11/11/2026 · 166 xã, phường" in words
    assert data_version(filled.reader()) == before, "nothing is stored before it is confirmed"
    assert offers(page) == ["Nhận 1 tệp hợp lệ"]
    page = confirm(page)
    assert not page.exception
    assert f"Đã nhận **{GOOD}**: 166 xã, phường." in words_on(page)
    assert headline(filled.reader(), Scope(LAST)).carriers_missing == ()
    assert not offers(page), "nothing is offered twice"


def test_a_bad_file_is_refused_with_findings_and_changes_no_figure(
    filled: Store, open_page: OpenPage, examples: Path
):
    before = data_version(filled.reader())
    page = choose(open_page("reports"), examples / BAD)
    assert not page.exception
    assert "Không nhận" in words_on(page)
    assert "dòng 163, cột c:" in words_on(page).lower()
    assert "sum_mismatch" in words_on(page)
    assert not offers(page)
    assert "Không có tệp nào để nhận" in words_on(page)
    assert data_version(filled.reader()) == before


def test_of_several_files_only_the_good_ones_are_offered(filled: Store, open_page: OpenPage, examples: Path):
    page = choose(open_page("reports"), examples / BAD, examples / GOOD)
    assert offers(page) == ["Nhận 1 tệp hợp lệ"]
    confirm(page)
    assert headline(filled.reader(), Scope(LAST)).carriers_missing == ()


def test_the_same_file_again_is_recognised_and_stored_no_second_time(
    filled: Store, open_page: OpenPage, examples: Path
):
    confirm(choose(open_page("reports"), examples / GOOD))
    entries_count, before = len(read_entries(filled.home)), data_version(filled.reader())
    page = choose(open_page("reports"), examples / GOOD)
    assert "Đã nhận trước đây" in words_on(page)
    assert not offers(page)
    assert data_version(filled.reader()) == before
    assert len(read_entries(filled.home)) == entries_count


def test_a_files_name_is_never_markup(filled: Store, open_page: OpenPage, examples: Path):
    page = open_page("reports")
    name = "x](http://example.invalid) **wintel** :red[a].csv"
    page.file_uploader[0].set_value([(name, (examples / GOOD).read_bytes(), "text/csv")]).run()
    assert not page.exception
    written = "".join(str(element.value) for element in page.markdown)
    assert "](http" not in written
    assert " **wintel** " not in written
    assert ":red[a]" not in written


def test_nothing_is_journaled_by_looking(filled: Store, open_page: OpenPage, examples: Path):
    before = read_entries(filled.home)
    choose(open_page("reports"), examples / GOOD, examples / BAD)
    assert read_entries(filled.home) == before


def test_a_file_that_does_not_name_its_carrier_can_be_told(empty: Store, open_page: OpenPage, examples: Path):
    page = choose(open_page("reports"), examples / "bad" / "missing_communes.xlsx")
    assert not offers(page)
    asked = next(box for box in page.selectbox if box.label == "Nhà mạng của tệp này")
    page = asked.set_value("MobiFone").run()
    assert "Hợp lệ, có cảnh báo" in words_on(page)
    confirm(page)
    entry = read_entries(empty.home)[-1]
    assert (entry.act, entry.carrier_code, entry.way) == (Act.TAKEN_IN, "mobifone", "page")


@pytest.mark.parametrize("name", ["zip_bomb.xlsx", "not_a_workbook.xlsx", "truncated.xlsx", "empty.xlsx"])
def test_a_hostile_file_leaves_the_page_up(empty: Store, open_page: OpenPage, examples: Path, name: str):
    page = choose(open_page("reports"), examples / "bad" / name)
    assert not page.exception
    assert "Không nhận" in words_on(page)
    assert not offers(page)


def test_the_first_report_of_all_fills_the_empty_pages(empty: Store, open_page: OpenPage, examples: Path):
    assert "Chưa có báo cáo nào được nhận" in words_on(open_page("reports", tab="da-nhan"))
    confirm(choose(open_page("reports"), examples / GOOD))
    assert rounds(empty.reader()) == (LAST,)


def test_who_sent_and_who_is_missing_in_the_round(filled: Store, open_page: OpenPage):
    page = open_page("reports", tab="tinh-hinh", tuan=LAST.isoformat())
    words = words_on(page)
    assert "**4/5** đã báo cáo" in words
    assert "Hạn gửi: trước **thứ Tư, 10:00 ngày 11/11/2026**" in words
    status = page.dataframe[0].value.set_index("Nhà mạng")["Tình trạng"].to_dict()
    assert status.pop("Wintel").startswith("✗ Chưa báo cáo, quá hạn")
    assert set(status.values()) == {"✓ Đúng hạn"}


def test_every_file_that_came_is_listed_newest_first(filled: Store, open_page: OpenPage):
    page = open_page("reports", tab="da-nhan")
    table = page.dataframe[0].value
    assert "Đã tiếp nhận **10** tệp, từ chối **0** tệp" in words_on(page)
    assert list(pd.to_datetime(table["Kỳ"]).dt.date) == [LAST] * 4 + [WHOLE] * 5 + [FIRST]
    assert set(table["Mô phỏng"]) == {"có"}
    assert set(table["Hiệu lực"]) == {"đang dùng"}


def test_a_later_file_of_the_same_round_takes_the_place_of_the_earlier_and_both_stay(
    filled: Store, open_page: OpenPage, examples: Path
):
    page = choose(open_page("reports"), examples / "mobifone_2026-11-11.xlsx")
    assert "Sẽ thay thế báo cáo kỳ 11/11/2026 của MobiFone" in words_on(page)
    confirm(page)
    table = open_page("reports", tab="da-nhan").dataframe[0].value
    mobifone = table[(table["Nhà mạng"] == "MobiFone") & (pd.to_datetime(table["Kỳ"]).dt.date == LAST)]
    assert sorted(mobifone["Hiệu lực"]) == ["đang dùng", "đã được thay thế"]


def restating(page: AppTest) -> str:
    """The label of the question why, where it is asked."""
    return next((box.label for box in page.text_input if box.label.startswith("Vì sao")), "")


def test_a_file_that_restates_a_past_round_is_asked_why_and_both_figures_are_shown(
    filled: Store, open_page: OpenPage, examples: Path
):
    assert "Chưa có số liệu nào bị đính chính" in words_on(open_page("reports", tab="dinh-chinh"))
    page = choose(open_page("reports"), examples / "mobifone_2026-11-11.xlsx")
    assert restating(page)
    box = next(box for box in page.text_input if box.label == restating(page))
    page = confirm(box.set_value("gửi thiếu ba xã").run())
    assert not page.exception
    with filled.reader() as cursor:
        [found] = restatements(cursor)
    assert found.now.reason
    assert found.now.reason.text == "gửi thiếu ba xã"
    words = words_on(open_page("reports", tab="dinh-chinh"))
    assert "Lý do: gửi thiếu ba xã" in words.replace("\\", "")
    assert "xã, phường đổi số" in words


def test_a_first_file_and_one_that_replaces_nothing_are_asked_nothing(
    filled: Store, open_page: OpenPage, examples: Path
):
    assert not restating(choose(open_page("reports"), examples / GOOD))


def test_why_can_be_said_later(filled: Store, open_page: OpenPage, examples: Path):
    confirm(choose(open_page("reports"), examples / "mobifone_2026-11-11.xlsx"))
    page = open_page("reports", tab="dinh-chinh")
    next(box for box in page.text_input if box.label == "Lý do đính chính").set_value("tính nhầm")
    page = next(button for button in page.button if button.label == "Ghi lý do").click().run()
    assert not page.exception
    assert "Lý do: tính nhầm" in words_on(page).replace("\\", "")


def test_a_receipt_is_opened_by_its_address(filled: Store, open_page: OpenPage):
    page = open_page("reports", tab="da-nhan", bien_nhan="9")
    assert receipts_open(page) == ["Biên nhận số 9 :red-badge[SỐ LIỆU MÔ PHỎNG]"]
    assert "163 dòng theo mã" in words_on(page)
    assert not receipts_open(open_page("reports", tab="da-nhan"))
    assert not receipts_open(open_page("reports", tab="da-nhan", bien_nhan="99"))


def receipts_open(page: AppTest) -> list[str]:
    """Titles of the receipts on the page."""
    return [str(title.value) for title in page.subheader if str(title.value).startswith("Biên nhận")]


def test_a_doubtful_file_can_be_taken_away_with_its_faults_marked(
    filled: Store, open_page: OpenPage, examples: Path
):
    page = choose(open_page("reports"), examples / BAD)
    labels = [element.proto.label for element in page.get("download_button")]
    assert "Tải tệp đã đánh dấu lỗi (Excel)" in labels


def test_more_files_than_are_read_at_once_are_refused_before_one_is_read(
    filled: Store, open_page: OpenPage, examples: Path
):
    page = choose(open_page("reports"), *[examples / GOOD] * (MOST_FILES + 1))
    assert "Đã chọn 31 tệp" in page.error[0].value
    assert not offers(page)
    assert "Hợp lệ" not in words_on(page)
