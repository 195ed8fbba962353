"""The report as PDF, read back by another program."""

import re

from dashboard.briefing.content import BriefingRequest, briefing_content
from dashboard.briefing.content.outline import table_cells
from dashboard.briefing.office import Office
from dashboard.briefing.pdf.report import briefing_pdf
from dashboard.figures.print_map import MapRequest, print_map
from dashboard.measures.selection import Selection
from dashboard.reference.communes import communes
from dashboard.store.database import Store
from tests.briefing.pdf.conftest import ReadPdf
from tests.web.prepared import FIRST, LAST, WHOLE


def words(text: str) -> str:
    return " ".join(text.split())


def test_it_has_the_form_of_an_administrative_document(filled: Store, text_of: ReadPdf):
    content = briefing_content(filled.reader(), BriefingRequest(WHOLE))
    text = text_of(briefing_pdf(content, Office()))
    for told in ("CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM", "Độc lập - Tự do - Hạnh phúc", "BÁO CÁO", "Nơi nhận:"):
        assert told in text
    assert "Kính gửi:" in text
    assert content.footer.line in text
    assert content.footer.mark in text


def test_a_letter_has_its_subject_under_the_number(filled: Store, text_of: ReadPdf):
    content = briefing_content(filled.reader(), BriefingRequest(WHOLE))
    told = text_of(briefing_pdf(content, Office(form="letter", address="17 Hạc Thành")))
    assert "V/v " in told
    assert told.count("Địa chỉ: 17 Hạc Thành") == 1, "at the foot of the first page only"
    assert "17 Hạc Thành" not in text_of(briefing_pdf(content, Office(address="17 Hạc Thành")))


def test_every_cell_of_every_table_is_there(filled: Store, text_of: ReadPdf):
    content = briefing_content(filled.reader(), BriefingRequest(WHOLE))
    read = text_of(briefing_pdf(content, Office()))
    found = set(re.findall(r"[\w.,+−–%/]+", read))
    for section in content.sections:
        for table in section.tables:
            for row in table_cells(table):
                for cell in row:
                    assert set(re.findall(r"[\w.,+−–%/]+", cell)) <= found, (table.key, cell)
    assert all(commune.name in read for commune in communes())


def test_what_people_wrote_is_never_markup(filled: Store, text_of: ReadPdf):
    trap = '#panic("x") *đậm* $1+1$ `mã` [a](b) <nhãn> @nguồn \\ _nghiêng_ // hết'
    request = BriefingRequest(WHOLE, edits=(("opening", trap),))
    content = briefing_content(filled.reader(), request)
    text = text_of(briefing_pdf(content, Office(signatory='#read("/etc/passwd")', recipients=(trap,))))
    assert words(trap.split(" // ", maxsplit=1)[0]) in text
    assert '#read("/etc/passwd")' in text


def test_the_map_is_inside_as_words_and_shapes(filled: Store, text_of: ReadPdf):
    content = briefing_content(filled.reader(), BriefingRequest(WHOLE))
    drawn = print_map(MapRequest(Selection(WHOLE), "svg", "report"), filled).content
    with_map, without = briefing_pdf(content, Office(), drawn), briefing_pdf(content, Office())
    assert "Tên các xã, phường ghi bằng số trên bản đồ" in text_of(with_map)
    assert "ghi bằng số trên bản đồ" not in text_of(without)


def test_a_missing_carrier_and_a_first_week_read_well(filled: Store, text_of: ReadPdf):
    for round_on in (LAST, FIRST):
        content = briefing_content(filled.reader(), BriefingRequest(round_on))
        text = text_of(briefing_pdf(content, Office()))
        for section in content.sections:
            for paragraph in section.paragraphs:
                assert words(paragraph)[:30] in text
        assert "Wintel" in text
        assert "None" not in text


def test_the_same_content_gives_the_same_bytes(filled: Store):
    content = briefing_content(filled.reader(), BriefingRequest(WHOLE))
    assert briefing_pdf(content, Office()) == briefing_pdf(content, Office())
