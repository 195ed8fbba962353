"""The Word document as python-docx finds it: the form of the Decree, real tables, charts with their "
"numbers."""

import re
from datetime import UTC
from io import BytesIO
from typing import Any
from zipfile import ZipFile

import docx
import openpyxl
import pytest
from docx.document import Document
from docx.oxml.ns import qn
from docx.shared import Mm, Pt
from hypothesis import given
from hypothesis import strategies as st

from dashboard.briefing.content import BriefingRequest, Section, Wording
from dashboard.briefing.office import Office
from dashboard.briefing.word import render_word
from dashboard.briefing.word.drawings import CHART_FONT_PT
from dashboard.briefing.word.form import MOTTO, NATION
from dashboard.briefing.word.markup import paragraph, parsed, run
from dashboard.briefing.word.page import FONT
from dashboard.briefing.word.tables import table_markup
from dashboard.measures import figures_by_carrier, figures_by_commune
from dashboard.measures.scope import Scope
from dashboard.measures.wording import NOTHING, count_text, pct_text
from tests.briefing.cases import ROUND, briefed, empty_database
from tests.briefing.office_files import CASES, content_of, reports_of
from tests.measures.reports import reported

PICTURE = (
    b"\x89PNG\r\n\x1a\n\x00\x00\x00\rIHDR\x00\x00\x00\x01\x00\x00\x00\x01\x08\x02\x00\x00\x00\x90wS\xde\x00\x00\x00"
    b"\x0cIDATx\x9cc\xf8\xff\xff?\x00\x05\xfe\x02\xfe\r\xefF\xb8\x00\x00\x00\x00IEND\xaeB`\x82"
)


def opened(case: str, office: Office | None = None, picture: bytes | None = None) -> Document:
    return docx.Document(BytesIO(render_word(content_of(case), office or Office(), picture)))


def words_in(document: Document) -> str:
    cells = [cell.text for table in document.tables for row in table.rows for cell in row.cells]
    return "\n".join([*(paragraph.text for paragraph in document.paragraphs), *cells])


def table_with(document: Document, header: str) -> list[list[str]]:
    """Cells of the first table that has a column of this name."""
    for table in document.tables:
        rows = [[cell.text for cell in row.cells] for row in table.rows]
        if header in rows[0]:
            return rows
    raise AssertionError(f"no table with {header}")


def test_paper_and_type_are_those_of_the_decree():
    document = opened("whole")
    section = document.sections[0]
    assert (round(section.page_width.mm), round(section.page_height.mm)) == (210, 297)
    assert Mm(20) <= section.top_margin <= Mm(25)
    assert Mm(20) <= section.bottom_margin <= Mm(25)
    assert Mm(30) <= section.left_margin <= Mm(35)
    assert Mm(15) <= section.right_margin <= Mm(20)
    normal = document.styles["Normal"]
    assert (normal.font.name, normal.font.size) == (FONT, Pt(14))
    assert document.styles["Heading 1"].font.name == FONT
    header = section.header._element.xml
    assert "PAGE" in header
    assert 'w:val="center"' in header
    assert "PAGE" not in section.first_page_header._element.xml, "no number on the first page"


# An element of the form: sizes in points, bold, italic. Decree 30/2020/NĐ-CP, annex I, table of letters.
LETTERS = {
    NATION: (12, 13, True, False),
    MOTTO: (13, 14, True, False),
    "UBND TỈNH THANH HÓA": (12, 13, False, False),
    "SỞ KHOA HỌC VÀ CÔNG NGHỆ": (12, 13, True, False),
    "Số: 12/BC-SKHCN": (13, 13, False, False),
    "V/v kết quả": (12, 13, False, False),
    "Thanh Hóa, ngày": (13, 14, False, True),
    "Nơi nhận:": (12, 12, True, True),
    "- Lưu: VT": (11, 11, False, False),
    "KT. GIÁM ĐỐC": (13, 14, True, False),
    "Nguyễn Văn Mẫu": (13, 14, True, False),
}


def test_letters_of_the_form_are_those_of_the_decree():
    office = Office(form="letter", signatory="Nguyễn Văn Mẫu", number_pattern="Số: 12/BC-SKHCN")
    cells = [cell for table in opened("whole", office).tables for row in table.rows for cell in row.cells]
    written = [part for cell in cells for line in cell.paragraphs for part in line.runs]
    for start, (least, most, bold, italic) in LETTERS.items():
        font = next(part for part in written if part.text.startswith(start)).font
        assert Pt(least) <= font.size <= Pt(most), start
        assert (bool(font.bold), bool(font.italic)) == (bold, italic), start


@pytest.mark.parametrize("form", ["report", "letter"])
def test_head_and_foot_are_all_there(form: str):
    office = Office(form=form, signatory="Nguyễn Văn Mẫu", number_pattern="Số: 12/BC-SKHCN")
    told = words_in(opened("whole", office))
    for part in (NATION, MOTTO, "UBND TỈNH THANH HÓA", "SỞ KHOA HỌC VÀ CÔNG NGHỆ", "Số: 12/BC-SKHCN",
                 "Thanh Hóa, ngày       tháng 11 năm 2026", "Kính gửi: Tổ công tác", "Nơi nhận:",
                 "- Lưu: VT, BCVT.", "KT. GIÁM ĐỐC", "Nguyễn Văn Mẫu", "./.", "PHỤ LỤC"):  # fmt: skip
        assert part in told, part
    assert ("V/v kết quả xác thực" in told) is (form == "letter")
    assert ("BÁO CÁO" in told) is (form == "report")


@pytest.mark.parametrize(("form", "shows"), [("letter", True), ("report", False)])
def test_the_address_stands_at_the_foot_of_a_letters_first_page_only(form: str, *, shows: bool):
    section = opened("whole", Office(form=form, address="17 Hạc Thành, phường Hạc Thành")).sections[0]
    assert ("Địa chỉ: 17 Hạc Thành" in section.first_page_footer._element.xml) is shows
    assert "17 Hạc Thành" not in section.footer._element.xml


@pytest.mark.parametrize("case", CASES)
def test_tables_say_what_the_measures_say(case: str):
    document = opened(case)
    with empty_database() as database, reported(database, reports_of(case)) as cursor:
        carriers = figures_by_carrier(cursor, Scope(ROUND)).to_pylist()
        communes = figures_by_commune(cursor, Scope(ROUND)).to_pylist()
    rows = table_with(document, "± tỷ lệ (điểm %)")[1:]
    for row, figures in zip(rows[:-1], carriers, strict=True):
        assert row[0] == figures["carrier_name"]
        assert row[1] == count_text(figures["total_count"])
        assert row[2] == count_text(figures["verified_count"])
        assert row[3] == pct_text(figures["verified_pct"]).removesuffix("\u00a0%")
        assert row[5:] == [
            count_text(figures[name])
            for name in ("unverified_count", "locked_one_way_count", "locked_two_way_count")
        ]
    annex = [row for row in _annex(document) if row[0].isdigit()]
    by_name = {row[1]: row for row in annex}
    assert len(annex) == len(communes) == 166
    for figures in communes:
        row = by_name[figures["commune_name"]]
        assert row[2:5] == [
            count_text(figures["total_count"]),
            count_text(figures["verified_count"]),
            pct_text(figures["verified_pct"]).removesuffix("\u00a0%"),
        ]


def _annex(document: Document) -> list[list[str]]:
    return [[cell.text for cell in row.cells] for row in document.tables[-1].rows]


def test_a_missing_carrier_is_a_row_of_dashes():
    rows = table_with(opened("missing"), "± tỷ lệ (điểm %)")
    wintel = next(row for row in rows if row[0] == "Wintel")
    assert set(wintel[1:]) == {NOTHING}


def has(row: Any, mark: str) -> bool:
    return row._tr.find(f".//{qn(mark)}") is not None


def test_headers_repeat_and_no_row_is_cut():
    document = opened("whole")
    captioned = [
        table for table in document.tables if table.rows[0]._tr.find(".//" + qn("w:tblHeader")) is not None
    ]
    assert len(captioned) >= 6
    for table in captioned:
        assert all(has(row, "w:cantSplit") for row in table.rows)
        headed = [has(row, "w:tblHeader") for row in table.rows]
        assert headed == [True] + [False] * (len(headed) - 1)


@pytest.mark.parametrize("case", CASES)
def test_charts_are_parts_with_their_numbers_in_a_workbook(case: str):
    content = content_of(case)
    charts = [chart for section in content.sections for chart in section.charts]
    with ZipFile(BytesIO(render_word(content, Office()))) as package:
        names = package.namelist()
        for place, chart in enumerate(charts, start=1):
            xml = package.read(f"word/charts/chart{place}.xml").decode()
            assert f'sz="{CHART_FONT_PT * 100}"' in xml
            assert "externalData" in xml
            book = openpyxl.load_workbook(
                BytesIO(package.read(f"word/embeddings/Microsoft_Excel_Sheet{place}.xlsx"))
            )
            cells = list(book["Sheet1"].iter_rows(values_only=True))
            assert list(cells[0][1:]) == [series.name for series in chart.series]
            for row, category in enumerate(chart.categories, start=1):
                assert cells[row][0] == category
                assert list(cells[row][1:]) == [series.values[row - 1] for series in chart.series]
        types = package.read("[Content_Types].xml").decode()
    assert sum(name.startswith("word/charts/chart") for name in names) == len(charts) > 1
    assert types.count("drawingml.chart+xml") == len(charts)


def test_the_mark_is_on_every_page_and_only_for_simulated_figures():
    simulated = [
        type(each)(each.carrier_code, each.round_on, each.figures, None, True) for each in reports_of("first")
    ]
    with empty_database() as database:
        content = briefed(database, simulated, BriefingRequest(ROUND))
    section = docx.Document(BytesIO(render_word(content, Office()))).sections[0]
    for header in (section.header, section.first_page_header):
        assert "SỐ LIỆU MÔ PHỎNG" in header._element.xml
    real = opened("first").sections[0]
    assert "SỐ LIỆU MÔ PHỎNG" not in real.header._element.xml
    for footer in (real.footer, real.first_page_footer):
        assert content_of("first").footer.line in footer.paragraphs[0].text


def test_the_same_content_is_the_same_bytes_and_its_date_that_of_the_figures():
    content = content_of("whole")
    made = render_word(content, Office(), PICTURE)
    assert made == render_word(content, Office(), PICTURE)
    about = docx.Document(BytesIO(made)).core_properties
    assert about.created.replace(tzinfo=UTC) == content.footer.cut_off_at
    assert about.title == content.subject


def test_the_map_stands_in_its_place_with_words_for_who_cannot_see_it():
    document = opened("whole", picture=PICTURE)
    assert len(document.inline_shapes) >= 1
    shown = content_of("whole").section("map").map
    assert shown.alt in document.element.xml.replace("&quot;", '"')
    assert shown.title in words_in(document)


def test_what_the_officer_wrote_is_text_and_never_markup():
    hostile = 'A < B & "C" <w:p/>\n=1+1'
    assert "&lt;w:p/&gt;" in run(hostile)
    content = content_of("whole")
    edited = type(content)(
        **{**vars(content), "opening": Wording("opening", content.opening.computed, hostile)}
    )
    told = words_in(docx.Document(BytesIO(render_word(edited, Office()))))
    assert 'A < B & "C" <w:p/>' in told


def test_every_table_of_the_content_is_in_the_document_under_its_number():
    told = words_in(opened("restated"))
    tables = [table for section in content_of("restated").sections for table in section.tables]
    assert len(re.findall(r"^Bảng \d+\. ", told, re.MULTILINE)) == len(tables) - 1, (
        "the annex has its own title"
    )
    assert all(table_markup(table).count("<w:tbl>") == 1 for table in tables)


def test_a_part_without_tables_keeps_its_sentences():
    content = content_of("first")
    support = content.section("support")
    assert isinstance(support, Section)
    assert support.paragraphs[0] in words_in(opened("first"))


@given(st.text())
def test_no_letter_that_somebody_typed_or_pasted_stops_the_document(text: str):
    parsed(paragraph(run(f"Lý do: {text}\x01\x0b\x00\ufffe\ud800")))
