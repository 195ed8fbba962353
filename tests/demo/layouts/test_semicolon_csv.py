"""The CSV of a Vietnamese Excel."""

import csv
from collections.abc import Callable

import pytest

from dashboard.demo.layouts.semicolon_csv import older_tones, semicolon_csv
from dashboard.demo.report import Report


@pytest.mark.parametrize(
    ("newer", "older"),
    [
        ("Thiệu Hóa", "Thiệu Hoá"),
        ("Hạc Thành", "Hạc Thành"),
        ("Cẩm Thủy", "Cẩm Thuỷ"),
        ("Hòa Khỏe", "Hoà Khoẻ"),
        ("Hoàng Thuận", "Hoàng Thuận"),
        ("Quý Lộc", "Quý Lộc"),
    ],
)
def test_older_tone_placement(newer: str, older: str):
    assert older_tones(newer) == older


def test_the_file_reads_as_excel_would_read_it(report: Callable[..., Report]):
    written = report("vinaphone")
    rows = list(csv.reader(semicolon_csv(written).decode("utf-8-sig").splitlines(), delimiter=";"))
    assert rows[0][:3] == ["STT", "Đơn vị", "Tổng TB"]
    assert rows[1][1] == "Hàm Rồng"
    assert len(rows) == 168
    verified = [int(row[3].replace(".", "")) for row in rows[1:-1]]
    assert verified == written.counts()["verified_count"].to_pylist()
    assert rows[-1][1] == "Cộng"
    assert rows[-1][2] == f"{written.stated_totals[0]:,}".replace(",", ".")
    total, rate = int(rows[1][2].replace(".", "")), float(rows[1][7].replace(",", "."))
    assert rate == pytest.approx(100 * verified[0] / total, abs=0.005)


def test_the_file_opens_with_a_byte_order_mark_and_windows_line_ends(report: Callable[..., Report]):
    content = semicolon_csv(report("vinaphone"))
    assert content.startswith(b"\xef\xbb\xbfSTT;")
    assert content.count(b"\r\n") == content.count(b"\n") == 168
