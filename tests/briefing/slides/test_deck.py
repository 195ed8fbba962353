"""The slides as python-pptx finds them."""

from dataclasses import replace
from io import BytesIO

import openpyxl
import pptx
import pytest
from pptx.presentation import Presentation

from dashboard.briefing.office import Office
from dashboard.briefing.slides import render_slides
from dashboard.briefing.slides.canvas import HEIGHT_MM, WIDTH_MM
from dashboard.briefing.slides.deck import notes
from dashboard.briefing.slides.tables import SHARES
from dashboard.measures import figures_by_carrier
from dashboard.measures.scope import Scope
from dashboard.measures.wording import count_text
from tests.briefing.cases import ROUND, empty_database
from tests.briefing.office_files import CASES, content_of, reports_of
from tests.briefing.word.test_document import PICTURE
from tests.measures.reports import reported


def opened(case: str, picture: bytes | None = PICTURE) -> Presentation:
    return pptx.Presentation(BytesIO(render_slides(content_of(case), Office(), picture)))


@pytest.mark.parametrize("case", CASES)
def test_eight_to_twelve_slides_of_16_to_9_each_with_one_message(case: str):
    deck = opened(case)
    assert 8 <= len(deck.slides) <= 12
    assert deck.slide_width / deck.slide_height == pytest.approx(16 / 9, rel=1e-3)
    titles = [slide.shapes.title.text for slide in deck.slides]
    messages = {section.message for section in content_of(case).sections}
    assert titles[0] == content_of(case).subject
    assert set(titles[1:]) <= messages
    assert len(set(titles)) == len(titles)
    assert WIDTH_MM > HEIGHT_MM


@pytest.mark.parametrize("case", CASES)
def test_every_slide_can_be_traced_and_spoken_to(case: str):
    footer = content_of(case).footer.line
    for slide in opened(case).slides:
        assert any(shape.has_text_frame and shape.text_frame.text == footer for shape in slide.shapes)
        assert footer in slide.notes_slide.notes_text_frame.text


def test_notes_hold_the_numbers_and_where_they_come_from():
    with empty_database() as database, reported(database, reports_of("whole")) as cursor:
        rows = figures_by_carrier(cursor, Scope(ROUND)).to_pylist()
    section = content_of("whole").section("carriers")
    told = notes(content_of("whole"), section)
    for row in rows:
        assert f"Nhà mạng: {row['carrier_name']}; Phải xác thực: {count_text(row['total_count'])}" in told
    assert f"Nguồn: {section.source}." in told


@pytest.mark.parametrize("case", CASES)
def test_charts_are_native_and_their_numbers_those_of_the_content(case: str):
    charts = {chart.key: chart for section in content_of(case).sections for chart in section.charts}
    shown = [shape.chart for slide in opened(case).slides for shape in slide.shapes if shape.has_chart]
    assert len(shown) == len(charts)
    for office in shown:
        names = [series.name for series in office.plots[0].series]
        chart = next(each for each in charts.values() if [series.name for series in each.series] == names)
        for series, told in zip(office.plots[0].series, chart.series, strict=True):
            assert tuple(series.values) == told.values
        book = openpyxl.load_workbook(BytesIO(office.part.chart_workbook.xlsx_part.blob))
        assert [cell.value for cell in book["Sheet1"]["A"][1:]] == list(chart.categories)


def test_nothing_stands_outside_of_a_slide():
    deck = opened("restated")
    for slide in deck.slides:
        for shape in slide.shapes:
            assert shape.left >= 0
            assert shape.left + shape.width <= deck.slide_width
            assert shape.top + shape.height <= deck.slide_height


def test_the_mark_is_on_every_slide_only_where_figures_are_simulated():
    content = content_of("whole")
    marked = replace(content, footer=replace(content.footer, mark="SỐ LIỆU MÔ PHỎNG"))
    deck = pptx.Presentation(BytesIO(render_slides(marked, Office())))
    for slide, plain in zip(deck.slides, opened("whole", None).slides, strict=True):
        assert "SỐ LIỆU MÔ PHỎNG" in _texts(slide)
        assert "SỐ LIỆU MÔ PHỎNG" not in _texts(plain)


def _texts(slide: object) -> list[str]:
    return [shape.text_frame.text for shape in slide.shapes if shape.has_text_frame]


def test_the_same_content_is_the_same_bytes():
    assert render_slides(content_of("whole"), Office(), PICTURE) == render_slides(
        content_of("whole"), Office(), PICTURE
    )


def test_a_logo_stands_on_the_first_slide():
    deck = pptx.Presentation(BytesIO(render_slides(content_of("first"), Office(logo=PICTURE))))
    assert any(shape.shape_type == 13 for shape in deck.slides[0].shapes)
    assert SHARES["rank"] < SHARES["commune_name"]
