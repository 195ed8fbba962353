"""Files that break off or contradict themselves inside."""

import pytest

from dashboard.intake.reading.sheet import Fault
from dashboard.store.database import Store
from tests.intake.reports import found, good_rows, sheet_of


@pytest.mark.parametrize(
    ("facts", "where"),
    [
        ({}, "không đọc được."),
        ({"sheet": "T11"}, "trang tính “T11”"),
        ({"part": "xl/a.xml"}, "phần “xl/a.xml”"),
    ],
)
def test_the_message_names_the_damaged_place_where_it_is_known(
    facts: dict[str, str | int], where: str, store: Store
):
    [finding] = found(store, "damaged_file", fault=Fault("damaged_file", facts))
    assert where in finding.message
    assert finding.sheet == facts.get("sheet")


def test_a_whole_file_is_not_damaged(store: Store):
    assert not found(store, "damaged_file", sheet_of(good_rows()))
