"""python -m dashboard receipt SHA256|SUBMISSION: the receipt of any file ever received, made again.

With --format json standard output is exactly the receipt's JSON (Receipt.as_json) with `status_today` and
`trouble`. Exit code 0; 1 where nobody knows such a file; 2 on wrong use.
"""

import json
from enum import StrEnum
from pathlib import Path
from typing import Annotated

import typer
from rich.console import Console
from rich.markup import escape

from dashboard.briefing.receipt import compared_rows, receipt_name, receipt_workbook
from dashboard.briefing.receipt_words import doubts, receipt_lines, review_words
from dashboard.cli.live_store import reading_store
from dashboard.cli.receipt_text import findings_table
from dashboard.intake.receipts import RemadeReceipt, receipts_of
from dashboard.measures.wording import count_change_text, count_text

EXIT_UNKNOWN = 1


class Format(StrEnum):
    """How a receipt is given: words on the terminal, or a file for programs or people."""

    TEXT = "text"
    JSON = "json"
    XLSX = "xlsx"


def receipt(
    name: Annotated[
        str,
        typer.Argument(metavar="SHA256|SỐ", help="Mã SHA-256 (ít nhất 12 ký tự đầu) hoặc số thứ tự báo cáo."),
    ],
    kind: Annotated[Format, typer.Option("--format", help="Cách in: chữ, JSON hay Excel.")] = Format.TEXT,
    out: Annotated[Path | None, typer.Option(metavar="TỆP", help="Ghi vào tệp này.")] = None,
) -> None:
    """Biên nhận của một tệp đã gửi đến, kể cả tệp bị từ chối, lập lại từ kho lưu và nhật ký."""
    with reading_store() as store:
        found = receipts_of(name, store)
    if not found:
        typer.echo(f"Không có tệp nào mang số hoặc mã “{name}” trong nhật ký.", err=True)
        raise typer.Exit(EXIT_UNKNOWN)
    *others, newest = found
    if others:
        numbers = ", ".join(str(other.receipt.submission_id) for other in others)
        typer.echo(f"Tệp này còn được gửi đến các lần khác: {numbers}.", err=True)
    _give(newest, kind, out)


def _give(remade: RemadeReceipt, kind: Format, out: Path | None) -> None:
    if kind is Format.XLSX:
        target = out or Path(receipt_name(remade.receipt, "xlsx"))
        target.write_bytes(receipt_workbook(remade.receipt, (*doubts(remade), *review_words(remade))))
        typer.echo(f"Đã ghi {target}.")
        return
    text = json.dumps(remade.as_json(), ensure_ascii=False, indent=2) if kind is Format.JSON else None
    if text is None and out is None:
        _show(remade)
    elif out is None:
        typer.echo(text)
    else:
        out.write_text(f"{text or _plain(remade)}\n", encoding="utf-8")
        typer.echo(f"Đã ghi {out}.")


def _show(remade: RemadeReceipt) -> None:
    console = Console()
    console.print(escape(_plain(remade)), highlight=False)
    if remade.receipt.findings:
        console.print(findings_table(remade.receipt.findings))


def _plain(remade: RemadeReceipt) -> str:
    said = [*doubts(remade), *(f"{label}: {words}" for label, words in receipt_lines(remade.receipt).items())]
    counts = [
        f"  {label}: {count_text(now)}" + (f" ({count_change_text(change)})" if change is not None else "")
        for label, now, _, change in compared_rows(remade.receipt)
    ]
    return "\n".join([*said, *counts, *review_words(remade)])
