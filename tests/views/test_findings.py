"""Findings can be read, counted and taken away, whatever stands in the file."""

import csv
from io import StringIO

from dashboard.intake.finding import Finding, Severity
from dashboard.intake.receipt import Receipt, Status
from dashboard.views.findings import LIST_HEADER, NAMED_COUNT, as_markdown, findings_file, tally


def fall(row: int) -> Finding:
    return Finding(
        "verified_falls", Severity.WARNING, f"Xã {row} giảm.", row=row, column="D", suggestion="Hỏi lại."
    )


ERROR = Finding("sum_mismatch", Severity.ERROR, "Tổng sai.", sheet="Tuần 1", row=163, column="C", value="9")


def receipt(*findings: Finding) -> Receipt:
    return Receipt("a.xlsx", "0" * 64, Status.REJECTED, None, None, None, 0, 0, {}, {}, {}, findings)


def lines_of(content: bytes) -> list[list[str]]:
    return list(csv.reader(StringIO(content.decode("utf-8-sig"), newline=""), delimiter=";"))


def test_a_finding_says_where_what_and_by_which_rule():
    text = as_markdown([ERROR])
    assert "**Dòng 163, cột C:** Tổng sai\\." in text
    assert ":small[:gray[sum\\_mismatch]]" in text
    assert "None" not in text


def test_what_concerns_the_whole_file_names_no_place():
    text = as_markdown([Finding("empty_file", Severity.ERROR, "Tệp trống.")])
    assert text.startswith("- Tệp trống")
    assert "None" not in text


def test_of_a_rule_with_many_findings_the_first_stand_and_the_rest_are_counted():
    text = as_markdown([fall(row) for row in range(1, 36)])
    assert text.count("\n- ") + 1 == NAMED_COUNT
    assert "**và 30 dòng nữa**" in text
    assert text.count("Hỏi lại") == 1, "what all share is said once"


def test_findings_of_a_rule_stand_together():
    text = as_markdown([fall(1), ERROR, fall(2)])
    assert text.index("Xã 1") < text.index("Xã 2") < text.index("Tổng sai")


def test_counts_are_told_by_weight_without_zeros():
    assert tally([fall(1), ERROR, fall(2)]) == "1 lỗi, 2 cảnh báo"
    assert tally([fall(1)]) == "1 cảnh báo"


def test_the_list_to_take_away_holds_every_finding():
    content = findings_file(receipt(ERROR, *(fall(row) for row in range(1, 36))))
    assert content.startswith(b"\xef\xbb\xbf")
    lines = lines_of(content)
    assert lines[0] == list(LIST_HEADER)
    assert lines[1] == ["a.xlsx", "Lỗi", "Tuần 1", "163", "C", "9", "Tổng sai.", "", "sum_mismatch"]
    assert len(lines) == 37


def test_a_value_of_the_file_is_no_formula_in_the_list():
    sly = Finding("formula_in_cell", Severity.WARNING, "Công thức.", row=1, column="A", value="=1+1;\n2")
    assert lines_of(findings_file(receipt(sly)))[1][5] == "'=1+1;\n2"


def test_text_of_the_file_is_no_markup_in_the_list_on_the_page():
    sly = Finding("r", Severity.ERROR, "![x](https://a.example)", column=":red[x]", suggestion="<b>x</b>")
    text = as_markdown([sly])
    assert "![x](" not in text
    assert ":red[" not in text
    assert "<b>" not in text
