"""A CSV as a Vietnamese Excel saves it: BOM, semicolons, 1.234.567, short names, older tone placement."""

import csv
from io import StringIO
from unicodedata import normalize

from dashboard.demo.layouts.rows import commune_rows
from dashboard.demo.report import Report
from dashboard.reference.names import TONE_MARKS

HEADER = ("STT", "Đơn vị", "Tổng TB", "Số TB đã XT", "Số TB chưa XT", "TB khoá 1C", "TB khoá 2C", "Tỷ lệ (%)")
# Older orthography sets the tone of an open oa, oe, uy on its last letter; before a consonant both agree.
OLDER_TONES = {
    normalize("NFC", first + tone + last): normalize("NFC", first + last + tone)
    for first, last in ("oa", "oe", "uy")
    for tone in TONE_MARKS
}


def semicolon_csv(report: Report) -> bytes:
    """The report as CSV with a rate column and a total row."""
    target = StringIO()
    writer = csv.writer(target, delimiter=";", lineterminator="\r\n")
    writer.writerow(HEADER)
    for number, (commune, counts) in enumerate(commune_rows(report), start=1):
        writer.writerow((number, older_tones(commune.short_name), *map(_dotted, counts), _rate(counts)))
    writer.writerow(("", "Cộng", *map(_dotted, report.stated_totals), ""))
    return target.getvalue().encode("utf-8-sig")


def older_tones(name: str) -> str:
    """The name as it was written before the reform of tone placement: "Thiệu Hoá" for "Thiệu Hóa"."""
    for newer, older in OLDER_TONES.items():
        name = name.replace(newer, older)
    return name


def _dotted(count: int) -> str:
    return f"{count:,}".replace(",", ".")


def _rate(counts: tuple[int, ...]) -> str:
    total, verified, *_ = counts
    return f"{100 * verified / total:.2f}".replace(".", ",")
