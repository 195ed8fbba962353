"""The register's workbook as openpyxl finds it: columns, lists to choose from, typed cells, no formula."""

from datetime import date
from io import BytesIO

import openpyxl
import pytest

from dashboard.briefing.register_book import register_as_xlsx
from dashboard.store.contacts import Contact
from dashboard.support.register.kinds import HALLS, KINDS, POINTS
from dashboard.support.register.records import Hall, ServicePoint


@pytest.mark.parametrize("key", KINDS)
def test_every_column_is_there_with_a_word_of_explanation(key: str):
    book = openpyxl.load_workbook(BytesIO(register_as_xlsx(KINDS[key])))
    header = book[KINDS[key].sheet_name][4]
    assert [cell.value for cell in header] == ["Mã", *(field.said.label for field in KINDS[key].fields)]
    assert all(cell.comment for cell in header[1:])
    assert len(list(book["Giải thích"].rows)) == len(KINDS[key].fields) + 1


def test_communes_are_chosen_from_the_list_of_all():
    book = openpyxl.load_workbook(BytesIO(register_as_xlsx(HALLS)))
    rules = book["Hội trường"].data_validations.dataValidation
    assert any(rule.formula1 == "'Danh sách'!$A$1:$A$166" for rule in rules)
    assert book["Danh sách"].sheet_state == "hidden"


def test_what_people_wrote_is_text_and_days_are_days():
    hall = Hall("a", "14758", "=HYPERLINK(1)", note="+84")
    book = openpyxl.load_workbook(BytesIO(register_as_xlsx(HALLS, [hall], {"a": Contact("@sum", "-1")})))
    cells = [cell for cell in book["Hội trường"][5] if cell.value is not None]
    assert {"=HYPERLINK(1)", "+84", "@sum", "-1"} <= {cell.value for cell in cells}
    assert not [cell.value for cell in cells if cell.data_type == "f"]
    point = ServicePoint("b", "viettel", "mobile", "14758", "Chợ", from_on=date(2026, 12, 1))
    sheet = openpyxl.load_workbook(BytesIO(register_as_xlsx(POINTS, [point])))["Điểm phục vụ"]
    assert any(cell.is_date for cell in sheet[5])
