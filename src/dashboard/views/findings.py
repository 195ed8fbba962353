"""What was found in a file, to be read on the page and to be taken away as a list."""

import csv
from functools import partial
from io import StringIO
from itertools import groupby

import streamlit as st

from dashboard.briefing.cells import is_like_a_formula
from dashboard.briefing.tables import CSV_SEPARATOR
from dashboard.intake.finding import Finding, Severity
from dashboard.intake.receipt import Receipt
from dashboard.views.plain import plain

SEVERITY = {Severity.ERROR: "Lỗi", Severity.WARNING: "Cảnh báo", Severity.INFO: "Lưu ý"}
NAMED_COUNT = 5  # of one rule's findings these are shown; a report of 166 communes may break a rule 166 times
LINE_BREAK = "  \n  "  # within an item of a Markdown list
LIST_HEADER = ("Tệp", "Mức", "Trang tính", "Dòng", "Cột", "Giá trị", "Nội dung", "Cách sửa", "Quy tắc")


def show_findings(receipt: Receipt, key: str) -> None:
    """Errors first; where there are any, the rest stands folded. `key` tells files of one page apart."""
    errors = [finding for finding in receipt.findings if finding.severity is Severity.ERROR]
    others = [finding for finding in receipt.findings if finding.severity is not Severity.ERROR]
    if errors:
        st.markdown(as_markdown(errors))
    if errors and others:
        with st.expander(f"Xem thêm {tally(others)}"):
            st.markdown(as_markdown(others))
    elif others:
        st.markdown(as_markdown(others))
    st.download_button(
        "Tải danh sách lỗi (CSV)",
        data=partial(findings_file, receipt),
        file_name=f"loi_{receipt.file_name.rpartition('.')[0] or receipt.file_name}.csv",
        mime="text/csv",
        on_click="ignore",
        icon=":material/download:",
        key=f"findings-{key}",
    )


def tally(findings: list[Finding]) -> str:
    """How many of each weight, the heaviest first: "2 lỗi, 35 cảnh báo"."""
    counts = {severity: sum(finding.severity is severity for finding in findings) for severity in SEVERITY}
    return ", ".join(f"{count} {SEVERITY[severity].lower()}" for severity, count in counts.items() if count)


def as_markdown(findings: list[Finding]) -> str:
    """A list item per finding, rule by rule as they came first; of a rule with many the first five."""
    place = {finding.rule: -index for index, finding in reversed(list(enumerate(findings)))}
    in_order = sorted(findings, key=lambda finding: -place[finding.rule])
    return "\n".join(_group(list(group)) for _, group in groupby(in_order, key=lambda finding: finding.rule))


def findings_file(receipt: Receipt) -> bytes:
    """All findings as CSV that a Vietnamese spreadsheet opens: UTF-8 with a byte order mark, `;`, CRLF.

    A text that a spreadsheet would take for a formula has an apostrophe before it.
    """
    stream = StringIO(newline="")
    writer = csv.writer(stream, delimiter=CSV_SEPARATOR, lineterminator="\r\n")
    writer.writerow(LIST_HEADER)
    for finding in receipt.findings:
        cells = (receipt.file_name, SEVERITY[finding.severity], finding.sheet, finding.row, finding.column)
        words = (finding.value, finding.message, finding.suggestion, finding.rule)
        writer.writerow([_cell(cell) for cell in (*cells, *words)])
    return stream.getvalue().encode("utf-8-sig")


def _group(findings: list[Finding]) -> str:
    named = findings[:NAMED_COUNT]
    suggestions = {finding.suggestion for finding in named}
    shared = suggestions.pop() if len(suggestions) == 1 else None
    lines = [_item(finding, with_suggestion=shared is None) for finding in named]
    left_count = len(findings) - len(lines)
    tail = [f"**và {left_count} dòng nữa**"] if left_count else []
    tail += [f"→ {plain(shared)}"] if shared else []
    tail += [f":small[:gray[{plain(findings[0].rule)}]]"]
    return "\n".join([*lines[:-1], LINE_BREAK.join([lines[-1], *tail])])


def _item(finding: Finding, with_suggestion: bool) -> str:
    suggestion = f" → {plain(finding.suggestion)}" if with_suggestion and finding.suggestion else ""
    return f"- {_place(finding)}{plain(finding.message)}{suggestion}"


def _place(finding: Finding) -> str:
    """Where in the sheet: "**Dòng 163, cột C:** "; nothing for what concerns the whole file. Messages name
    the sheet where it matters, and the list to take away always does."""
    parts = [f"dòng {finding.row}"] if finding.row is not None else []
    parts += [f"cột {plain(finding.column)}"] if finding.column else []
    words = ", ".join(parts)
    return f"**{words[0].upper()}{words[1:]}:** " if words else ""


def _cell(value: str | int | None) -> str:
    text = "" if value is None else str(value)
    return f"'{text}" if is_like_a_formula(text) else text
