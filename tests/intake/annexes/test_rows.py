"""One row while it is read."""

from dashboard.intake.annexes.records import Flaw
from dashboard.intake.annexes.rows import RowReader, is_empty
from dashboard.intake.annexes.tables import AnnexKind, AnnexRow
from dashboard.intake.layout.table import Cell


def row_of(**values: str | int | None) -> AnnexRow:
    return AnnexRow(4, {name: Cell("S", 4, "A", value) for name, value in values.items()})


def test_what_a_row_cannot_do_without_is_noted_where_it_lacks():
    reader = RowReader(AnnexKind.PLAN_ITEMS, row_of(activity=None, target_count=5))
    assert reader.needed("activity") == ""
    assert reader.count("target_count") == 5
    assert [(problem.flaw, problem.column) for problem in reader.problems] == [(Flaw.INCOMPLETE, "activity")]
    assert reader.is_left_out


def test_a_formula_without_a_saved_result_is_no_count_and_not_nothing():
    cell = Cell("S", 4, "A", None, "A1+1")
    reader = RowReader(AnnexKind.PLAN_ITEMS, AnnexRow(4, {"target_count": cell}))
    assert not is_empty(cell)
    assert reader.count("target_count") is None
    assert [problem.flaw for problem in reader.problems] == [Flaw.NOT_A_COUNT]
    assert not reader.is_left_out


def test_a_column_that_the_sheet_lacks_says_nothing():
    reader = RowReader(AnnexKind.SERVICE_POINTS, row_of(address="A"))
    assert reader.day("from_on") is reader.count("people_per_day_count") is None
    assert reader.problems == []
