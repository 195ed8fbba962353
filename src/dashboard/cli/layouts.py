"""python -m dashboard layouts: which column is which in the carriers' tables."""

import getpass
import json
from datetime import date, datetime
from pathlib import Path
from typing import Annotated

import typer

from dashboard.cli.carrier_codes import known_carrier
from dashboard.cli.json_option import AsJson
from dashboard.cli.live_store import reading_store
from dashboard.intake.layout.choice import chosen_layout, flaws_of
from dashboard.intake.layout.confirmed import confirm_layout, key_of, layouts_in_force, withdraw_layout
from dashboard.intake.layout.header import Header
from dashboard.intake.layout.headerless import HEADERLESS_ROW
from dashboard.intake.layout.known import Layout
from dashboard.intake.layout.proposal import guesses, header_at, header_rows
from dashboard.intake.layout.vocabulary import COUNT_COLUMNS, SILENT_COLUMNS
from dashboard.intake.reading.read import read_file
from dashboard.intake.reading.sheet import Sheet, column_index, column_letter
from dashboard.intake.wording import carrier_words, day_words, label
from dashboard.settings import LOCAL_ZONE

EXIT_REFUSED = 1
SURE = 100  # score of a guess that the words of the header or the cells below make certain
app = typer.Typer(help="Mẫu bảng của nhà mạng: xem, xác nhận, thu hồi.", no_args_is_help=True)


@app.command("list")
def list_layouts(as_json: AsJson = False) -> None:
    """Các mẫu bảng đã biết: kèm theo chương trình, và đã xác nhận."""
    with reading_store() as store, store.reader() as cursor:
        known = layouts_in_force(cursor).layouts
    if as_json:
        typer.echo(json.dumps({"layouts": list(map(_as_json, known))}, ensure_ascii=False, indent=2))
        return
    for layout in known:
        source = "kèm chương trình" if layout.ordinal is None else f"đã xác nhận, {layout.file_name}"
        whose = carrier_words(layout.carrier_code) if layout.carrier_code else "mọi nhà mạng"
        since = f"phiên bản {layout.version}, từ {day_words(layout.valid_from_on)}"
        typer.echo(f"{key_of(layout)}: {whose}, {since} ({source})")
        _show_columns(layout)


@app.command("confirm")
def confirm(  # noqa: PLR0917 - Typer reads the options from the parameters
    file: Annotated[Path, typer.Argument(metavar="TỆP", help="Một tệp có bảng ấy.")],
    carrier: Annotated[str, typer.Option(help="Mã nhà mạng dùng mẫu này.")],
    header_row: Annotated[int, typer.Option(help="Dòng đầu của tiêu đề, đếm từ 1; 0 là tự tìm.")] = 0,
    header_rows_count: Annotated[int, typer.Option("--header-rows", min=1, max=3, help="Số dòng.")] = 1,
    sheet: Annotated[str, typer.Option(help="Tên trang tính; bỏ trống thì tự tìm.")] = "",
    columns: Annotated[
        list[str] | None,
        typer.Option("--column", metavar="CỘT=CHỮ", help="Ví dụ verified_count=D; lặp lại được."),
    ] = None,
) -> None:
    """Xác nhận cột nào là gì trong bảng của một nhà mạng; dùng cho mọi tệp sau có cùng tiêu đề."""
    code = known_carrier(carrier)
    header = _header_in(file, sheet, header_row, header_rows_count)
    said = dict(_said(text) for text in columns or ())
    likely = {name: guess.index for name, guess in guesses(header).items() if guess.score >= SURE}
    chosen = {name: index for name, index in likely.items() if index not in said.values()} | said
    if flaws := flaws_of(header, chosen):
        for flaw in flaws:
            typer.echo(flaw, err=True)
        raise typer.Exit(EXIT_REFUSED)
    with reading_store() as store:
        with store.reader() as cursor:
            version = layouts_in_force(cursor).next_version(code)
        layout = chosen_layout(header, chosen, Layout(code, version, _today(), (), {}, file.name))
        confirm_layout(store, layout, getpass.getuser())
    typer.echo(f"Đã xác nhận mẫu {key_of(layout)} của {carrier_words(code)}:")
    _show_columns(layout)


@app.command("withdraw")
def withdraw(
    key: Annotated[str, typer.Argument(metavar="KHÓA", help="Như lệnh layouts list in ra.")],
    reason: Annotated[str, typer.Option(help="Lý do, được lưu lại.")] = "",
) -> None:
    """Thu hồi một mẫu đã xác nhận: các tệp đến sau được đọc như trước; tệp đã nhận không đổi."""
    with reading_store() as store:
        with store.reader() as cursor:
            confirmed = {key_of(it) for it in layouts_in_force(cursor).layouts if it.ordinal is not None}
        if key not in confirmed:
            typer.echo(f"Không có mẫu đã xác nhận nào có khóa “{key}”.", err=True)
            raise typer.Exit(EXIT_REFUSED)
        withdraw_layout(store, key, getpass.getuser(), reason)
    typer.echo(f"Đã thu hồi mẫu {key}.")


def _header_in(file: Path, sheet_name: str, first_row: int, rows_count: int) -> Header:
    if not file.is_file():
        raise typer.BadParameter(f"không có tệp “{file}”")
    reading = read_file(file.read_bytes())
    sheets = [sheet for sheet in reading.sheets if sheet_name in ("", sheet.name)]
    for sheet in sheets:
        header = header_at(sheet, first_row or _first_header_row(sheet), rows_count)
        if header is not None:
            return header
    raise typer.BadParameter(f"không thấy dòng tiêu đề trong “{file.name}”; hãy nêu --sheet và --header-row")


def _first_header_row(sheet: Sheet) -> int:
    """The first row that can be the header; HEADERLESS_ROW where there is none."""
    rows = header_rows(sheet)
    return rows[0].number if rows else HEADERLESS_ROW


def _said(text: str) -> tuple[str, int]:
    name, _, letter = text.partition("=")
    if not letter.strip().isalpha() or len(letter.strip()) > 2:
        raise typer.BadParameter(f"“{text}” không có dạng CỘT=CHỮ, ví dụ {COUNT_COLUMNS[0]}=C")
    return name.strip(), column_index(letter.strip().upper())


def _today() -> date:
    return datetime.now(LOCAL_ZONE).date()


def _show_columns(layout: Layout) -> None:
    for name, letter in _letters(layout).items():
        typer.echo(f"  {letter} (“{layout.text_of(name)}”): {label(name)}")


def _letters(layout: Layout) -> dict[str, str]:
    """Column -> letter of each column that is read."""
    read = ((name, index) for name, index in layout.columns.items() if name not in SILENT_COLUMNS)
    return {name: column_letter(index) for name, index in read}


def _as_json(layout: Layout) -> dict[str, object]:
    return {
        "key": key_of(layout),
        "carrier": layout.carrier_code,
        "version": layout.version,
        "valid_from_on": layout.valid_from_on.isoformat(),
        "confirmed": layout.ordinal is not None,
        "file": layout.file_name,
        "columns": {
            name: {"letter": letter, "text": layout.text_of(name)}
            for name, letter in _letters(layout).items()
        },
    }
