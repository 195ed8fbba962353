"""The example reports: five layouts against the truth behind them, malformed files against what they are."""

import csv
import json
from collections import defaultdict
from datetime import date
from pathlib import Path
from typing import TypeAlias

import pytest

from dashboard.intake.examine import Examination, examine
from dashboard.intake.layout.vocabulary import COUNT_COLUMNS
from dashboard.intake.take_in import store_examined
from dashboard.store.database import Store
from tests.conftest import EXAMPLES_DIR
from tests.intake.reports import request_of

GOOD = sorted(path.name for path in EXAMPLES_DIR.glob("*_2026-*"))
EXPECTED = json.loads((EXAMPLES_DIR / "bad" / "expected.json").read_text(encoding="utf-8"))
Truth: TypeAlias = dict[tuple[str, str], dict[str, tuple[int, ...]]]
TRUTH_COLUMNS = ("total", "verified", "unverified", "locked_one_way", "locked_two_way")

# What makes each bad file what it is: rule, and where its finding points.
POINTS_AT = {
    "sum_mismatch.xlsx": ("sum_mismatch", 163, "C", "6073"),
    "negative.xlsx": ("negative_count", 69, "F", "-5"),
    "text_in_number.xlsx": ("not_a_number", 95, "C", "khoảng 3000"),
    "fraction.xlsx": ("not_whole", 139, "C", "1234.5"),
    "locks_exceed_unverified.xlsx": ("locks_exceed_unverified", 11, "F", "9999999"),
    "duplicate_commune.xlsx": ("duplicate_commune", 170, "B", "Xã Hậu Lộc"),
    "unknown_commune.xlsx": ("unknown_commune", 67, "A", "99999"),
    "missing_communes.xlsx": ("missing_communes", None, None, None),
    "code_name_conflict.xlsx": ("code_name_conflict", 17, "A", "14854"),
    "formula_injection.xlsx": ("formula_in_cell", 44, "B", '=HYPERLINK("http://example.invalid","Xã")'),
    "no_header.xlsx": ("header_not_found", None, None, None),
    "missing_columns.xlsx": ("missing_columns", 1, None, None),
    "empty.xlsx": ("empty_file", None, None, None),
    "not_a_workbook.xlsx": ("not_a_spreadsheet", None, None, None),
    "html_as_xls.xls": ("html_as_spreadsheet", None, None, None),
    "truncated.xlsx": ("damaged_file", None, None, None),
    "zip_bomb.xlsx": ("too_large", None, None, None),
}


def examined(
    store: Store, path: Path, carrier_code: str | None = None, round_on: date | None = None
) -> Examination:
    request = request_of(path.name, path.read_bytes(), carrier_code=carrier_code, round_on=round_on)
    return examine(request, store)


@pytest.fixture(scope="module")
def truth() -> Truth:
    """(carrier, round) -> commune code -> the five counts."""
    counts: Truth = defaultdict(dict)
    with (EXAMPLES_DIR / "truth.csv").open(encoding="utf-8") as file:
        for row in csv.DictReader(file):
            counts[row["carrier"], row["week"]][row["code"]] = tuple(int(row[name]) for name in TRUTH_COLUMNS)
    return counts


def test_there_are_fifteen_good_examples_and_a_point_for_every_bad_one():
    assert len(GOOD) == 15
    assert POINTS_AT.keys() == EXPECTED.keys()


@pytest.mark.parametrize("name", GOOD)
def test_an_example_gives_exactly_the_true_counts_without_hints(name: str, store: Store, truth: Truth):
    examination = examined(store, EXAMPLES_DIR / name)
    receipt = examination.receipt
    read = {
        figure.commune_code: tuple(figure.counts[column] for column in COUNT_COLUMNS)
        for figure in examination.case.figures
    }
    assert receipt.status.is_accepted
    assert (receipt.carrier_code, str(receipt.round_on)) == tuple(Path(name).stem.split("_"))
    assert read == truth[Path(name).stem.split("_")[0], str(receipt.round_on)]
    assert receipt.communes_count == 166
    assert receipt.errors_count == 0


def test_the_file_by_old_communes_is_recognised_and_summed(store: Store):
    receipt = examined(store, EXAMPLES_DIR / "vietnamobile_2026-11-11.xlsx").receipt
    assert receipt.layout == "old_communes"
    assert receipt.matches == {"old_commune": 537}
    assert "old_communes_summed" in {finding.rule for finding in receipt.findings}


def test_the_handling_plan_and_the_counts_of_sims_are_kept(store: Store):
    viettel = examined(store, EXAMPLES_DIR / "viettel_2026-10-28.xlsx")
    mobifone = examined(store, EXAMPLES_DIR / "mobifone_2026-10-28.xlsx")
    assert str(viettel.case.handling_plan).startswith("Tổ chức 40 điểm hỗ trợ lưu động")
    assert {
        "junk_sim_found_count": 23,
        "junk_sim_handled_count": 14,
        "sim_not_own_name_count": 29,
    }.items() <= (
        next(figure for figure in mobifone.case.figures if figure.commune_code == "14758").counts.items()
    )


@pytest.mark.parametrize("name", EXPECTED)
def test_a_bad_file_comes_to_what_is_expected_and_the_finding_points_at_the_cause(name: str, store: Store):
    expected = EXPECTED[name]
    path = EXAMPLES_DIR / "bad" / name
    receipt = examined(store, path, expected["carrier"], date.fromisoformat(expected["week"])).receipt
    rule, row, column, value = POINTS_AT[name]
    finding = next(finding for finding in receipt.findings if finding.rule == rule)
    assert receipt.status == expected["status"]
    assert (finding.row, finding.column, finding.value) == (row, column, value)
    assert finding.message.endswith(".")
    assert finding.suggestion


@pytest.mark.parametrize("name", EXPECTED)
def test_a_bad_file_is_refused_without_hints_too(name: str, store: Store):
    receipt = examined(store, EXAMPLES_DIR / "bad" / name).receipt
    assert receipt.status == "rejected"
    assert POINTS_AT[name][0] in {finding.rule for finding in receipt.findings}


def test_week_after_week_the_examples_raise_no_false_alarm(store: Store):
    in_order = sorted(GOOD, key=lambda name: Path(name).stem[-10:])
    receipts = [store_examined(examined(store, EXAMPLES_DIR / name), store) for name in in_order]
    told = {(r.carrier_code, f.rule) for r in receipts for f in r.findings if f.severity != "info"}
    assert told == {("vietnamobile", "missing_old_communes")}  # whose file leaves out ten old communes
