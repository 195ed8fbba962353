"""The machine's export."""

import csv
from collections.abc import Callable

from dashboard.demo.layouts.tab_csv import tab_csv
from dashboard.demo.report import Report
from dashboard.reference.communes import communes


def test_the_file_is_utf16_with_tabs_codes_and_capital_names(report: Callable[..., Report]):
    written = report("wintel")
    content = tab_csv(written)
    assert content.startswith(b"\xff\xfe")
    rows = list(csv.reader(content.decode("utf-16").splitlines(), delimiter="\t"))
    assert rows[0][0] == "ma_xa"
    assert [row[0] for row in rows[1:]] == [commune.code for commune in communes()]
    assert [row[1] for row in rows[1:]] == [commune.name.upper() for commune in communes()]
    assert [int(row[6]) for row in rows[1:]] == written.counts()["locked_two_way_count"].to_pylist()
