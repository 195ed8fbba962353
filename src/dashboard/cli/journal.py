"""python -m dashboard journal verify: whether anybody changed the journal behind the program's back.

With --json: {lines, sealed, open, head, whole, fault, line}; `fault` is unreadable | link | seal | ordinal |
head, `line` the first that does not fit, from 1. Exit code 0; 1 where something does not fit. The journal is
only read, so the app may run meanwhile.
"""

import json
from collections.abc import Mapping
from typing import Annotated

import typer

from dashboard.cli.json_option import AsJson
from dashboard.intake.wording import count_words
from dashboard.paths import home
from dashboard.store.chain import ChainReport, Fault, verify
from dashboard.store.journal import JOURNAL_NAME

EXIT_BROKEN = 1

FAULTS: Mapping[Fault, str] = {
    "unreadable": "không đọc được",
    "link": "không khớp với dòng ngay trước nó: dòng này hoặc dòng trước đã bị sửa, xóa, chèn hay đổi chỗ",
    "seal": "không khớp với các dòng cũ mà nó niêm phong: có dòng cũ đã bị sửa, xóa, chèn hay đổi chỗ",
    "ordinal": "có số thứ tự không lớn hơn dòng trước",
    "head": "là dòng cuối, nhưng không còn dòng nào mang mã đã ghi lại: nhật ký bị cắt bớt hoặc viết lại",
}

app = typer.Typer(help="Nhật ký của mọi việc đã làm.", no_args_is_help=True)


@app.callback()
def _group() -> None:
    """A group, also while it has one command."""


@app.command("verify")
def verify_journal(
    head: Annotated[
        str | None, typer.Option(help="Mã dòng cuối đã ghi lại trước đây; phải còn trong nhật ký.")
    ] = None,
    as_json: AsJson = False,
) -> None:
    """Kiểm tra nhật ký có bị sửa, xóa, chèn hay đổi chỗ dòng nào không."""
    path = home() / JOURNAL_NAME
    report = verify(path.read_bytes() if path.exists() else b"", head)
    typer.echo(json.dumps(_facts(report), ensure_ascii=False, indent=2) if as_json else _words(report))
    raise typer.Exit(0 if report.is_whole else EXIT_BROKEN)


def _facts(report: ChainReport) -> dict[str, object]:
    return {
        "lines": report.lines_count,
        "sealed": report.sealed_count,
        "open": report.open_count,
        "head": report.head,
        "whole": report.is_whole,
        "fault": report.fault,
        "line": report.broken_line,
    }


def _words(report: ChainReport) -> str:
    if report.fault is not None:
        return f"Nhật ký KHÔNG nguyên vẹn: dòng {report.broken_line} {FAULTS[report.fault]}."
    said = [f"Nhật ký nguyên vẹn: {count_words(report.lines_count)} dòng."]
    if report.sealed_count:
        said.append(f"{count_words(report.sealed_count)} dòng đầu có từ trước, được niêm phong chung.")
    if report.open_count:
        said.append(f"{count_words(report.open_count)} dòng cũ chưa được niêm phong (sẽ làm ở lần ghi tới).")
    return "\n".join([*said, f"Mã dòng cuối (hãy ghi lại ở nơi khác): {report.head}"])
