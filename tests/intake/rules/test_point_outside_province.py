"""Coordinates of service points that are none of the province."""

from dashboard.store.database import Store
from tests.intake.annex_sheets import points
from tests.intake.reports import examined, found, good_rows, sheet_of

RULE = "point_outside_province"
WHERE = ("Cố định", "Phường Hạc Thành", "A", None, None, None)


def test_exchanged_coordinates_are_a_warning_and_the_point_stays_by_its_address(store: Store):
    sheets = sheet_of(good_rows()), points((*WHERE, 105.78, 19.8))
    [finding] = found(store, RULE, *sheets)
    assert (finding.row, finding.column, finding.severity) == (4, "G", "warning")
    [point] = examined(store, *sheets).case.annexes.service_points
    assert (point.address, point.lon, point.lat) == ("A", None, None)


def test_coordinates_of_the_province_are_none(store: Store):
    assert not found(store, RULE, sheet_of(good_rows()), points((*WHERE, "19,8", 105.78)))
