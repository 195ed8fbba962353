"""Reports changed at random: whatever stands in the cells, a receipt comes of it, and what counts adds up."""

import random
from datetime import date
from pathlib import Path

import pytest

from dashboard.intake.examine import examine_reading, reading_of
from dashboard.intake.reading.sheet import CellValue, Reading, Sheet, SheetRow
from dashboard.store.database import Store
from tests.intake.reports import request_of

NAMES = ("viettel_2026-11-11.xlsx", "vinaphone_2026-11-11.csv", "vietnamobile_2026-11-11.xlsx")
CELLS: tuple[CellValue, ...] = (
    *(
        None,
        True,
        -1,
        14758,
        1e300,
        10**40,
        date(2026, 1, 1),
        "14758",
        "9" * 50,
        "1.234",
        "12,5",
        "nan",
        "(1)",
    ),
    *("x", "a" * 40_000, "\x00\x1b[31m", "\u202e", ":", "(", "I.", "P.", "Xã", "=1+1"),
    *("Phường Hàm Rồng", "Xã Đông Tiến", "Huyện Hà Trung", "Tổng cộng", "Phương án xử lý:", "Đã xác thực"),
    *("Tuần báo cáo 12/11/2026", "viettel"),
)


def mutated(sheet: Sheet, chance: random.Random) -> Sheet:
    rows = list(sheet.rows)
    for _ in range(chance.choice([1, 3, 20, 200])):
        index = chance.randrange(12 if chance.random() < 0.3 else len(rows))
        row, other = rows[index], chance.randrange(len(rows))
        match chance.randrange(5):
            case 0 if len(rows) > 20:
                rows.pop(index)
            case 1:
                rows[index], rows[other] = (
                    SheetRow(row.number, rows[other].cells),
                    SheetRow(rows[other].number, row.cells),
                )
            case _:
                cells = [*row.cells, *[None] * chance.choice([0, 3])]
                cells[chance.randrange(len(cells))] = chance.choice(CELLS)
                rows[index] = SheetRow(row.number, tuple(cells))
    return Sheet(sheet.name, tuple(rows), formulas={"D9": "X()"} if chance.random() < 0.3 else {})


@pytest.mark.parametrize("name", NAMES)
def test_every_mutation_gets_a_receipt_and_accounts_for_every_row(name: str, store: Store, examples: Path):
    chance = random.Random(20261111)
    request = request_of(name, (examples / name).read_bytes())
    original = reading_of(request)
    for _ in range(40):
        sheets = tuple(mutated(sheet, chance) for sheet in original.sheets)
        case, receipt = _examined(request, Reading(original.kind, sheets), store)
        if case.table is not None:
            rows = case.table.header.sheet.rows
            assert len(case.rows) + len(case.table.skipped) == len(rows)
        if receipt.status.is_accepted:
            for counts in (figure.counts for figure in case.figures):
                unverified = counts["unverified_count"]
                assert counts["total_count"] == counts["verified_count"] + unverified
                assert counts["locked_one_way_count"] + counts["locked_two_way_count"] <= unverified


def _examined(request: object, reading: Reading, store: Store) -> tuple[object, object]:
    examination = examine_reading(request, reading, store)
    assert examination.receipt.as_json()["findings"]
    return examination.case, examination.receipt
