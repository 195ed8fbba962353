"""What the rules look at."""

from dashboard.intake.reading.sheet import Fault
from dashboard.store.database import Store
from tests.intake.reports import changed, examined, good_rows, sheet_of


def test_rows_are_there_also_when_they_are_flawed_whole_ones_only_when_not(store: Store):
    case = examined(store, sheet_of(changed(3, 2, "?"))).case
    assert len(case.rows) == 166
    assert len(list(case.whole_rows())) == 165


def test_without_a_table_there_are_no_rows(store: Store):
    assert examined(store, fault=Fault("damaged_file")).case.rows == ()
    assert examined(store, sheet_of(good_rows(), header=())).case.rows == ()
