"""Receipts made again: what was said when a file came, and what today's rules would say of it."""

from dataclasses import replace
from datetime import timedelta
from pathlib import Path

import pytest

from dashboard.intake.archive import path_of
from dashboard.intake.journal import Act, append_entry, read_entries
from dashboard.intake.receipt import Receipt, Status
from dashboard.intake.receipts import entries_named, receipts_of, remake_receipt
from dashboard.intake.take_in import take_in
from dashboard.store.database import Store
from tests.intake.reports import RECEIVED_AT, ROUND_ON, request_of

GOOD = ("mobifone_2026-11-04.xlsx", "mobifone_2026-11-11.xlsx", "wintel_2026-11-11.csv")
BAD = ("sum_mismatch.xlsx", "zip_bomb.xlsx", "truncated.xlsx")
GIVEN = {"carrier_code": "mobifone", "round_on": ROUND_ON}


@pytest.fixture
def given(store: Store, examples: Path) -> list[Receipt]:
    """The receipts of good and bad files as they were given when the files came, a day apart."""
    paths = [examples / name for name in GOOD[:2]] + [examples / "bad" / name for name in BAD]
    paths += [examples / GOOD[2], examples / "bad" / "missing_communes.xlsx"]
    receipts = []
    for days, path in enumerate(paths):
        told = GIVEN if path.parent.name == "bad" else {}
        moment = RECEIVED_AT + timedelta(days=days)
        receipts.append(take_in(request_of(path.name, path.read_bytes(), received_at=moment, **told), store))
    return receipts


def test_each_receipt_is_again_what_it_was_when_the_file_came(store: Store, given: list[Receipt]):
    again = [remake_receipt(entry, store) for entry in read_entries(store.home)]
    assert [it.receipt.as_json() for it in again] == [receipt.as_json() for receipt in given]
    assert [it.receipt.status.is_accepted for it in again] == [True, True, False, False, False, True, True]
    assert not any(it.is_judged_otherwise or it.trouble for it in again)


def test_the_version_after_each_act_is_another_only_where_the_data_changed(given: list[Receipt]):
    versions = [receipt.version.data for receipt in given if receipt.version]
    assert len(versions) == len(given)
    assert versions[1:5] == [versions[1]] * 4, "refusals change nothing"
    assert len(set(versions)) == 4


def test_a_file_refused_that_would_be_taken_in_today_is_told(store: Store, examples: Path):
    take_in(request_of(GOOD[2], (examples / GOOD[2]).read_bytes()), store)
    [entry] = read_entries(store.home)
    refused = replace(entry, ordinal=2, act=Act.REFUSED, status=Status.REJECTED)
    append_entry(store.home, refused)
    remade = remake_receipt(refused, store)
    assert remade.receipt.status is Status.REJECTED, "the journal's decision stands"
    assert remade.is_judged_otherwise is False, "today these bytes are a duplicate"
    first = replace(refused, ordinal=1)
    assert remake_receipt(first, store).is_judged_otherwise
    assert remake_receipt(first, store).as_json()["status_today"] == "accepted"


def test_a_file_lost_from_the_archive_still_has_a_receipt_from_journal_and_database(
    store: Store, given: list[Receipt]
):
    for receipt in given:
        path_of(store.home, receipt.sha256).unlink()
    accepted, _, refused, *_ = (remake_receipt(entry, store) for entry in read_entries(store.home))
    assert accepted.receipt.totals == given[0].totals
    assert accepted.receipt.findings == given[0].findings
    assert accepted.receipt.version == given[0].version
    assert accepted.judged_today is None
    assert accepted.trouble == "kho lưu không còn bản gốc"
    assert (refused.receipt.status, refused.receipt.totals["total_count"]) == (Status.REJECTED, None)


def test_a_file_is_named_by_its_number_or_its_checksum(store: Store, given: list[Receipt]):
    entries = read_entries(store.home)
    sha256 = given[2].sha256
    assert [it.ordinal for it in entries_named("3", entries)] == [3]
    assert [it.ordinal for it in entries_named("00000003", entries)] == [3]
    assert [it.ordinal for it in entries_named(sha256.upper(), entries)] == [3]
    assert [it.ordinal for it in entries_named(sha256[:12], entries)] == [3]
    assert entries_named(sha256[:11], entries) == ()
    assert entries_named("99", entries) == entries_named("", entries) == ()
    assert [it.receipt.file_name for it in receipts_of(sha256, store)] == ["sum_mismatch.xlsx"]
