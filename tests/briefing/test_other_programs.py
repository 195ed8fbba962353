"""LibreOffice opens what was made, and what a reader sees there has every number and every letter right.

One start of LibreOffice converts all cases: it takes most of its seconds to start.
"""

import re

import pytest

from dashboard.briefing.office import Office
from dashboard.briefing.slides import render_slides
from dashboard.briefing.word import render_word
from dashboard.measures import figures_by_carrier, figures_by_province
from dashboard.measures.scope import Scope
from dashboard.measures.wording import count_text, pct_text
from tests.briefing.cases import ROUND, empty_database
from tests.briefing.office_files import CASES, as_pdf, content_of, reports_of, text_of
from tests.briefing.word.test_document import PICTURE
from tests.measures.reports import reported


@pytest.fixture(scope="module")
def seen(tmp_path_factory: pytest.TempPathFactory) -> dict[str, str]:
    """What stands on the pages of each file, by its name: "missing.docx"."""
    folder = tmp_path_factory.mktemp("office")
    files = []
    for case in CASES:
        files.append(folder / f"{case}-word.docx")
        files[-1].write_bytes(render_word(content_of(case), Office(), PICTURE))
    files.append(folder / "missing-slides.pptx")
    files[-1].write_bytes(render_slides(content_of("missing"), Office(), PICTURE))
    return {pdf.stem: text_of(pdf) for pdf in as_pdf(files, folder)}


@pytest.mark.parametrize("case", CASES)
def test_the_page_shows_the_figures_of_the_measures(seen: dict[str, str], case: str):
    told = " ".join(seen[f"{case}-word"].split()).replace("\u00a0", " ")
    with empty_database() as database, reported(database, reports_of(case)) as cursor:
        whole = figures_by_province(cursor, Scope(ROUND)).to_pylist()[0]
        carriers = figures_by_carrier(cursor, Scope(ROUND)).to_pylist()
    for row in (whole, *(row for row in carriers if row["total_count"] is not None)):
        assert count_text(row["total_count"]) in told
        assert count_text(row["unverified_count"]) in told
        assert pct_text(row["verified_pct"]).replace("\u00a0", " ") in told


@pytest.mark.parametrize("case", CASES)
def test_every_page_has_its_footer_and_all_but_the_first_their_number(seen: dict[str, str], case: str):
    pages = seen[f"{case}-word"].rstrip("\f").split("\f")
    assert len(pages) > 6
    for number, page in enumerate(pages, start=1):
        assert content_of(case).footer.line.split(";")[0] in page
        assert bool(re.match(rf"\s*{number}\s*\n", page)) is (number > 1)


def test_what_is_particular_to_the_case_is_read_there(seen: dict[str, str]):
    told = {name: " ".join(text.split()) for name, text in seen.items()}
    assert "Chưa gửi báo cáo: Wintel" in told["missing-word"]
    assert "Viettel gửi lại báo cáo kỳ 11/11/2026" in told["restated-word"]
    assert "Đây là kỳ đầu tiên có số liệu" in told["first-word"]
    assert "Hệ thống chưa ghi nhận buổi hỗ trợ nào" in told["whole-word"]
    assert "CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM" in told["whole-word"]


def test_slides_are_read_with_charts_in_vietnamese_numbers(seen: dict[str, str]):
    told = " ".join(seen["missing-slides"].split())
    assert "yêu cầu Wintel gửi báo cáo" in told
    assert "Wintel (chưa báo cáo)" in told
    assert re.search(r"\b\d{3}\.\d{3}\b", told)
    assert not re.search(r"\b\d{1,3},\d{3}\b", told)


def test_all_ten_lowest_communes_fit_on_their_slide(seen: dict[str, str]):
    section = content_of("missing").section("lowest")
    pages = [" ".join(page.split()) for page in seen["missing-slides"].split("\f")]
    page = next(page for page in pages if section.message[:20] in page)
    names = section.tables[0].rows["commune_name"].to_pylist()
    assert len(names) == 10
    assert all(name in page for name in names), "a table that runs over the edge loses its last rows"
