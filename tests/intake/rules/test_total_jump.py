"""Totals far from those of the carrier's round before; the policy allows 20 % and 200 subscribers."""

from dashboard.intake.reading.sheet import CellValue, Sheet
from dashboard.intake.take_in import store_examined
from dashboard.reference.communes import communes
from dashboard.store.database import Store
from tests.intake.reports import examined, found, sheet_of
from tests.intake.rules.test_verified_falls import of_week

RULE = "total_jump"


def report(day: str, *totals: int) -> Sheet:
    """All communes with 1,000 subscribers; the first ones with these totals."""
    every = [*totals, *[1000] * (len(communes()) - len(totals))]
    rows: list[list[CellValue]] = [
        [commune.code, commune.name, total, total, 0, 0, 0]
        for commune, total in zip(communes(), every, strict=True)
    ]
    return of_week(day, sheet_of(rows))


def test_a_jump_either_way_is_a_warning_with_both_counts_and_the_share(store: Store):
    store_examined(examined(store, report("04/11/2026")), store)
    up, down = found(store, RULE, report("11/11/2026", 1500, 700), content=b"next")
    assert (up.severity, up.row, up.column, up.value) == ("warning", 3, "C", "1500")
    assert "tăng 50,00\u00a0%, từ 1.000 (kỳ 04/11/2026) thành 1.500" in up.message
    assert "giảm 30,00\u00a0%" in down.message


def test_small_changes_in_share_or_in_number_are_none(store: Store):
    store_examined(examined(store, report("04/11/2026", 1000, 100)), store)
    assert not found(store, RULE, report("11/11/2026", 1200, 299), content=b"next")
    assert not found(store, RULE, report("11/11/2026", 5000), content=b"next", file_name="wintel.xlsx")


def test_a_file_in_another_unit_gives_a_handful_and_one_that_counts_the_rest(store: Store):
    store_examined(examined(store, report("04/11/2026")), store)
    *_, last = warnings = found(store, RULE, report("11/11/2026", *[1_000_000] * 166), content=b"next")
    assert len(warnings) == 6
    assert "Còn 161 chỗ khác" in last.message
