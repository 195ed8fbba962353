"""Files of the register: what is kept, what is left out and why, and that the same file changes nothing."""

from pathlib import Path

import pytest

from dashboard.briefing.register_book import register_as_xlsx
from dashboard.intake.receipt import Status
from dashboard.reference.communes import communes
from dashboard.reference.round_decisions import By
from dashboard.store.contacts import CONTACTS_FOLDER, FILES, erase_contact, read_contacts
from dashboard.store.database import Store, open_store
from dashboard.store.journal import JOURNAL_NAME
from dashboard.support.register.keeping import change_entries, entries_kept, read_register
from dashboard.support.register.kinds import KINDS
from dashboard.support.register.records import Hall, communes_without_hall
from dashboard.support.register.take_in import RegisterReceipt, examine_file, keep_file_of

BY = By("Lê Thị Cán Bộ", "")
HALL_HEADER = (
    "Xã, phường;Tên hội trường;Người/ngày;Thứ;Ngày bận;Có điện ổn định;Kinh độ;Vĩ độ;Người liên hệ;Điện thoại"
)


@pytest.fixture
def store(tmp_path: Path) -> Store:
    return open_store(tmp_path)


def taken(store: Store, text: str, name: str = "hội trường.csv") -> RegisterReceipt:
    examined = examine_file(store, name, text.encode())
    assert keep_file_of(store, examined, BY) == ()
    return examined.receipt


def halls(store: Store) -> list[Hall]:
    with store.reader() as cursor:
        return list(read_register(cursor).halls.values())


def test_a_row_becomes_a_hall_with_all_it_says(store: Store):
    row = (
        'Phường Hạc Thành;Nhà văn hóa phố 1;1.200;T2, T4, CN;"02/12/2026; 05/12/2026";Có;'
        "105,776;19,807;Nguyễn Văn A;0912 345 678"
    )
    receipt = taken(store, f"{HALL_HEADER}\n{row}")
    (hall,) = halls(store)
    assert (receipt.status, receipt.new_count, receipt.findings) == (Status.ACCEPTED, 1, ())
    assert (hall.name, hall.people_per_day_count, hall.free_weekdays) == (
        "Nhà văn hóa phố 1",
        1200,
        (1, 3, 7),
    )
    assert (hall.lon, hall.lat, hall.has_power, hall.has_network) == (105.776, 19.807, True, None)
    assert [day.day for day in hall.closed_on] == [2, 5]


def test_what_is_wrong_is_named_with_its_cell_and_only_that_row_is_left_out(store: Store):
    lines = (
        "Xã Không Có;Nhà văn hóa;10;;;;;;;",
        ";Nhà văn hóa;10;;;;;;;",
        "Phường Hạc Thành;Hội trường;mười;T9;32/13/2026;có lẽ;19,8;105,7;;",
        "Phường Hạc Thành;Hội trường;20;;;;;;;",
    )
    receipt = taken(store, "\n".join((HALL_HEADER, *lines)))
    found = [(finding.rule, finding.row, finding.column) for finding in receipt.findings]
    assert receipt.status is Status.ACCEPTED_WITH_WARNINGS
    assert (receipt.rows_read_count, receipt.new_count, receipt.left_out_count) == (4, 1, 3)
    assert ("register_unreadable", 2, "A") in found
    assert ("register_incomplete", 3, "A") in found
    assert {("register_unreadable", 4, column) for column in "CDEF"} <= set(found)
    assert ("register_outside_province", 4, "G") in found
    assert ("register_doubled", 5, "A") in found
    assert [hall.name for hall in halls(store)] == ["Hội trường"]


def test_the_same_file_again_changes_nothing_and_says_so(store: Store):
    text = f"{HALL_HEADER}\nPhường Hạc Thành;Hội trường;20;;;;;;;"
    taken(store, text)
    before = (store.home / JOURNAL_NAME).read_bytes()
    assert taken(store, text).status is Status.DUPLICATE
    assert (store.home / JOURNAL_NAME).read_bytes() == before
    other_bytes = taken(store, text + "\n")
    assert (other_bytes.unchanged_count, other_bytes.new_count, other_bytes.changed_count) == (1, 0, 0)


def test_a_column_that_a_file_lacks_takes_nothing_away(store: Store):
    taken(store, f"{HALL_HEADER}\nPhường Hạc Thành;Hội trường;20;T7;;Có;;;;")
    receipt = taken(store, "Xã, phường;Tên hội trường;Người/ngày\nHạc Thành;Hội trường;90")
    (hall,) = halls(store)
    assert receipt.changed_count == 1
    assert (hall.people_per_day_count, hall.free_weekdays, hall.has_power) == (90, (6,), True)


@pytest.mark.parametrize("content", [b"PK\x03\x04 spoilt", b"", "tên;số\nmột;hai".encode()])
def test_a_file_that_is_no_table_of_the_register_is_refused_with_a_reason(store: Store, content: bytes):
    examined = examine_file(store, "gì đó.xlsx", content)
    assert examined.receipt.status is Status.REJECTED
    assert examined.receipt.findings
    assert keep_file_of(store, examined, BY) == ()
    assert not (store.home / JOURNAL_NAME).exists()


TOLD = {
    "hall": "Xã, phường;Tên hội trường;Loại hội trường\nPhường Hạc Thành;=1+1;Trường học",
    "group": "Tổ chức;Tên nhóm;Xã, phường;Số người;Đi xa được\nĐoàn Thanh niên;Chi đoàn 1;Xã Nga Sơn;12;25,5",
    "point": "Nhà mạng;Loại điểm;Xã, phường;Địa chỉ;Từ ngày;Đến ngày\n"
    "Viettel;Lưu động;Xã Nga Sơn;Chợ;01/12/2026;05/12/2026",
    "difficulty": "Nhóm vướng mắc;Nội dung vướng mắc;Xã liên quan\n"
    "Thiếu người hỗ trợ;Thiếu người;Xã Nga Sơn, Xã Mường Lát",
}


@pytest.mark.parametrize("key", KINDS)
def test_what_is_exported_is_taken_in_again_without_a_change(store: Store, key: str):
    kind = KINDS[key]
    assert taken(store, TOLD[key]).new_count == 1
    with store.reader() as cursor:
        entries = [kept.entry for kept in entries_kept(cursor, kind).values()]
    receipt = taken_bytes(store, register_as_xlsx(kind, entries))
    assert (receipt.kind, receipt.unchanged_count, receipt.findings) == (key, 1, ())


def taken_bytes(store: Store, content: bytes) -> RegisterReceipt:
    examined = examine_file(store, "xuất.xlsx", content)
    keep_file_of(store, examined, BY)
    return examined.receipt


def test_an_empty_form_is_read_as_a_form_with_nothing_in_it(store: Store):
    for kind in KINDS.values():
        receipt = examine_file(store, "mẫu.xlsx", register_as_xlsx(kind)).receipt
        assert (receipt.kind, receipt.rows_read_count, receipt.findings) == (kind.key, 0, ()), kind.key


def test_of_two_people_who_change_one_row_the_second_is_told_and_nothing_of_the_file_is_kept(store: Store):
    taken(store, f"{HALL_HEADER}\nPhường Hạc Thành;Hội trường;20;;;;;;;")
    text = f"{HALL_HEADER}\nPhường Hạc Thành;Hội trường;30;;;;;;;\nXã Nga Sơn;Nhà văn hóa;40;;;;;;;"
    examined = examine_file(store, "b.csv", text.encode())
    taken(store, f"{HALL_HEADER}\nPhường Hạc Thành;Hội trường;25;;;;;;;")
    (clash,) = keep_file_of(store, examined, BY)
    assert clash.standing is not None
    assert clash.standing.content is not None
    assert clash.standing.content["people_per_day_count"] == 25
    assert [hall.people_per_day_count for hall in halls(store)] == [25]


def test_people_are_not_in_the_journal_and_can_be_removed_with_the_files_that_name_them(store: Store):
    taken(store, f"{HALL_HEADER}\nPhường Hạc Thành;Hội trường;20;;;;;;Nguyễn Văn A;0912345678")
    assert "Nguyễn Văn A" not in (store.home / JOURNAL_NAME).read_text(encoding="utf-8")
    assert [contact.contact_phone for contact in read_contacts(store.home).values()] == ["0912345678"]
    assert len(list((store.home / CONTACTS_FOLDER / FILES).iterdir())) == 1
    assert erase_contact(store.home, "nguyễn văn a") == 1
    assert read_contacts(store.home) == {}
    assert list((store.home / CONTACTS_FOLDER / FILES).iterdir()) == []
    assert [hall.name for hall in halls(store)] == ["Hội trường"]


def test_a_commune_without_a_hall_is_named(store: Store):
    taken(store, f"{HALL_HEADER}\nPhường Hạc Thành;Hội trường;20;;;;;;;")
    missing = communes_without_hall(halls(store))
    assert len(missing) == len(communes()) - 1
    assert "Phường Hạc Thành" not in {commune.name for commune in missing}


def test_a_change_without_a_name_is_refused(store: Store):
    with pytest.raises(ValueError, match="name"):
        change_entries(store, (), By(" ", ""))
