"""Items of a handling plan as rows of a further sheet."""

from datetime import date

from dashboard.intake.annexes.records import Flaw, PlanItem
from tests.intake.annex_sheets import HAC_THANH, annexes_of, items


def test_what_where_until_when_how_many():
    annexes = annexes_of(
        items(("Mở điểm", "P. Hạc Thành", date(2026, 12, 1), 500), ("Nhắn tin", "Toàn tỉnh"), ("Gọi điện",))
    )
    assert annexes.plan_items == (
        PlanItem("Mở điểm", HAC_THANH, date(2026, 12, 1), 500),
        PlanItem("Nhắn tin"),
        PlanItem("Gọi điện"),
    )
    assert annexes.problems == ()


def test_rows_that_cannot_be_told_are_left_out_and_named():
    annexes = annexes_of(
        items(("A", "Xã Hư Không"), (None, None, None, 5), ("B", None, "sớm"), ("C", None, None, "nhiều"))
    )
    assert annexes.plan_items == (PlanItem("C"),)
    assert [(problem.flaw, problem.cell.row) for problem in annexes.problems] == [
        (Flaw.UNKNOWN_COMMUNE, 4),
        (Flaw.INCOMPLETE, 5),
        (Flaw.NOT_A_DATE, 6),
        (Flaw.NOT_A_COUNT, 7),
    ]
