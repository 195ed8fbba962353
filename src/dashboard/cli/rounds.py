"""python -m dashboard rounds: the rounds, who is missing, and what people decide about them.

With --json, standard output is exactly {rounds: [...]}, newest first. A round has round, kind (weekly,
ad_hoc), state (open, due, closed), due_at, closes_at, reason, due_note, expected, missing (codes), and
carriers: for each asked carrier, punctuality (on_time, late, missing, awaited), late_minutes, files,
refused_pending, communes, communes_again, communes_known, covered_pct, fields_filled of fields. Exit code 0;
2 on wrong use and while another process owns the database.
"""

import getpass
import json
from collections.abc import Iterable
from datetime import date, datetime
from typing import Annotated, Any

import typer

from dashboard.cli.carrier_codes import carrier_codes
from dashboard.cli.days import moment, round_day
from dashboard.cli.json_option import AsJson
from dashboard.cli.live_store import reading_store
from dashboard.intake.journal import read_entries
from dashboard.measures.completeness import FIELDS_COUNT
from dashboard.measures.punctuality import ROUNDS_SHOWN, last_rounds, received_in_rounds
from dashboard.measures.round_board import CarrierStanding, RoundBoard, board_at
from dashboard.measures.round_facts import read_facts
from dashboard.measures.wording import day_text, pct_text, time_text
from dashboard.reference.carriers import carriers
from dashboard.reference.reporting_round import RoundState
from dashboard.reference.round_calendar import read_calendar
from dashboard.reference.round_decisions import (
    By,
    close_round,
    move_due,
    objection_to_reason,
    open_ad_hoc_round,
)
from dashboard.reference.rounds import round_of
from dashboard.settings import LOCAL_ZONE
from dashboard.store.database import Store

STATES = {RoundState.OPEN: "đang nhận", RoundState.DUE: "đã đến hạn", RoundState.CLOSED: "đã chốt"}

app = typer.Typer(help="Các kỳ báo cáo: hạn, ai còn thiếu, mức đầy đủ; mở kỳ đột xuất, đổi hạn, chốt.")

Day = Annotated[str, typer.Argument(metavar="YYYY-MM-DD", help="Kỳ báo cáo (ngày mang tên kỳ).")]
Reason = Annotated[str, typer.Option(help="Lý do, được giữ cùng người và lúc quyết định.")]
Moment = Annotated[str, typer.Argument(metavar="ISO", help="Thời điểm, ví dụ 2026-11-13T15:00.")]


@app.callback(invoke_without_command=True)
def rounds(
    context: typer.Context,
    last: Annotated[int, typer.Option(min=1, max=520, help="Số kỳ gần nhất.")] = ROUNDS_SHOWN,
    as_json: AsJson = False,
) -> None:
    """Các kỳ gần nhất: tình trạng, hạn, đã nhận, còn thiếu và mức đầy đủ của từng nhà mạng."""
    if context.invoked_subcommand is not None:
        return
    now = datetime.now(LOCAL_ZONE)
    with reading_store() as store:
        boards = list(_boards(store, now, last))
    if as_json:
        listing = {"rounds": [_as_json(board) for board in boards]}
        typer.echo(json.dumps(listing, ensure_ascii=False, indent=2))
        return
    for board in boards:
        _show(board)


@app.command("open")
def open_round(
    due: Moment,
    reason: Reason,
    carrier: Annotated[
        list[str] | None, typer.Option(help="Mã nhà mạng phải báo cáo; lặp lại; bỏ trống là tất cả.")
    ] = None,
) -> None:
    """Mở kỳ đột xuất, mang tên ngày đến hạn (không phải thứ Tư)."""
    asked = carrier_codes(carrier) if carrier else tuple(it.code for it in carriers())
    due_at = moment(due)
    with reading_store() as store:
        try:
            open_ad_hoc_round(store, due_at, asked, By(getpass.getuser(), reason))
        except ValueError as error:
            raise typer.BadParameter(str(error)) from error
    round_on = due_at.astimezone(LOCAL_ZONE).date()
    typer.echo(f"Đã mở kỳ đột xuất {day_text(round_on)}, hạn gửi trước {time_text(due_at)}.")


@app.command("due")
def due_round(round_on: Day, due: Moment, reason: Reason) -> None:
    """Đổi hạn gửi của một kỳ; kỳ giữ nguyên tên."""
    day, due_at, by = round_day(round_on), moment(due), _by(reason)
    with reading_store() as store:
        _check_name(store, day)
        move_due(store, day, due_at, by)
    typer.echo(f"Hạn gửi của kỳ {day_text(day)} nay là trước {time_text(due_at)}.")


@app.command("close")
def close(
    round_on: Day,
    reason: Reason,
    at: Annotated[str | None, typer.Option(metavar="ISO", help="Lúc chốt; mặc định là bây giờ.")] = None,
) -> None:
    """Chốt một kỳ; với --at về sau: mở lại đến lúc ấy."""
    day, by = round_day(round_on), _by(reason)
    closes_at = moment(at) if at else datetime.now(LOCAL_ZONE)
    with reading_store() as store:
        _check_name(store, day)
        close_round(store, day, closes_at, by)
    typer.echo(f"Kỳ {day_text(day)} chốt lúc {time_text(closes_at)}.")


def _by(reason: str) -> By:
    if objection := objection_to_reason(reason):
        raise typer.BadParameter(objection)
    return By(getpass.getuser(), reason)


def _check_name(store: Store, day: date) -> None:
    with store.reader() as cursor:
        calendar = read_calendar(cursor)
    if not calendar.names_round(day):
        meant = day_text(calendar.round_of(day))
        raise typer.BadParameter(f"{day_text(day)} không phải tên của một kỳ; kỳ chứa ngày này là {meant}")


def _boards(store: Store, now: datetime, last: int) -> Iterable[RoundBoard]:
    """The last rounds up to the one under way, or a later ad hoc one, newest first."""
    entries = read_entries(store.home)
    with store.reader() as cursor:
        calendar = read_calendar(cursor)
        until = max([round_of(now.date()), *calendar.ad_hoc])
        for found in reversed(last_rounds(calendar, received_in_rounds(cursor), until, last)):
            yield board_at(read_facts(cursor, found.round_on, entries), now)


def _as_json(board: RoundBoard) -> dict[str, Any]:
    found = board.round
    return {
        "round": found.round_on.isoformat(),
        "kind": found.kind.value,
        "state": board.state.value,
        "due_at": found.due_at.isoformat(),
        "closes_at": found.closes_at.isoformat(),
        "reason": found.reason,
        "due_note": found.due_note,
        "expected": list(found.expected),
        "missing": [it.carrier.code for it in board.asked if not it.has_reported],
        "carriers": [_carrier(standing) for standing in board.asked],
    }


def _carrier(standing: CarrierStanding) -> dict[str, Any]:
    complete = standing.completeness
    return {
        "carrier": standing.carrier.code,
        "punctuality": standing.turn.punctuality.value,
        "late_minutes": standing.turn.late_minutes,
        "files": standing.report["files_count"],
        "refused_pending": len(standing.refusals),
        "communes": complete.communes_count,
        "communes_again": complete.communes_again_count,
        "communes_known": complete.communes_known_count,
        "covered_pct": complete.covered_pct,
        "fields_filled": complete.fields_filled_count,
        "fields": FIELDS_COUNT,
    }


def _show(board: RoundBoard) -> None:
    found = board.round
    kind = " (đột xuất)" if found.is_ad_hoc else ""
    note = f" ({found.due_note})" if found.due_note else ""
    typer.echo(
        f"Kỳ {day_text(found.round_on)}{kind}: {STATES[board.state]}, hạn {time_text(found.due_at)}{note}; "
        f"đã báo cáo {board.reported_count}/{len(board.asked)}"
    )
    missing = [it.carrier.name for it in board.asked if not it.has_reported]
    if missing:
        typer.echo(f"  còn thiếu: {', '.join(missing)}")
    refused = [f"{it.carrier.name} {len(it.refusals)} tệp" for it in board.asked if it.refusals]
    if refused:
        typer.echo(f"  bị từ chối, chờ sửa: {', '.join(refused)}")
    for standing in board.asked:
        if _is_incomplete(standing):
            typer.echo(f"  {_completeness_text(standing)}")


def _is_incomplete(standing: CarrierStanding) -> bool:
    found = standing.completeness
    return found.is_reported and found.communes_count < found.communes_expected_count


def _completeness_text(standing: CarrierStanding) -> str:
    found = standing.completeness
    return (
        f"{standing.carrier.name}: {found.communes_count}/{found.communes_expected_count} xã, phường, "
        f"{pct_text(found.covered_pct)} thuê bao đã biết"
    )
