"""What a person says of a header is enough, or it is said what is not."""

from datetime import date

from dashboard.intake.layout.choice import chosen_layout, flaws_of
from dashboard.intake.layout.header import Header
from dashboard.intake.layout.known import Layout
from dashboard.intake.layout.proposal import header_at
from tests.intake.layout.test_drift import COLUMNS
from tests.intake.reports import HEADER, good_rows, sheet_of

ABOUT = Layout("mobifone", 3, date(2026, 11, 11), (), {}, "a.xlsx")


def header(*more: str) -> Header:
    found = header_at(sheet_of(good_rows(), (*HEADER, *more)), 2, 1)
    assert found is not None
    return found


def test_a_whole_choice_becomes_a_layout_with_what_nobody_is_asked_about():
    assert flaws_of(header(), COLUMNS) == ()
    layout = chosen_layout(header("STT", "Ghi chú"), COLUMNS, ABOUT)
    assert (layout.carrier_code, layout.version, layout.file_name) == ("mobifone", 3, "a.xlsx")
    assert layout.texts == (*HEADER, "STT", "Ghi chú")
    assert dict(layout.columns) == COLUMNS | {"ordinal": 7, "note": 8}
    taken = chosen_layout(header("STT"), COLUMNS | {"commune_code": 7}, ABOUT)
    assert "ordinal" not in taken.columns


def test_each_flaw_is_a_sentence():
    def flaws(**changes: int) -> tuple[str, ...]:
        return flaws_of(header(), COLUMNS | changes)

    assert flaws(verified_count=2) == (
        "Cột C được chọn hai lần: “Tổng số thuê bao phải xác thực”, “Thuê bao đã xác thực”.",
    )
    assert flaws(verified_count=30) == ("Cột AE không có tiêu đề.",)
    assert flaws(bogus=3)[0] == "Không có loại cột nào tên “bogus”."
    (missing,) = flaws_of(header(), {"commune_name": 1})
    assert missing.startswith("Còn thiếu cột “Tổng số thuê bao phải xác thực”")
