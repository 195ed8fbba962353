"""python -m dashboard rebuild: the database again from archive, journal and layers."""

import json

import typer
from rich.console import Console
from rich.progress import Progress

from dashboard.cli.json_option import AsJson
from dashboard.cli.live_store import EXIT_WRONG_USE
from dashboard.intake.rebuild import RebuildReport
from dashboard.intake.rebuild import rebuild as rebuild_database
from dashboard.intake.wording import count_words
from dashboard.paths import home
from dashboard.store.database import StoreBusyError

EXIT_INCOMPLETE = 1


def rebuild(
    as_json: AsJson = False,
) -> None:
    """Dựng lại cơ sở dữ liệu từ kho lưu, nhật ký và các lớp ranh giới; bản cũ được giữ lại."""
    console = Console(stderr=True)
    try:
        with Progress(console=console, transient=True, disable=not console.is_terminal) as bar:
            task = bar.add_task("Đang dựng lại", total=None)
            report = rebuild_database(
                home(), lambda done, total: bar.update(task, completed=done, total=total)
            )
    except StoreBusyError as error:
        typer.echo(
            f"Cơ sở dữ liệu {error} đang được sử dụng. Dựng lại là thay cả cơ sở dữ liệu, "
            "nên phải tắt ứng dụng trước, rồi chạy lại lệnh này.",
            err=True,
        )
        raise typer.Exit(EXIT_WRONG_USE) from error
    if as_json:
        typer.echo(json.dumps(report.as_json(), ensure_ascii=False, indent=2))
    else:
        _show(report)
    raise typer.Exit(0 if report.is_whole else EXIT_INCOMPLETE)


def _show(report: RebuildReport) -> None:
    typer.echo(
        f"Đã dựng lại {count_words(report.submissions_count)} báo cáo, {count_words(report.figures_count)} "
        "dòng số liệu."
    )
    if report.is_identical is not None:
        typer.echo(
            "Số liệu giống hệt trước khi dựng lại."
            if report.is_identical
            else "Số liệu KHÁC trước khi dựng lại."
        )
    if report.set_aside:
        typer.echo(f"Cơ sở dữ liệu cũ được giữ tại {report.set_aside}.")
    for entry, reason in report.reconciliation.failed:
        typer.echo(f"Không dựng lại được “{entry.file_name}”: {reason}.", err=True)
    for layer in report.damaged_layers:
        typer.echo(f"Lớp ranh giới {layer} bị hỏng, cần nhập lại.", err=True)
