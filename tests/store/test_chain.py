"""The journal's chain: whatever is done to its lines is told by the first that does not fit."""

import json
from collections.abc import Callable
from pathlib import Path

import pytest

from dashboard.store.chain import verify
from dashboard.store.journal import JOURNAL_NAME, append_lines, last_ordinal, read_lines

ACTS = [{"ordinal": number, "act": "decided", "reason": f"lý do {number}"} for number in range(1, 8)]


def write(home: Path) -> bytes:
    append_lines(home, *ACTS[:3])
    for act in ACTS[3:]:
        append_lines(home, act)
    return (home / JOURNAL_NAME).read_bytes()


def old_journal(home: Path, count: int) -> Path:
    """As the program wrote it before there were chains."""
    home.mkdir(parents=True, exist_ok=True)
    path = home / JOURNAL_NAME
    lines = (json.dumps(act, ensure_ascii=False) for act in ACTS[:count])
    path.write_text("".join(line + "\n" for line in lines), encoding="utf-8")
    return path


def test_an_untouched_journal_is_whole_and_reads_as_before(home: Path):
    report = verify(write(home))
    assert (report.is_whole, report.lines_count, report.sealed_count, report.open_count) == (True, 7, 0, 0)
    assert read_lines(home) == tuple(ACTS)


def test_without_lines_it_is_whole():
    assert verify(b"").is_whole


def altered(lines: list[bytes]) -> list[bytes]:
    return [*lines[:2], lines[2].replace(b"3", b"9", 2), *lines[3:]]


def deleted(lines: list[bytes]) -> list[bytes]:
    return lines[:2] + lines[3:]


def inserted(lines: list[bytes]) -> list[bytes]:
    return [*lines[:3], b'{"ordinal": 3, "act": "decided"}', *lines[3:]]


def inserted_with_a_copied_link(lines: list[bytes]) -> list[bytes]:
    return [*lines[:3], lines[3].replace(b"4", b"5", 1), *lines[3:]]


def reordered(lines: list[bytes]) -> list[bytes]:
    return [*lines[:2], lines[3], lines[2], *lines[4:]]


def first_deleted(lines: list[bytes]) -> list[bytes]:
    return lines[1:]


def unlinked_from_the_start(lines: list[bytes]) -> list[bytes]:
    bare = [{key: value for key, value in json.loads(line).items() if key != "follows"} for line in lines[:3]]
    return [json.dumps(act, ensure_ascii=False).encode() for act in bare] + lines[3:]


@pytest.mark.parametrize(
    ("change", "line"),
    [
        (altered, 4),
        (deleted, 3),
        (inserted, 4),
        (inserted_with_a_copied_link, 5),
        (reordered, 3),
        (first_deleted, 1),
        (unlinked_from_the_start, 4),
    ],
)
def test_what_was_done_to_a_line_is_told(home: Path, change: Callable[[list[bytes]], list[bytes]], line: int):
    lines = write(home).splitlines()
    report = verify(b"\n".join(change(lines)) + b"\n")
    assert (report.is_whole, report.broken_line) == (False, line)


def test_a_journal_cut_at_its_end_is_told_by_the_head_that_was_noted(home: Path):
    content = write(home)
    head = verify(content).head
    cut = b"\n".join(content.splitlines()[:-1]) + b"\n"
    assert verify(cut).is_whole
    assert verify(cut, head).fault == "head"
    append_lines(home, {"ordinal": 8, "act": "decided"})
    assert verify((home / JOURNAL_NAME).read_bytes(), head).is_whole


def test_an_old_journal_is_accepted_and_sealed_by_the_first_act_after_it(home: Path):
    path = old_journal(home, 4)
    assert (verify(path.read_bytes()).is_whole, verify(path.read_bytes()).open_count) == (True, 4)
    append_lines(home, *ACTS[4:6])
    append_lines(home, ACTS[6])
    report = verify(path.read_bytes())
    assert (report.is_whole, report.sealed_count, report.open_count) == (True, 4, 0)
    assert read_lines(home) == tuple(ACTS)


@pytest.mark.parametrize("change", [altered, deleted, reordered])
def test_what_was_done_to_a_sealed_line_is_told(home: Path, change: Callable[[list[bytes]], list[bytes]]):
    path = old_journal(home, 5)
    append_lines(home, *ACTS[5:])
    report = verify(b"\n".join(change(path.read_bytes().splitlines())) + b"\n")
    assert not report.is_whole
    assert report.broken_line is not None


def test_after_a_torn_end_the_chain_goes_on(home: Path):
    content = write(home)
    (home / JOURNAL_NAME).write_bytes(content + b'{"ordinal": 8, "a')
    assert verify((home / JOURNAL_NAME).read_bytes()).is_whole
    assert last_ordinal(home) == 7
    append_lines(home, {"ordinal": 8, "act": "decided"})
    report = verify((home / JOURNAL_NAME).read_bytes())
    assert (report.is_whole, report.lines_count) == (True, 8)
