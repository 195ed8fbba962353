"""Xã, phường: one commune by carrier and by round."""

import json

import pandas as pd
import pytest

from dashboard.measures import Expected, Scope, figures_by_commune_and_carrier, figures_by_province
from dashboard.measures.wording import count_text, day_text, pct_text
from dashboard.reference.carriers import carriers
from dashboard.reference.commune_notes import notes_of
from dashboard.reference.communes import communes
from dashboard.store.database import Store
from tests.pages.board_of import words_on
from tests.pages.conftest import OpenPage
from tests.web.prepared import LAST, ROUNDS, WHOLE

COMMUNE = communes()[80]
ONLY = Expected((COMMUNE,), carriers())


def test_without_a_commune_it_says_how_to_choose_one(filled: Store, open_page: OpenPage):
    page = open_page("commune")
    assert "Chọn một xã, phường" in words_on(page)
    assert not page.metric
    assert not page.dataframe


def test_the_headline_is_that_of_the_measures(filled: Store, open_page: OpenPage):
    page = open_page("commune", tuan=LAST.isoformat(), xa=COMMUNE.code)
    row = figures_by_province(filled.reader(), Scope(LAST), ONLY).to_pylist()[0]
    assert page.title[0].value == COMMUNE.name
    assert COMMUNE.code in page.caption[0].value
    assert [metric.value for metric in page.metric] == [
        pct_text(row["verified_pct"]),
        count_text(row["unverified_count"]),
        count_text(row["locked_one_way_count"]),
        count_text(row["locked_two_way_count"]),
        "4/5",
    ]
    assert page.metric[4].delta == "thiếu Wintel"


@pytest.mark.parametrize("kind", ["xa", "phuong"])
def test_every_carrier_stands_in_the_table_the_missing_one_as_missing(
    filled: Store, open_page: OpenPage, kind: str
):
    page = open_page("commune", tuan=LAST.isoformat(), xa=COMMUNE.code, loai=kind)
    table = page.dataframe[0].value.set_index("Nhà mạng")
    assert list(table.index) == [carrier.name for carrier in carriers()]
    assert table.loc["Wintel", "Ghi chú"] == "chưa báo cáo kỳ này"
    assert pd.isna(table.loc["Wintel", "Tổng thuê bao"])
    rows = figures_by_commune_and_carrier(filled.reader(), Scope(LAST), ONLY).to_pylist()
    for row in rows:
        if row["total_count"] is not None:
            assert table.loc[row["carrier_name"], "Tổng thuê bao"] == row["total_count"]
            assert table.loc[row["carrier_name"], "Tỷ lệ"] == row["verified_pct"]


def test_last_known_figures_say_which_round_they_are_of(filled: Store, open_page: OpenPage):
    page = open_page("commune", tuan=LAST.isoformat(), xa=COMMUNE.code, so_lieu="gan-nhat")
    table = page.dataframe[0].value.set_index("Nhà mạng")
    assert table.loc["Wintel", "Ghi chú"] == f"số của kỳ {day_text(WHOLE)}"
    assert not pd.isna(table.loc["Wintel", "Tổng thuê bao"])


def test_rounds_stand_newest_first(filled: Store, open_page: OpenPage):
    page = open_page("commune", tuan=LAST.isoformat(), xa=COMMUNE.code)
    table = page.dataframe[1].value
    assert list(table["Kỳ"].dt.date) == list(reversed(ROUNDS))
    assert list(table["Nhà mạng đã báo cáo"]) == ["4/5", "5/5", "1/5"]


def test_rounds_after_the_one_shown_are_not_told(filled: Store, open_page: OpenPage):
    page = open_page("commune", tuan=WHOLE.isoformat(), xa=COMMUNE.code)
    assert list(page.dataframe[1].value["Kỳ"].dt.date) == [WHOLE, ROUNDS[0]]


def test_a_carrier_asked_for_alone_stands_alone(filled: Store, open_page: OpenPage):
    page = open_page("commune", tuan=LAST.isoformat(), xa=COMMUNE.code, nha_mang="viettel")
    assert list(page.dataframe[0].value["Nhà mạng"]) == ["Viettel"]
    assert page.metric[4].value == "1/1"


def test_a_commune_has_its_sheet_to_take_away(filled: Store, open_page: OpenPage):
    page = open_page("commune", tuan=LAST.isoformat(), xa=COMMUNE.code)
    assert "Phiếu một trang (PDF)" in [button.label for button in page.get("download_button")]


def test_without_a_commune_all_sheets_can_be_had(filled: Store, open_page: OpenPage):
    page = open_page("commune", tuan=LAST.isoformat())
    assert "Lập 166 phiếu (ZIP)" in [button.label for button in page.button]
    assert "Phiếu một trang cho từng xã, phường" in words_on(page)


def test_a_note_is_written_stands_on_the_charts_and_in_the_table_and_is_withdrawn(
    filled: Store, open_page: OpenPage
):
    page = open_page("commune", tuan=LAST.isoformat(), xa=COMMUNE.code)
    page.text_input(key="note-text").set_value("lũ **lớn**")
    next(it for it in page.button if it.label == "Ghi").click().run()
    assert not page.exception
    (note,) = notes_of(filled.reader(), COMMUNE.code)
    assert (note.round_on, note.text) == (LAST, "lũ **lớn**")
    assert "lũ **lớn**" in words_on(page), "as text"
    charts = [str(json.loads(element.proto.spec)) for element in page.get("plotly_chart")]
    assert all("lũ" in chart for chart in charts), "carriers in the round, and the rounds"
    assert page.dataframe[-1].value["Ghi chú"].iloc[0] == "lũ **lớn**"
    page.button(key=f"note-{note.key}").click().run()
    assert notes_of(filled.reader(), COMMUNE.code) == ()
