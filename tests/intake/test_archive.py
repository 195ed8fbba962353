"""Received files, byte for byte."""

import hashlib
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from dashboard.intake import archive


@settings(suppress_health_check=[HealthCheck.function_scoped_fixture], max_examples=20, deadline=None)
@given(st.binary(max_size=2000))
def test_what_is_kept_comes_back_byte_for_byte_under_its_checksum(home: Path, content: bytes):
    sha256 = archive.keep(home, content)
    assert sha256 == hashlib.sha256(content).hexdigest()
    assert archive.fetch(home, sha256) == content
    assert archive.path_of(home, sha256) == home / "archive" / sha256[:2] / sha256


def test_keeping_twice_writes_once_and_leaves_nothing_unfinished(home: Path):
    path = archive.path_of(home, archive.keep(home, b"report"))
    written_at = path.stat().st_mtime_ns
    archive.keep(home, b"report")
    assert path.stat().st_mtime_ns == written_at
    assert list(path.parent.iterdir()) == [path]


def test_half_a_file_under_a_checksum_is_written_again(home: Path):
    path = archive.path_of(home, archive.keep(home, b"report"))
    path.write_bytes(b"rep")
    archive.keep(home, b"report")
    assert path.read_bytes() == b"report"


def test_what_a_kill_left_half_written_is_cleared_and_whole_files_stay(home: Path):
    path = archive.path_of(home, archive.keep(home, b"report"))
    (path.parent / "unfinished-x").write_bytes(b"rep")
    archive.clear_unfinished(home)
    assert list(path.parent.iterdir()) == [path]


def test_a_missing_and_a_changed_file_are_told_apart(home: Path):
    sha256 = archive.keep(home, b"report")
    archive.path_of(home, sha256).write_bytes(b"rePort")
    with pytest.raises(archive.ChangedFileError):
        archive.fetch(home, sha256)
    with pytest.raises(archive.MissingFileError):
        archive.fetch(home, "0" * 64)
