"""A receipt on the terminal."""

from rich.console import Console

from dashboard.cli.receipt_text import STATUS_WORDS, show_receipt
from dashboard.intake.receipt import Status
from dashboard.store.database import Store
from tests.intake.reports import changed, examined, good_rows, sheet_of


def text_of(receipt: object) -> str:
    console = Console(width=200, record=True)
    show_receipt(receipt, console)
    return console.export_text()


def test_it_says_status_origin_totals_and_every_finding(store: Store):
    text = text_of(examined(store, sheet_of(changed(3, 2, 101))).receipt)
    assert "mobifone.xlsx: bị từ chối" in text
    assert "MobiFone, kỳ 11/11/2026; 166 xã, phường" in text
    assert "16.601" in text
    assert "sum_mismatch" in text


def test_what_is_not_known_is_said_to_be_so(store: Store):
    text = text_of(examined(store, sheet_of(good_rows(), header=()), file_name="[x].xlsx").receipt)
    assert "[x].xlsx" in text
    assert "chưa rõ nhà mạng" in text


def test_every_status_has_its_words():
    assert set(STATUS_WORDS) == set(Status)
