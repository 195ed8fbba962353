"""What lies in the drop folder."""

import os
import sys
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from dashboard.intake.inbox.found import (
    INBOX_NAME,
    LINK,
    MOST_NAME_BYTES,
    NOT_A_FILE,
    ODD_NAME,
    UNKNOWN_FOLDER,
    is_odd,
    look_into,
    plain_name,
)

not_windows = pytest.mark.skipif(sys.platform == "win32", reason="Windows has no such names and files")


@pytest.fixture
def inbox(home: Path) -> Path:
    folder = home / INBOX_NAME
    folder.mkdir(parents=True)
    return folder


def put(path: Path, at: int = 1) -> Path:
    path.parent.mkdir(exist_ok=True)
    path.write_bytes(b"x")
    os.utime(path, (at, at))
    return path


def test_files_come_in_the_order_in_which_they_changed_with_their_folders_carrier(home: Path, inbox: Path):
    put(inbox / "b.xlsx", 3)
    put(inbox / "Viettel" / "a.xlsx", 2)
    put(inbox / "a.xlsx", 1)
    found = [(it.path.name, it.folder, it.carrier_code, it.fault) for it in look_into(home)]
    assert found == [
        ("a.xlsx", "", None, None),
        ("a.xlsx", "Viettel", "viettel", None),
        ("b.xlsx", "", None, None),
    ]


def test_what_programs_have_not_finished_is_left_alone(home: Path, inbox: Path):
    for name in (".hidden", "~$a.xlsx", "a.xlsx.part", "a.XLSX.TMP", "a.crdownload", "Thumbs.db", "a.xlsx~"):
        put(inbox / name)
    put(inbox / "viettel" / "deep" / "a.xlsx") if (inbox / "viettel" / "deep").mkdir(parents=True) else None
    assert look_into(home) == []


def test_a_folder_that_is_no_carrier_is_a_fault_of_the_files_in_it(home: Path, inbox: Path):
    put(inbox / "nha-mang-la" / "a.xlsx")
    [found] = look_into(home)
    assert (found.carrier_code, found.fault, found.folder) == (None, UNKNOWN_FOLDER, "nha-mang-la")


@not_windows
def test_links_pipes_and_odd_names_are_faults(home: Path, inbox: Path, tmp_path: Path):
    outside = put(tmp_path / "secret.xlsx")
    (tmp_path / "folder").mkdir()
    put(tmp_path / "folder" / "b.xlsx")
    (inbox / "link.xlsx").symlink_to(outside)
    (inbox / "nowhere.xlsx").symlink_to("nothing")
    (inbox / "viettel").symlink_to(tmp_path / "folder")
    os.mkfifo(inbox / "pipe.xlsx")
    put(inbox / "a\\..\\..\\b.xlsx")
    put(inbox / "báo cáo\u202excl.xlsx")
    put(inbox / "NUL.xlsx")
    (inbox / os.fsdecode(b"\xff\xfe.xlsx")).write_bytes(b"x")
    faults = {it.path.name: it.fault for it in look_into(home)}
    assert {faults.pop(name) for name in ("link.xlsx", "nowhere.xlsx", "viettel")} == {LINK}
    assert faults.pop("pipe.xlsx") == NOT_A_FILE
    assert set(faults.values()) == {ODD_NAME}
    assert len(faults) == 4


@settings(max_examples=200)
@given(st.text(min_size=1, max_size=300))
def test_a_plain_name_is_never_odd_and_leads_nowhere_else(name: str):
    plain = plain_name(name)
    assert not is_odd(plain)
    assert Path("folder", plain).name == plain
    assert len(plain.encode()) <= MOST_NAME_BYTES
    assert plain == name or is_odd(name)


@pytest.mark.parametrize("name", ["viettel_2026-11-11.xlsx", "Báo cáo tuần 45 (lần 2).xlsx", "a,b;c.csv"])
def test_names_as_people_give_them_stay(name: str):
    assert plain_name(name) == name
