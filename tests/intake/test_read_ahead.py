"""Several files: read ahead, told in order."""

from collections.abc import Iterator
from pathlib import Path

from dashboard.intake.read_ahead import READERS, read_ahead
from dashboard.intake.request import IntakeRequest
from tests.intake.reports import request_of


def test_files_come_in_the_order_given_each_with_its_own_reading(examples: Path):
    names = ["wintel_2026-11-11.csv", "bad/zip_bomb.xlsx", "mobifone_2026-11-11.xlsx", "bad/empty.xlsx"]
    jobs = ((name, request_of(name, (examples / name).read_bytes())) for name in names)
    kinds = [(mark, reading.kind or reading.fault.rule) for mark, _, reading in read_ahead(jobs)]
    assert kinds == list(zip(names, ["csv", "too_large", "xlsx", "empty_file"], strict=True))


def test_no_more_than_a_few_files_are_asked_for_in_advance():
    asked: list[int] = []

    def jobs() -> Iterator[tuple[int, IntakeRequest]]:
        for number in range(8):
            asked.append(number)
            yield number, request_of(content=b"a;b\n1;2\n")

    for mark, _, _ in read_ahead(jobs()):
        assert len(asked) <= mark + READERS + 1


def test_no_files_are_no_readings():
    assert list(read_ahead(())) == []
