"""CSV files of which some lines do not fall into cells."""

import pytest

from dashboard.intake.examine import examine
from dashboard.store.database import Store
from tests.intake.reports import HEADER, examined, good_rows, request_of, sheet_of

LINES = [";".join(HEADER), *(";".join(map(str, row)) for row in good_rows())]


def broken(lines: list[str]) -> str:
    return "\n".join(["Tuần báo cáo 11/11/2026", *lines])


@pytest.mark.parametrize(
    ("text", "row", "column"),
    [
        (broken([*LINES[:50], LINES[50].replace(";", ","), *LINES[51:]]), 52, "A"),
        (broken([*LINES[:50], *(line.replace(";", ",") for line in LINES[50:])]), 52, "A"),
        (broken([*LINES[:4], LINES[4].replace("Phường", '"Phường', 1), *LINES[5:]]), 6, "B"),
    ],
    ids=["one line by commas", "half of the lines by commas", "a quote never closed"],
)
def test_lines_that_do_not_fall_into_cells_refuse_the_file(text: str, row: int, column: str, store: Store):
    receipt = examine(request_of("mobifone.csv", text.encode()), store).receipt
    findings = [finding for finding in receipt.findings if finding.rule == "unsplit_rows"]
    assert receipt.status == "rejected"
    assert (findings[0].row, findings[0].column) == (row, column)


def test_a_plan_with_numbers_is_no_row(store: Store):
    rows = [*good_rows(), [], ["Phương án xử lý: 40 điểm, 3 đợt; nhắn tin 2 lần, gọi 1 lần"]]
    assert examined(store, sheet_of(rows)).receipt.status == "accepted"
