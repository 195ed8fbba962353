"""A file that only lacks what a person can say is asked about, not refused."""

from dataclasses import replace

from dashboard.store.database import Store
from dashboard.views.given import question_of
from tests.intake.layout.test_confirmed import STRANGE as STRANGE_HEADER
from tests.intake.matching.test_aliases import NO_CODES, by_name
from tests.intake.reports import HEADER, ROUND_ON, changed, examined, good_rows, sheet_of

GOOD = sheet_of(good_rows())
NO_ROUND = replace(GOOD, rows=GOOD.rows[1:])  # without its title
STRANGE_NAME = "Phường Hàm Rồngg"


def test_what_is_lacking_is_asked_for(store: Store):
    assert question_of(examined(store, GOOD, file_name="x.xlsx")) == "Cần chọn nhà mạng"
    assert question_of(examined(store, NO_ROUND)) == "Cần chọn kỳ báo cáo"
    both = examined(store, NO_ROUND, file_name="x.xlsx")
    assert question_of(both) == "Cần chọn nhà mạng và kỳ báo cáo"
    unknown = examined(store, sheet_of(good_rows(), STRANGE_HEADER))
    assert question_of(unknown) == "Cần chỉ rõ các cột"
    strange = examined(store, sheet_of(by_name(STRANGE_NAME), NO_CODES))
    assert question_of(strange) == "Cần xác nhận 1 tên"
    all_at_once = examined(store, sheet_of(by_name(STRANGE_NAME), NO_CODES), file_name="x.xlsx")
    assert question_of(all_at_once) == "Cần chọn nhà mạng, xác nhận 1 tên"


def test_nothing_is_asked_where_no_choice_would_help(store: Store):
    assert question_of(examined(store, GOOD)) == ""
    wrong_sum = sheet_of(changed(3, 2, 7))
    assert question_of(examined(store, wrong_sum, file_name="x.xlsx")) == ""
    narrow = sheet_of([row[:3] for row in good_rows()], HEADER[:3])
    assert question_of(examined(store, narrow, round_on=ROUND_ON)) == ""
    rows = by_name(STRANGE_NAME)
    rows[1][1] = None
    assert question_of(examined(store, sheet_of(rows, NO_CODES))) == "", "a row without a name stays wrong"
