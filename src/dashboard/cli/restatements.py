"""python -m dashboard restatements: figures as first published beside as now known.

With --json standard output is exactly {restatements: [...]}, the newest first. Each has round, carrier,
is_after_closing, files (how many came), first and now (submission, file, received_at, communes, totals of
the five counts), difference (of the five), communes_restated, taken_in_by, way, reason (null where none is
given).
"""

import json
from typing import Annotated, Any

import typer
from rich import box
from rich.console import Console
from rich.table import Table

from dashboard.briefing.restatements import mark_of, reason_words
from dashboard.cli.days import round_day
from dashboard.cli.figures_text import PAPER_WIDTH
from dashboard.cli.json_option import AsJson
from dashboard.cli.live_store import reading_store
from dashboard.intake.wording import carrier_words
from dashboard.measures.cube import COUNTS
from dashboard.measures.restatements import ReportedFile, Restatement, restated_communes, restatements
from dashboard.measures.wording import count_change_text, count_text, day_text, pct_text, time_text
from dashboard.reference.columns import columns
from dashboard.settings import LOCAL_ZONE


def restated(
    round_on: Annotated[
        str | None, typer.Option("--round", metavar="YYYY-MM-DD", help="Chỉ kỳ này; bỏ trống là mọi kỳ.")
    ] = None,
    as_json: AsJson = False,
) -> None:
    """Đính chính: số công bố lần đầu và số nay biết, chênh lệch, ai, khi nào, vì sao."""
    day = round_day(round_on) if round_on else None
    with reading_store() as store, store.reader() as cursor:
        found = restatements(cursor, day)
        changed = [restated_communes(cursor, it).num_rows for it in found]
    if as_json:
        told = [_as_json(it, count) for it, count in zip(found, changed, strict=True)]
        typer.echo(json.dumps({"restatements": told}, ensure_ascii=False, indent=2))
    elif found:
        _show(found, changed)
    else:
        typer.echo("Chưa có số liệu nào bị đính chính.")


def _as_json(it: Restatement, communes_count: int) -> dict[str, Any]:
    return {
        "round": it.round_on.isoformat(),
        "carrier": it.carrier_code,
        "is_after_closing": it.is_after_closing,
        "files": len(it.files),
        "first": _file(it.first),
        "now": _file(it.now),
        "difference": {name: it.change(name) for name in COUNTS},
        "communes_restated": communes_count,
        "taken_in_by": it.now.taken_in_by,
        "way": it.now.way,
        "reason": it.now.reason.text if it.now.reason else None,
    }


def _file(file: ReportedFile) -> dict[str, Any]:
    return {
        "submission": file.submission_id,
        "file": file.file_name,
        "received_at": file.received_at.astimezone(LOCAL_ZONE).isoformat(),
        "communes": file.communes_count,
        "totals": dict(file.totals),
    }


def _show(found: tuple[Restatement, ...], changed: list[int]) -> None:
    out = Console()
    if not out.is_terminal:
        out.width = PAPER_WIDTH
    if mark := mark_of(*found):
        out.print(f"[bold red]{mark}[/]")
    for it, count in zip(found, changed, strict=True):
        first, now = it.first, it.now
        out.print(f"[bold]{carrier_words(it.carrier_code)}, kỳ {day_text(it.round_on)}[/]", highlight=False)
        out.print(f"  Công bố lần đầu: nhận lúc {time_text(first.received_at)}", highlight=False)
        out.print(
            f"  Nay biết: nhận lúc {time_text(now.received_at)}; {count} xã, phường đổi số", highlight=False
        )
        out.print(f"  Lý do: {reason_words(it)}", highlight=False, markup=False)
        out.print(_table(it))


def _table(it: Restatement) -> Table:
    table = Table("", box=box.SIMPLE_HEAD)
    for label in ("Lần đầu", "Nay biết", "Chênh lệch"):
        table.add_column(label, justify="right")
    for name in COUNTS:
        was, known = it.first.totals[name], it.now.totals[name]
        table.add_row(
            columns()[name].short_label, count_text(was), count_text(known), count_change_text(known - was)
        )
    table.add_row("Tỷ lệ", pct_text(it.first.verified_pct), pct_text(it.now.verified_pct), "")
    return table
