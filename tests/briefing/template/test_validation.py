"""The checks within cells, computed by LibreOffice: what each lets pass and what it stops."""

from io import BytesIO

import pytest
from openpyxl import Workbook, load_workbook

from dashboard.briefing.template.validation import (
    choice_check,
    one_way_check,
    total_check,
    two_way_check,
    unverified_check,
    verified_check,
)
from tests.briefing.libreoffice import saved_by_libreoffice

# Five counts of a row, and which of the five checks let theirs pass.
ROWS = (
    ((1000, 700, 300, 200, 100), "ppppp"),
    ((0, 0, 0, 0, 0), "ppppp"),
    ((None, None, None, None, None), "ppppp"),
    ((1000, None, None, None, None), "ppppp"),
    ((1000, 1001, None, None, None), "psppp"),
    ((1000, 700, 301, 200, 100), "ppspp"),
    ((1000, 700, 300, 301, None), "pppsp"),
    ((1000, 700, 300, 200, 101), "pppps"),
    ((-1, -1, 0, -1, -1), "sspss"),
    ((10.5, 0.5, 10, 1.5, 2.5), "sspss"),
    (("nhiều", "x", 300, "1.000", "?"), "sspss"),
    (
        (1100, 700, 400, 200, 100),
        "ppppp",
    ),  # on the way from 1000 to 1100: only what stands right of it is held
    ((1100, 700, 300, 200, 100), "ppspp"),
)


@pytest.fixture(scope="module")
def computed(tmp_path_factory: pytest.TempPathFactory) -> list[str]:
    """For each row what the five formulas come to, as letters: pass or stop."""
    book = Workbook()  # of openpyxl: it saves no results, so that LibreOffice has to compute them
    sheet = book.active
    for row, (counts, _) in enumerate(ROWS, start=1):
        a, b, c, d, e = (f"{letter}{row}" for letter in "ABCDE")
        checks = (
            total_check(a),
            verified_check(b, a),
            unverified_check(c, a, b),
            one_way_check(d, c),
            two_way_check(e, c, d),
        )
        for column, value in enumerate((*counts, *(check["value"] for check in checks)), start=1):
            sheet.cell(row, column).value = value
    stream = BytesIO()
    book.save(stream)
    content = saved_by_libreoffice(tmp_path_factory.mktemp("checks"), stream.getvalue(), "xlsx")
    rows = load_workbook(BytesIO(content), data_only=True).active
    return [
        "".join("p" if cell else "s" for cell in row)
        for row in rows.iter_rows(min_col=6, max_col=10, values_only=True)
    ]


@pytest.mark.parametrize("place", range(len(ROWS)), ids=[str(counts) for counts, _ in ROWS])
def test_a_count_passes_or_is_stopped_by_what_stands_left_of_it(computed: list[str], place: int):
    assert computed[place] == ROWS[place][1]


def test_blank_cells_do_not_switch_the_check_off():
    assert total_check("A1")["ignore_blank"] is False
    assert choice_check(["Có", "Không"], "a", "b")["source"] == ["Có", "Không"]
