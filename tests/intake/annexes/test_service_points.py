"""Service points as rows of a further sheet."""

from datetime import date

import pytest

from dashboard.intake.annexes.records import Flaw, ServicePoint
from dashboard.intake.annexes.service_points import is_in_province
from dashboard.reference.communes import communes
from tests.intake.annex_sheets import HAC_THANH, annexes_of, points

NAME = "Phường Hạc Thành"


def test_a_point_with_all_it_can_say():
    days = (date(2026, 11, 20), "22/11/2026")
    row = ("Lưu động", NAME, "Nhà văn hóa phố 3", "7h30-17h", *days, 19.8, "105,78", 40, "Có")
    [point] = annexes_of(points(row)).service_points
    assert point == ServicePoint(
        "mobile",
        HAC_THANH,
        "Nhà văn hóa phố 3",
        "7h30-17h",
        date(2026, 11, 20),
        date(2026, 11, 22),
        105.78,
        19.8,
        40,
        True,
    )


def test_kind_commune_and_address_are_enough():
    annexes = annexes_of(points(("cố định", NAME, "1 Lê Lợi")))
    assert annexes.service_points == (ServicePoint("fixed", HAC_THANH, "1 Lê Lợi"),)
    assert annexes.problems == ()


@pytest.mark.parametrize(
    ("row", "flaw"),
    [
        (("Cố định", "Xã Không Có", "A"), Flaw.UNKNOWN_COMMUNE),
        (("Cố định", None, "A"), Flaw.INCOMPLETE),
        (("Cố định", NAME, None), Flaw.INCOMPLETE),
        ((None, NAME, "A"), Flaw.INCOMPLETE),
        (("Xe buýt", NAME, "A"), Flaw.NOT_A_CHOICE),
        (("Cố định", NAME, "A", None, "hôm nào đó"), Flaw.NOT_A_DATE),
        (("Cố định", NAME, "A", None, "22/11/2026", "20/11/2026"), Flaw.ENDS_BEFORE_START),
    ],
)
def test_a_row_that_cannot_be_told_is_left_out_and_named(row: tuple[str | None, ...], flaw: Flaw):
    annexes = annexes_of(points(row))
    assert annexes.service_points == ()
    assert [(problem.flaw, problem.is_row_left_out, problem.cell.row) for problem in annexes.problems] == [
        (flaw, True, 4)
    ]


@pytest.mark.parametrize(
    ("place", "flaw"),
    [
        ((105.78, 19.8), Flaw.OUTSIDE_PROVINCE),  # the two exchanged
        ((21.03, 105.85), Flaw.OUTSIDE_PROVINCE),  # Hà Nội
        ((19.8, None), Flaw.OUTSIDE_PROVINCE),
        (("ở chợ", "ở chợ"), Flaw.OUTSIDE_PROVINCE),
        ((None, None, "đông"), Flaw.NOT_A_COUNT),
        ((None, None, None, "tùy"), Flaw.NOT_A_CHOICE),
    ],
)
def test_a_flaw_beside_what_matters_leaves_out_only_itself(place: tuple[object, ...], flaw: Flaw):
    annexes = annexes_of(points(("Cố định", NAME, "A", None, None, None, *place)))  # type: ignore[arg-type]
    assert annexes.service_points == (ServicePoint("fixed", HAC_THANH, "A"),)
    assert [(problem.flaw, problem.is_row_left_out) for problem in annexes.problems] == [(flaw, False)]


def test_every_commune_lies_in_the_box_and_what_is_beyond_does_not():
    assert all(is_in_province(commune.lon, commune.lat) for commune in communes())
    assert not is_in_province(105.85, 21.03)
