"""People on record: kept apart, changed, and removed together with the files that name them."""

from pathlib import Path

from dashboard.store.contacts import Contact, erase_contact, keep_contacts, keep_file, read_contacts
from dashboard.store.disk import replace_file

KEY, OTHER = ("hall", "a"), ("volunteer_group", "b")


def test_nobody_is_on_record_before_the_first(tmp_path: Path):
    assert read_contacts(tmp_path) == {}
    assert erase_contact(tmp_path, "Nguyễn Văn A") == 0


def test_a_person_is_removed_wherever_they_stand_and_others_stay(tmp_path: Path):
    keep_file(tmp_path, "1" * 64, b"names A")
    keep_file(tmp_path, "2" * 64, b"names B")
    keep_contacts(
        tmp_path,
        {KEY: Contact("Nguyễn Văn A", "0912", ("1" * 64,)), OTHER: Contact("Lê B", "0913", ("2" * 64,))},
    )
    keep_contacts(tmp_path, {("hall", "c"): Contact("Trần C", "0912")})
    assert erase_contact(tmp_path, " 0912 ") == 2
    assert {contact.contact_name for contact in read_contacts(tmp_path).values()} == {"Lê B"}
    assert [path.name for path in (tmp_path / "contacts" / "files").iterdir()] == ["2" * 64]


def test_an_empty_name_removes_nobody(tmp_path: Path):
    keep_contacts(tmp_path, {KEY: Contact("Nguyễn Văn A")})
    assert erase_contact(tmp_path, "") == 0
    assert read_contacts(tmp_path)[KEY] == Contact("Nguyễn Văn A")


def test_who_is_made_empty_is_taken_off_the_record(tmp_path: Path):
    keep_contacts(tmp_path, {KEY: Contact("Nguyễn Văn A")})
    keep_contacts(tmp_path, {KEY: Contact()})
    assert read_contacts(tmp_path) == {}


def test_a_file_is_replaced_whole(tmp_path: Path):
    replace_file(tmp_path / "file", b"old")
    replace_file(tmp_path / "file", b"new")
    assert [path.name for path in tmp_path.iterdir()] == ["file"]
    assert (tmp_path / "file").read_bytes() == b"new"
