"""python -m dashboard correction FILE: the file again, its faults marked, ready to be put right."""

import getpass
from datetime import datetime
from pathlib import Path
from typing import Annotated

import typer

from dashboard.briefing.correction import can_be_corrected, correction_of
from dashboard.cli.carrier_codes import known_carrier
from dashboard.cli.days import round_day
from dashboard.cli.ingest import EXIT_REJECTED
from dashboard.cli.live_store import reading_store
from dashboard.intake.examine import examine
from dashboard.intake.oversized import is_oversized
from dashboard.intake.request import IntakeRequest
from dashboard.settings import LOCAL_ZONE


def correction(
    file: Annotated[Path, typer.Argument(metavar="TỆP", help="Tệp báo cáo: XLSX, ODS, XLS, CSV.")],
    carrier: Annotated[str | None, typer.Option(help="Mã nhà mạng; bỏ trống thì lấy từ tệp.")] = None,
    round_on: Annotated[
        str | None, typer.Option("--round", metavar="YYYY-MM-DD", help="Kỳ báo cáo; bỏ trống thì lấy từ tệp.")
    ] = None,
    out: Annotated[
        Path | None,
        typer.Option(metavar="TỆP", help="Ghi vào tệp này; mặc định cạnh tệp gốc, tên “…_can-sua.xlsx”."),
    ] = None,
) -> None:
    """Tệp đã đánh dấu lỗi để nhà mạng sửa: tô màu, ghi chú từng ô, danh sách lỗi. Không lưu gì."""
    code = known_carrier(carrier) if carrier is not None else None
    day = round_day(round_on) if round_on else None
    if not file.is_file():
        raise typer.BadParameter(f"không có tệp “{file}”")
    content = b"" if is_oversized(file) else file.read_bytes()
    request = IntakeRequest(
        file.name, content, datetime.now(LOCAL_ZONE), getpass.getuser(), "command", code, day
    )
    with reading_store() as store:
        examination = examine(request, store)
    if not can_be_corrected(examination):
        typer.echo(_why_not(examination.receipt.errors_count), err=True)
        raise typer.Exit(EXIT_REJECTED if examination.receipt.errors_count else 0)
    made = correction_of(examination)
    target = out or file.with_name(made.file_name)
    target.write_bytes(made.content)
    typer.echo(f"Đã ghi {target}.")


def _why_not(errors_count: int) -> str:
    if errors_count:
        return (
            "Tệp không mở được thành bảng nên không có gì để đánh dấu; xem lý do bằng lệnh ingest --dry-run."
        )
    return "Tệp không có lỗi hay cảnh báo nào: không cần sửa."
