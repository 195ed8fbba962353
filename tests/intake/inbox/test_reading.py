"""Whether a file is written to its end, and its bytes."""

import os
import sys
from pathlib import Path

import pytest

from dashboard.intake.inbox.found import INBOX_NAME, look_into
from dashboard.intake.inbox.reading import is_being_written, job_of
from tests.intake.reports import request_of


@pytest.fixture
def path(home: Path) -> Path:
    file = home / INBOX_NAME / "wintel" / "a.csv"
    file.parent.mkdir(parents=True)
    file.write_bytes(b"abc")
    return file


@pytest.mark.skipif(sys.platform not in {"linux", "win32"}, reason="no way to tell elsewhere")
def test_a_file_that_another_program_writes_is_known(path: Path):
    with path.open("ab"):
        assert is_being_written(path)
    assert not is_being_written(path)


def test_the_bytes_come_with_the_name_and_the_folders_carrier(home: Path, path: Path):
    [found] = look_into(home)
    job = job_of(found, request_of())
    assert job is not None
    request, too_large = job
    assert (request.file_name, request.content, request.carrier_code) == ("a.csv", b"abc", "wintel")
    assert too_large is None


def test_a_file_that_has_changed_since_it_was_found_is_not_read(home: Path, path: Path):
    [found] = look_into(home)
    path.write_bytes(b"abcd")
    assert job_of(found, request_of()) is None


@pytest.mark.skipif(sys.platform == "win32", reason="links need rights there")
def test_a_link_put_in_the_files_place_meanwhile_is_not_followed(home: Path, path: Path, tmp_path: Path):
    [found] = look_into(home)
    (tmp_path / "secret").write_bytes(b"abc")
    path.unlink()
    path.symlink_to(tmp_path / "secret")
    with pytest.raises(OSError, match=os.strerror(40)):
        job_of(found, request_of())


def test_an_oversized_file_is_measured_only(home: Path, path: Path):
    path.write_bytes(bytes(21 << 20))
    [found] = look_into(home)
    job = job_of(found, request_of())
    assert job is not None
    assert job[0].content == b""
    assert job[1] is not None
    assert job[1].size_bytes == 21 << 20
