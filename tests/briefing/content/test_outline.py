"""Numbers of parts, and tables as they are read on paper."""

from dataclasses import replace
from datetime import date

import pytest

from dashboard.briefing.content.outline import cell_text, chapters, table_cells
from tests.briefing.office_files import content_of
from tests.measures.reports import at


def test_parts_are_numbered_without_gaps():
    content = content_of("whole")
    assert [chapter.numeral for chapter in chapters(content)] == ["I", "II", "III", "IV"]
    some = replace(content, sections=tuple(each for each in content.sections if each.part != "result"))
    assert next(chapters(some)).sections[0].part == "carriers"
    last = replace(content, sections=(content.section("proposals"),))
    assert [chapter.numeral for chapter in chapters(last)] == ["I"]


@pytest.mark.parametrize(
    ("name", "value", "told"),
    [
        ("total_count", 1234567, "1.234.567"),
        ("total_count", None, "–"),
        ("total_count", 0, "0"),
        ("verified_pct", 74.748, "74,7"),
        ("verified_pct_change", 1.46, "+1,5"),
        ("verified_pct_change", -0.04, "0,0"),
        ("locked_one_way_count_change", -12, "−12"),
        ("round_on", date(2026, 11, 18), "18/11/2026"),
        ("received_at", at(date(2026, 11, 18), 9, 5), "09:05 18/11/2026"),
        ("handling_plan", "Nhắn tin", "Nhắn tin"),
    ],
)
def test_cells_read_as_people_write(name: str, value: object, told: str):
    assert cell_text(name, value) == told


def test_cells_of_a_table_are_as_many_as_it_has():
    table = content_of("whole").section("carriers").tables[0]
    cells = table_cells(table)
    assert len(cells) == table.rows.num_rows
    assert {len(line) for line in cells} == {table.rows.num_columns}
