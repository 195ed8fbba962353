"""Looking into a zipped workbook before anything is unpacked."""

import io
import struct
import zipfile

import pytest

from dashboard.intake.reading.archives import open_archive, spreadsheet_kind
from dashboard.intake.reading.limits import Limits
from dashboard.intake.reading.sheet import FaultError
from tests.intake.reading.workbooks import SHEET_PART, ods, with_parts, xlsx

LIMITS = Limits(memory_mib=512, seconds=10, unpacked_mib=50)


def fault_of(content: bytes) -> tuple[str, object]:
    with pytest.raises(FaultError) as caught:
        spreadsheet_kind(open_archive(content, LIMITS))
    return caught.value.fault.rule, caught.value.fault.facts.get("what") or caught.value.fault.facts.get(
        "kind"
    )


def zipped(**parts: bytes) -> bytes:
    buffer = io.BytesIO()
    with zipfile.ZipFile(buffer, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, part in parts.items():
            archive.writestr(name.replace("__", "/"), part)
    return buffer.getvalue()


def test_spreadsheets_are_told_apart_by_what_is_in_them():
    assert spreadsheet_kind(open_archive(xlsx(), LIMITS)) == "xlsx"
    assert spreadsheet_kind(open_archive(ods(""), LIMITS)) == "ods"


@pytest.mark.parametrize(
    ("content", "fault"),
    [
        (zipped(word__document=b""), ("not_a_spreadsheet", "văn bản Word (.docx)")),
        (zipped(ppt__presentation=b""), ("not_a_spreadsheet", "bản trình chiếu PowerPoint (.pptx)")),
        (zipped(anything=b""), ("not_a_spreadsheet", "tệp nén ZIP")),
        (with_parts(xlsx(), {"x": b" " * 60_000_000}), ("too_large", "unpacked")),
        (with_parts(xlsx(), {"x": b" " * 20_000_000}), ("too_large", "ratio")),
        (with_parts(xlsx(), {f"x/{n}": b"" for n in range(1000)}), ("too_large", "entries")),
        (xlsx()[:2000], ("damaged_file", None)),
        (b"PK\x03\x04", ("damaged_file", None)),
    ],
)
def test_others_are_faults(content: bytes, fault: tuple[str, object]):
    assert fault_of(content) == fault


def test_an_entry_that_lies_about_its_size_is_damaged():
    content = with_parts(xlsx(), {SHEET_PART: b" " * 60_000_000})
    lied = content.replace(struct.pack("<L", 60_000_000), struct.pack("<L", 1000))
    assert fault_of(lied)[0] == "damaged_file"


def test_a_flipped_byte_inside_an_entry_is_damaged():
    content = bytearray(xlsx())
    start = content.index(b"xl/worksheets/sheet1.xml") + 60
    content[start] ^= 0xFF
    assert fault_of(bytes(content))[0] == "damaged_file"


def test_encrypted_entries_ask_for_the_password():
    content = bytearray(xlsx())
    for mark, offset in ((b"PK\x03\x04", 6), (b"PK\x01\x02", 8)):
        start = content.index(mark)
        content[start + offset] |= 1
    assert fault_of(bytes(content))[0] == "password_protected"
