"""A machine's export: UTF-16, tabs, capital names, snake-case headers. Says neither whose nor when."""

import csv
from io import StringIO

from dashboard.demo.layouts.rows import commune_rows
from dashboard.demo.report import Report

HEADER = ("ma_xa", "ten_xa", "tong", "da_xac_thuc", "chua_xac_thuc", "khoa_1_chieu", "khoa_2_chieu")


def tab_csv(report: Report) -> bytes:
    """The report as CSV, little-endian with a byte-order mark."""
    target = StringIO()
    writer = csv.writer(target, delimiter="\t", lineterminator="\r\n")
    writer.writerow(HEADER)
    for commune, counts in commune_rows(report):
        writer.writerow((commune.code, commune.name.upper(), *counts))
    return b"\xff\xfe" + target.getvalue().encode("utf-16-le")
