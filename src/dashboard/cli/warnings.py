"""python -m dashboard warnings: what was found in the files that stand, and what of it somebody has accepted.

With --json, standard output is exactly {round, open_count, accepted_count, warnings}; `round` is null for all
rounds. A warning has submission, carrier, round, file, is_simulated, what a finding of `ingest` has, and
`accepted`: null, or by, at, reason and carried_from, the earlier file of the round it was accepted for.
While the app runs a copy is read. Exit code 0; 2 on wrong use.
"""

import json
from typing import Annotated, Any

import typer
from rich.console import Console
from rich.markup import escape
from rich.table import Table

from dashboard.cli.days import round_day
from dashboard.cli.json_option import AsJson
from dashboard.cli.live_store import reading_store
from dashboard.figures.words import SIMULATED_MARK
from dashboard.intake.acceptance import Acceptance, FiledWarning, open_count, warnings_filed
from dashboard.intake.wording import carrier_words, count_words, day_words, time_words
from dashboard.reference.round_calendar import read_calendar


def warnings(
    round_on: Annotated[
        str | None,
        typer.Option("--round", metavar="YYYY-MM-DD", help="Kỳ báo cáo; bỏ trống là mọi kỳ."),
    ] = None,
    as_json: AsJson = False,
) -> None:
    """Cảnh báo của các tệp đang dùng: chưa xem xét, và đã được chấp nhận với lý do."""
    with reading_store() as store, store.reader() as cursor:
        day = read_calendar(cursor).round_of(round_day(round_on)) if round_on else None
        found = warnings_filed(cursor, day)
    waiting_count = open_count(found)
    if as_json:
        listing: dict[str, Any] = {
            "round": day.isoformat() if day else None,
            "open_count": waiting_count,
            "accepted_count": len(found) - waiting_count,
            "warnings": [warning.as_json() for warning in found],
        }
        typer.echo(json.dumps(listing, ensure_ascii=False, indent=2))
        return
    console = Console()
    if found:
        console.print(_table(found))
    if any(warning.is_simulated for warning in found):
        console.print(SIMULATED_MARK)
    console.print(
        f"{count_words(waiting_count)} cảnh báo chưa xem xét, {len(found) - waiting_count} đã chấp nhận."
    )


def _table(found: tuple[FiledWarning, ...]) -> Table:
    table = Table("Kỳ", "Nhà mạng", "Nội dung", "Quy tắc", "Xem xét", show_lines=True)
    for warning in found:
        table.add_row(
            day_words(warning.round_on),
            carrier_words(warning.carrier_code),
            escape(warning.finding.message),
            warning.finding.rule,
            _state(warning.acceptance),
        )
    return table


def _state(acceptance: Acceptance | None) -> str:
    if acceptance is None:
        return "[yellow]chưa xem xét[/]"
    signed = f"{acceptance.decided_by}, {time_words(acceptance.decided_at)}: {acceptance.reason}"
    carried = " (giữ từ tệp trước của kỳ)" if acceptance.carried_from else ""
    return f"[green]đã chấp nhận[/] {escape(signed)}{carried}"
