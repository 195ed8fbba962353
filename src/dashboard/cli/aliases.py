"""python -m dashboard aliases: names of communes that people have confirmed."""

import getpass
import json
from typing import Annotated

import typer
from rich.console import Console
from rich.markup import escape
from rich.table import Table

from dashboard.cli.json_option import AsJson
from dashboard.cli.live_store import reading_store
from dashboard.intake.matching.aliases import (
    SUBJECT,
    Alias,
    Written,
    alias_of,
    confirm_aliases,
    withdraw_alias,
)
from dashboard.intake.matching.places import Lists
from dashboard.intake.wording import time_words
from dashboard.store.decisions import Decision, decisions_in_force

EXIT_REFUSED = 1
app = typer.Typer(help="Tên gọi xã, phường đã xác nhận: xem, thêm, thu hồi.", no_args_is_help=True)

Old = Annotated[bool, typer.Option("--old", help="Tên trong tệp lập theo xã, phường, thị trấn cũ.")]
District = Annotated[str, typer.Option(help="Huyện ghi trong tệp (chỉ với --old).")]


@app.command("list")
def list_aliases(as_json: AsJson = False) -> None:
    """Các tên gọi đang có hiệu lực."""
    with reading_store() as store, store.reader() as cursor:
        found = list(decisions_in_force(cursor, SUBJECT).values())
    if as_json:
        typer.echo(json.dumps({"aliases": list(map(_as_json, found))}, ensure_ascii=False, indent=2))
        return
    table = Table("Tên trong tệp", "Là", "Xác nhận")
    for decision in found:
        alias = alias_of(decision)
        district = f" ({alias.written.district})" if alias.written.district else ""
        name = f"{alias.written.name}{district}"
        signed = f"{decision.decided_by}, {time_words(decision.decided_at)}"
        table.add_row(*map(escape, (name, _place_words(alias), signed)))
    Console().print(table if found else "Chưa có tên gọi nào được xác nhận.")


@app.command("confirm")
def confirm(
    name: Annotated[str, typer.Argument(metavar="TÊN", help="Tên như ghi trong tệp.")],
    code: Annotated[str, typer.Argument(metavar="MÃ", help="Mã năm chữ số của xã, phường.")],
    old: Old = False,
    district: District = "",
) -> None:
    """Xác nhận một tên trong tệp là xã, phường nào; dùng cho mọi tệp từ nay."""
    alias = Alias(_written(name, old=old, district=district), code)
    if alias.place is None:
        raise typer.BadParameter(f"không có mã “{code}” trong danh mục")
    if not alias.written.can_be_alias:
        typer.echo(f"“{name}” là tên có trong danh mục (hoặc tên dòng tổng), không cần xác nhận.", err=True)
        raise typer.Exit(EXIT_REFUSED)
    with reading_store() as store:
        kept = confirm_aliases(store, (alias,), getpass.getuser())
    if not kept:
        typer.echo(f"“{name}” đã được xác nhận trước đây; muốn đổi thì thu hồi trước.", err=True)
        raise typer.Exit(EXIT_REFUSED)
    typer.echo(f"Từ nay “{name}” là {_place_words(alias)}.")


@app.command("withdraw")
def withdraw(
    name: Annotated[str, typer.Argument(metavar="TÊN", help="Tên như ghi trong tệp.")],
    old: Old = False,
    district: District = "",
    reason: Annotated[str, typer.Option(help="Lý do, được lưu lại.")] = "",
) -> None:
    """Thu hồi một tên gọi: các tệp đến sau sẽ được hỏi lại; tệp đã nhận không đổi."""
    written = _written(name, old=old, district=district)
    with reading_store() as store:
        with store.reader() as cursor:
            is_standing = written.key in decisions_in_force(cursor, SUBJECT)
        if not is_standing:
            typer.echo(f"“{name}” chưa được xác nhận hoặc đã thu hồi.", err=True)
            raise typer.Exit(EXIT_REFUSED)
        withdraw_alias(store, written.key, getpass.getuser(), reason)
    typer.echo(f"Đã thu hồi “{name}”.")


def _written(name: str, *, old: bool, district: str) -> Written:
    return Written(Lists.BEFORE if old else Lists.TODAY, name, district if old else "")


def _place_words(alias: Alias) -> str:
    old = " (xã cũ)" if alias.written.lists is Lists.BEFORE else ""
    return f"{alias.place.full_name}, mã {alias.code}{old}" if alias.place else f"mã {alias.code}"


def _as_json(decision: Decision) -> dict[str, object]:
    alias = alias_of(decision)
    return {
        "name": alias.written.name,
        "list": alias.written.lists.value,
        "district": alias.written.district,
        "code": alias.code,
        "place": alias.place.full_name if alias.place else None,
        "confirmed_by": decision.decided_by,
        "confirmed_at": decision.decided_at.isoformat(),
        "file": alias.file_name,
    }
