"""Numbers on further sheets that are no counts."""

import pytest

from dashboard.intake.reading.sheet import CellValue
from dashboard.store.database import Store
from tests.intake.annex_sheets import items, points, sims
from tests.intake.reports import examined, found, good_rows, sheet_of

RULE = "annex_not_a_count"


@pytest.mark.parametrize("value", ["khoảng 20", -3, 2.5, True, "#REF!", 10**9])
def test_sim_numbers_that_are_no_counts_are_left_out_with_a_warning(store: Store, value: CellValue):
    sheets = sheet_of(good_rows()), sims(("14797", "Phường Hạc Thành", value, 2, 1))
    [finding] = found(store, RULE, *sheets)
    assert (finding.severity, finding.sheet, finding.row, finding.column) == ("warning", "SIM", 4, "C")
    figure = next(
        figure for figure in examined(store, *sheets).case.figures if figure.commune_code == "14797"
    )
    assert [figure.counts[name] for name in ("junk_sim_found_count", "junk_sim_handled_count")] == [None, 2]


def test_people_and_targets_too(store: Store):
    point = ("Cố định", "Phường Hạc Thành", "A", None, None, None, None, None, "đông")
    sheets = points(point), items(("Gọi điện", None, None, "tất cả"))
    assert len(found(store, RULE, sheet_of(good_rows()), *sheets)) == 2


def test_counts_and_nothing_are_none(store: Store):
    assert not found(store, RULE, sheet_of(good_rows()), sims(("14797", None, "1.234", 0, None)))
