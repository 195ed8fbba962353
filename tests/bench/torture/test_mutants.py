"""A few hundred of the spoilt files of `make torture`."""

import random
from dataclasses import replace
from pathlib import Path

import pytest

from bench.torture.mutants import KINDS, WAYS, faults_of, originals, spoilt, torment
from dashboard.intake.receipt import Status
from dashboard.intake.take_in import take_in
from dashboard.store.database import Store
from tests.intake.reports import request_of

FILES_COUNT = 200


def test_no_spoilt_file_stops_the_intake_or_moves_a_figure_without_a_receipt(tmp_path: Path):
    result = torment(tmp_path, FILES_COUNT, 1, lambda _: None)
    assert result.faults == []
    assert result.files_count == sum(result.statuses.values()) == FILES_COUNT
    assert set(result.kinds) == set(KINDS)
    assert set(result.ways) == set(WAYS)
    assert result.statuses["rejected"]
    assert result.statuses["accepted"] + result.statuses["accepted_with_warnings"]


@pytest.mark.parametrize("way", WAYS)
def test_each_way_of_spoiling_spoils_and_a_seed_gives_the_same_again(way: str):
    contents = [content for files in originals().values() for _, content in files]
    for content in contents:
        once, again = (WAYS[way](content, random.Random(7)) for _ in range(2))
        assert once == again
    assert any(WAYS[way](content, random.Random(7)) != content for content in contents)
    one, other = (list(spoilt(originals(), random.Random(3), 5)) for _ in range(2))
    assert one == other


def test_figures_without_a_receipt_and_refusals_without_a_reason_are_seen(store: Store, examples: Path):
    name = "vinaphone_2026-11-11.csv"
    receipt = take_in(request_of(name, (examples / name).read_bytes()), store)
    assert faults_of(receipt, {str(receipt.submission_id)}, store) == []
    assert faults_of(receipt, set(), store)
    assert faults_of(
        replace(receipt, status=Status.REJECTED, findings=()), {str(receipt.submission_id)}, store
    )
