"""python -m dashboard journal verify | show.

show gives the acts that are looked for, newest first; with --json a list of {ordinal, subject, key, done_at,
done_by, way, address, reason, before, after}.

verify: whether anybody changed the journal behind the program's back. With --json: {lines, sealed, open,
head, whole, fault, line}; `fault` is unreadable | link | seal | ordinal | head, `line` the first that does
not fit, from 1. Exit code 0; 1 where something does not fit. The journal is only read, so the app may run
meanwhile.
"""

import json
from datetime import datetime
from typing import Annotated, Any

import typer

from dashboard.briefing.journal_book import acts_json, acts_table
from dashboard.cli.json_option import AsJson
from dashboard.paths import home
from dashboard.settings import LOCAL_ZONE
from dashboard.store.chain import ChainReport, verify
from dashboard.store.journal import JOURNAL_NAME
from dashboard.upkeep.act_words import chain_words
from dashboard.upkeep.acts import Wanted, acts_of, matching

EXIT_BROKEN = 1
DAY = "%Y-%m-%d"

app = typer.Typer(help="Nhật ký của mọi việc đã làm.", no_args_is_help=True)


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
    typer.echo(json.dumps(_facts(report), ensure_ascii=False, indent=2) if as_json else chain_words(report))
    raise typer.Exit(0 if report.is_whole else EXIT_BROKEN)


@app.command("show")
def show_journal(
    *,
    by: Annotated[str, typer.Option(help="Một phần tên người làm, không cần dấu.")] = "",
    subject: Annotated[str, typer.Option(help="Loại việc, ví dụ account, alias, policy_changed.")] = "",
    since: Annotated[datetime | None, typer.Option(formats=[DAY], help="Từ ngày.")] = None,
    until: Annotated[datetime | None, typer.Option(formats=[DAY], help="Đến hết ngày.")] = None,
    find: Annotated[str, typer.Option(help="Các từ phải có, ở bất cứ đâu, không cần dấu.")] = "",
    limit: Annotated[int, typer.Option(min=1, help="Nhiều nhất bao nhiêu việc, mới nhất trước.")] = 100,
    as_json: AsJson = False,
) -> None:
    """Liệt kê các việc đã làm: ai, lúc nào, từ đâu, trước và sau, vì sao."""
    days = [None if day is None else day.date() for day in (since, until)]
    found = matching(acts_of(home()), Wanted(by, subject, days[0], days[1], find))[:limit]
    typer.echo(
        acts_json(found) if as_json else "\n".join(_line(row) for row in acts_table(found).to_pylist())
    )


def _line(row: dict[str, Any]) -> str:
    moment = row["acted_at"].astimezone(LOCAL_ZONE)
    who = f"{row['acted_by'] or '–'} ({row['act_origin']})"
    why = f"  Lý do: {row['reason']}" if row["reason"] else ""
    return (
        f"{row['ordinal']:>6}  {moment:%d/%m/%Y %H:%M}  {who}  {row['act_subject']} {row['act_key']}: "
        f"{row['act_before']} → {row['act_after']}{why}"
    )


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
