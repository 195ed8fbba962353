"""A year by the command line, made shorter."""

from pathlib import Path

import pytest

from bench import ingested_year
from bench.ingested_year import measure_ingested_year, year_of_files


def test_every_file_of_the_rounds_is_taken_in_by_one_command(tmp_path: Path, monkeypatch: pytest.MonkeyPatch):
    monkeypatch.setattr(ingested_year, "ROUNDS_COUNT", 1)
    measured = measure_ingested_year(tmp_path)
    assert measured.files_count == measured.accepted_count >= 4
    assert measured.seconds > 0


def test_a_year_has_a_file_of_each_carrier_for_nearly_each_round(tmp_path: Path):
    assert len(year_of_files(tmp_path, 2)) >= 8
