"""The handling plan in the carrier's words."""

from dashboard.intake.layout.plan import handling_plan
from dashboard.intake.reading.sheet import CellValue, Sheet, SheetRow


def plan_of(*rows: tuple[int, tuple[CellValue, ...]]) -> str | None:
    return handling_plan((Sheet("T1", tuple(SheetRow(number, cells) for number, cells in rows)),))


def test_the_plan_is_what_follows_its_label():
    assert plan_of((1, ("Tổng", 5)), (3, ("Phương án xử lý: Nhắn tin; gọi điện.",))) == "Nhắn tin; gọi điện."
    assert plan_of((3, ("Phương án xử lý:", "Nhắn tin."))) == "Nhắn tin."


def test_lines_below_belong_to_it_up_to_a_gap_or_a_row_of_figures():
    rows = ((1, ("II. Phương án xử lý",)), (2, ("- Nhắn tin",)), (3, ("- Gọi điện",)))
    assert plan_of(*rows, (5, ("GIÁM ĐỐC",))) == "- Nhắn tin\n- Gọi điện"
    assert plan_of((1, ("Giải pháp: A",)), (2, ("Cộng", 5))) == "A"


def test_it_may_stand_on_a_sheet_of_its_own():
    plan = Sheet("Phương án", (SheetRow(1, ("Phương án xử lý:",)), SheetRow(2, ("Nhắn tin",))))
    assert handling_plan((Sheet("T1", ()), plan)) == "Nhắn tin"


def test_without_a_label_there_is_none():
    assert plan_of((1, ("Báo cáo phương án của tuần",))) is None
    assert plan_of((1, ("Phương án xử lý:",))) is None
