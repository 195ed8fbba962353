"""python -m dashboard ingest FILE...: take reports in, by the app where it runs.

Exit code 0 when all are accepted or were taken in before, 1 when a file is rejected, 2 on wrong use and where
something other than the app owns the database.
"""

import getpass
import json
from collections.abc import Iterator
from dataclasses import replace
from datetime import datetime
from pathlib import Path
from typing import Annotated

import typer
from rich.console import Console
from rich.markup import escape
from rich.progress import Progress

from dashboard.cli.carrier_codes import known_carrier
from dashboard.cli.days import moment, round_day
from dashboard.cli.hand_over import handed_over
from dashboard.cli.json_option import AsJson
from dashboard.cli.live_store import own_store, refuse_busy
from dashboard.cli.receipt_text import show_receipt
from dashboard.cli.running_app import NobodyThereError
from dashboard.intake.oversized import Oversized, is_oversized, measured
from dashboard.intake.receipt import Receipt, Status
from dashboard.intake.request import IntakeRequest
from dashboard.intake.several import take_in_each
from dashboard.settings import LOCAL_ZONE
from dashboard.store.database import StoreBusyError

EXIT_REJECTED = 1
WAY = "command"


def ingest(  # noqa: PLR0917 - Typer reads the options from the parameters
    files: Annotated[
        list[Path], typer.Argument(metavar="TỆP...", help="Các tệp báo cáo: XLSX, ODS, XLS, CSV, Parquet.")
    ],
    carrier: Annotated[str | None, typer.Option(help="Mã nhà mạng; bỏ trống thì lấy từ tệp.")] = None,
    round_on: Annotated[
        str | None, typer.Option("--round", metavar="YYYY-MM-DD", help="Kỳ báo cáo; bỏ trống thì lấy từ tệp.")
    ] = None,
    received_at: Annotated[
        str | None, typer.Option(metavar="ISO", help="Thời điểm Sở nhận được tệp; mặc định là bây giờ.")
    ] = None,
    dry_run: Annotated[bool, typer.Option("--dry-run", help="Chỉ kiểm tra, không lưu gì.")] = False,
    as_json: AsJson = False,
) -> None:
    """Tiếp nhận tệp báo cáo của nhà mạng: đọc, kiểm tra, lưu nếu không có lỗi."""
    code = known_carrier(carrier) if carrier is not None else None
    day = round_day(round_on) if round_on else None
    received = moment(received_at) if received_at else datetime.now(LOCAL_ZONE)
    _check_files(files)
    asked = IntakeRequest("", b"", received, getpass.getuser(), WAY, code, day)
    receipts = list(_told(files, _receipts(files, asked, dry_run=dry_run)))
    _show(receipts, as_json=as_json, dry_run=dry_run)
    raise typer.Exit(EXIT_REJECTED if any(it.status is Status.REJECTED for it in receipts) else 0)


def _receipts(files: list[Path], asked: IntakeRequest, *, dry_run: bool) -> Iterator[Receipt]:
    """By our own hand, or by the app's where it runs."""
    jobs = (_job(file, asked) for file in files)
    try:
        with own_store() as store:
            yield from take_in_each(jobs, store, dry_run=dry_run)
        return
    except StoreBusyError as error:
        busy = error
    try:
        yield from handed_over(jobs, asked, dry_run=dry_run)
    except NobodyThereError:
        raise refuse_busy(busy) from busy


def _told(files: list[Path], receipts: Iterator[Receipt]) -> Iterator[Receipt]:
    """A bar on the terminal, and only there, where there are several files."""
    console = Console(stderr=True)
    with Progress(console=console, transient=True, disable=len(files) == 1 or not console.is_terminal) as bar:
        task = bar.add_task(escape(files[0].name), total=len(files))
        for done, receipt in enumerate(receipts, start=1):
            following = files[done].name if done < len(files) else receipt.file_name
            bar.update(task, completed=done, description=f"{done}/{len(files)} {escape(following)}")
            yield receipt


def _job(file: Path, asked: IntakeRequest) -> tuple[IntakeRequest, Oversized | None]:
    """The request for one file; of one too large the content is never loaded."""
    too_large = measured(file) if is_oversized(file) else None
    content = b"" if too_large else file.read_bytes()
    return replace(asked, file_name=file.name, content=content), too_large


def _show(receipts: list[Receipt], *, as_json: bool, dry_run: bool) -> None:
    if as_json:
        listing = {"files": [receipt.as_json() for receipt in receipts]}
        typer.echo(json.dumps(listing, ensure_ascii=False, indent=2))
        return
    console = Console()
    for receipt in receipts:
        show_receipt(receipt, console)
    if dry_run:
        console.print("Chỉ kiểm tra thử: chưa lưu gì.")


def _check_files(files: list[Path]) -> None:
    for file in files:
        if not file.is_file():
            raise typer.BadParameter(f"không có tệp “{file}”")
