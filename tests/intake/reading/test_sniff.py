"""What a file is by its first bytes."""

import pytest

from dashboard.intake.reading.sniff import foreign_name, kind_of


@pytest.mark.parametrize(
    ("content", "kind"),
    [
        (b"", "empty"),
        (b"\xef\xbb\xbf \r\n", "empty"),
        (b"PK\x03\x04...", "zip"),
        (b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1...", "ole"),
        (b"<html><body><table>", "html"),
        (b"\xef\xbb\xbf\n<!DOCTYPE html>", "html"),
        (b'<?xml version="1.0"?><html xmlns="x">', "html"),
        (b"MIME-Version: 1.0\r\nContent-Type: multipart/related", "html"),
        (b'<?xml version="1.0"?><Workbook>', "xml"),
        (b"PAR1\x15\x04", "parquet"),
        (b"%PDF-1.7", "foreign"),
        (b"MZ\x90\x00", "foreign"),
        (b"\x00\x01\x02", "unknown"),
        ("Mã;Tên".encode("utf-16"), "text"),
        ("Mã;Tên".encode(), "text"),
        ("Đơn vị".encode("cp1258", "ignore"), "text"),
    ],
)
def test_the_first_bytes_tell_the_kind(content: bytes, kind: str):
    assert kind_of(content) == kind


def test_a_foreign_file_has_a_name_that_people_know():
    assert foreign_name(b"\x89PNG\r\n") == "ảnh PNG"
    assert foreign_name(b"Ma;Ten") is None
