"""The bytes of a file depend on its content only: that is what makes a second demo run all duplicates."""

from collections.abc import Callable
from io import BytesIO
from zipfile import ZipFile

import pytest

from dashboard.demo.layouts import LAYOUT_OF_CARRIER
from dashboard.demo.report import Report
from dashboard.demo.terrain import CARRIER_CODES


@pytest.mark.parametrize("carrier_code", CARRIER_CODES)
def test_the_same_report_gives_the_same_bytes(carrier_code: str, report: Callable[..., Report]):
    write = LAYOUT_OF_CARRIER[carrier_code].write
    assert write(report(carrier_code)) == write(report(carrier_code))
    assert write(report(carrier_code)) != write(report(carrier_code, seed=8))


@pytest.mark.parametrize("carrier_code", ["viettel", "mobifone", "vietnamobile"])
def test_nothing_in_a_workbook_comes_from_the_clock(carrier_code: str, report: Callable[..., Report]):
    with ZipFile(BytesIO(LAYOUT_OF_CARRIER[carrier_code].write(report(carrier_code)))) as parts:
        properties = parts.read("docProps/core.xml").decode()
        assert properties.count(">2026-11-03T15:00:00Z<") == 2  # created, modified
        assert {part.date_time[0] for part in parts.infolist()} == {1980}
