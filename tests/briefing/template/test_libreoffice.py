"""LibreOffice opens the form, computes its checks as meant, and saves it so that it is read unasked."""

from collections.abc import Callable
from io import BytesIO
from pathlib import Path

import pytest
from openpyxl import load_workbook

from dashboard.briefing.template import report_sheet
from dashboard.briefing.template.book import template_as_xlsx
from dashboard.briefing.template.form import Form, Previous
from dashboard.intake.examine import Examination
from dashboard.reference.carriers import carriers
from dashboard.reference.communes import communes
from dashboard.store.database import Store
from tests.briefing.libreoffice import saved_by_libreoffice
from tests.briefing.template.forms import ROUND_ON, Filling, empty_form, examined, filled, whole

BEFORE = {commune.code: (1000, 700) for commune in communes()}
# The first rows of the report, and what the check beside each has to say.
ROWS: tuple[tuple[tuple[object, ...], str | None], ...] = (
    ((None, None, None, None, None), "Chưa điền"),
    ((1000, 700, None, 5, 3), "Thiếu số, hoặc có ô không phải số"),
    (("nghìn", 700, 300, 5, 3), "Thiếu số, hoặc có ô không phải số"),
    ((1000, 700, 301, 5, 3), "Tổng khác đã + chưa xác thực"),
    ((1000, 700, 300, 200, 101), "Khóa nhiều hơn chưa xác thực"),
    ((1000, 700, 300, -5, 3), "Có số âm hoặc số lẻ"),
    ((1000.5, 700, 300.5, 5, 3), "Có số âm hoặc số lẻ"),
    ((1000, 660, 340, 5, 3), "Đã xác thực giảm so với kỳ trước?"),
    ((1300, 1000, 300, 5, 3), "Tổng số khác nhiều so với kỳ trước?"),
    ((1000, 700, 300, 200, 100), None),
)


@pytest.mark.parametrize("kind", ["xlsx", "ods"])
def test_saved_again_by_libreoffice(
    store: Store, tmp_path: Path, is_read_whole: Callable[[Examination], None], kind: str
):
    content = saved_by_libreoffice(tmp_path, filled(empty_form(), whole()), kind)
    is_read_whole(examined(store, content, f"bao-cao.{kind}"))


def test_its_checks_say_what_is_missing_and_what_contradicts(tmp_path: Path):
    form = template_as_xlsx(Form(carriers()[0], ROUND_ON, Previous(ROUND_ON, BEFORE)))
    rows = zip(communes(), (row for row, _ in ROWS), strict=False)
    content = filled(form, Filling({commune.code: row for commune, row in rows}))
    computed = load_workbook(BytesIO(saved_by_libreoffice(tmp_path, content, "xlsx")), data_only=True)
    sheet = computed[report_sheet.NAME]
    said = [
        sheet.cell(report_sheet.FIRST_ROW + 1 + place, report_sheet.CHECK + 1).value or None
        for place in range(len(ROWS))
    ]
    assert said == [words for _, words in ROWS]
    assert sheet.cell(report_sheet.HEADER_ROW, 1).value == (
        "Tình hình điền: 9/166 xã, phường; 8 dòng cần xem lại (cột Kiểm tra)."
    )
