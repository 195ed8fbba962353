"""Any header, its columns in any order and under any names, gives the same figures once it is mapped."""

import random
from datetime import date

from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from dashboard.intake.examine import examine_reading
from dashboard.intake.layout.known import Layout
from dashboard.intake.reading.sheet import CellValue, Reading, Sheet
from dashboard.reference.names import fold
from dashboard.store.database import Store
from tests.intake.reports import HEADER, examined, good_rows, request_of, sheet_of

COLUMNS = (
    "commune_code", "commune_name", "total_count", "verified_count", "unverified_count",
    "locked_one_way_count", "locked_two_way_count",
)  # fmt: skip
labels = st.lists(
    st.text(alphabet="abcdefghiklmnopqrstuvxyđăâêôơư ", min_size=2, max_size=14).filter(str.strip),
    min_size=len(COLUMNS),
    max_size=len(COLUMNS),
    unique_by=fold,
)


def unlike_rows() -> list[list[CellValue]]:
    """Rows whose counts differ, so that a column taken for another shows."""
    return [[row[0], row[1], 1000 + n, 700, 300 + n, 20 + n % 7, n % 5] for n, row in enumerate(good_rows())]


def permuted(order: list[int], header: tuple[str, ...]) -> Sheet:
    rows = [[row[index] for index in order] for row in unlike_rows()]
    return sheet_of(rows, [header[index] for index in order])


@given(names=labels, order=st.permutations(range(len(COLUMNS))))
@settings(max_examples=12, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
def test_renamed_and_permuted_columns_mapped_back_give_the_same_figures(
    names: list[str], order: list[int], store: Store
):
    expected = examined(store, permuted(list(range(len(COLUMNS))), HEADER)).case.figures
    texts = tuple(names[index].strip() for index in order)
    columns = {COLUMNS[index]: place for place, index in enumerate(order)}
    layout = Layout("mobifone", 2, date(2026, 11, 11), texts, columns)
    sheet = permuted(order, tuple(name.strip() for name in names))
    found = examine_reading(request_of(), Reading("xlsx", (sheet,)), store, layout)
    assert found.case.figures == expected
    assert len(expected) == 166


def test_permuted_columns_under_their_own_names_need_no_mapping(store: Store):
    expected = examined(store, permuted(list(range(len(COLUMNS))), HEADER)).case.figures
    chance = random.Random(20261111)
    for _ in range(5):
        order = chance.sample(range(len(COLUMNS)), len(COLUMNS))
        assert examined(store, permuted(order, HEADER)).case.figures == expected


def test_last_weeks_sheet_with_the_same_header_hidden_beside_it_is_not_read(store: Store):
    texts = tuple(f"Cột {name}" for name in COLUMNS)
    layout = Layout("mobifone", 2, date(2026, 11, 11), texts, {name: n for n, name in enumerate(COLUMNS)})
    hidden = Sheet("Tuần trước", sheet_of(good_rows(), texts).rows, is_visible=False)
    sheet = permuted(list(range(len(COLUMNS))), texts)
    found = examine_reading(request_of(), Reading("xlsx", (hidden, sheet)), store, layout)
    assert found.case.headers[0].sheet is sheet
    assert found.receipt.totals["verified_count"] == 166 * 700
