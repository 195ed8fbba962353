"""python -m dashboard backup | restore | check.

With --json: backup gives {folder, made_at, program_version, journal_head, held, files}, restore {place,
made_at, submissions, figures, decisions, identical, problems}, check {whole, problems}; a problem is {kind,
about}, kind one of upkeep/check.py's. Exit code 0; 1 where something does not agree; 2 where it cannot be
done.
"""

import json
from collections.abc import Iterable, Mapping
from datetime import UTC, datetime
from pathlib import Path
from typing import Annotated, Any

import typer

from dashboard.cli.json_option import AsJson
from dashboard.cli.live_store import EXIT_WRONG_USE, own_store, reading_store, refuse_busy
from dashboard.cli.running_app import NobodyThereError, heard, line_to_app
from dashboard.handover.note import NOTE_NAME
from dashboard.intake.wording import count_words
from dashboard.paths import home
from dashboard.store.database import StoreBusyError
from dashboard.store.journal import JournalError
from dashboard.store.migrations import NewerSchemaError
from dashboard.upkeep.backup import make_backup
from dashboard.upkeep.check import Kind, Problem, Told, check_store
from dashboard.upkeep.daily import backup_folder
from dashboard.upkeep.hand_edited import edited_since
from dashboard.upkeep.manifest import ManifestError
from dashboard.upkeep.restore import ChangedBackupError, PlaceTakenError
from dashboard.upkeep.restore import restore as restore_backup

EXIT_DISAGREES = 1

KINDS: Mapping[Kind, str] = {
    "chain": "Nhật ký đã bị sửa",
    "journal": "Nhật ký có dòng không đọc được",
    "lacking": "Nhật ký có, cơ sở dữ liệu không có",
    "unknown": "Cơ sở dữ liệu có, nhật ký không có",
    "differs": "Cơ sở dữ liệu khác nhật ký",
    "file_missing": "Kho lưu thiếu tệp",
    "file_changed": "Tệp trong kho lưu đã bị thay đổi",
    "layer": "Lớp ranh giới bị hỏng",
}


def backup(
    into: Annotated[
        Path | None,
        typer.Option(help="Thư mục chứa các bản sao lưu; mặc định là backups trong thư mục dữ liệu."),
    ] = None,
    as_json: AsJson = False,
) -> None:
    """Sao lưu cơ sở dữ liệu, kho lưu, nhật ký và các lớp ranh giới; ứng dụng không phải tắt."""
    made = _backed_up((into or backup_folder(home())).resolve())
    if as_json:
        _print(made)
        return
    held = made["held"]
    typer.echo(f"Đã sao lưu vào {made['folder']}")
    typer.echo(
        f"{count_words(held['submissions_count'])} báo cáo, {count_words(held['figures_count'])} dòng "
        f"số liệu, {count_words(held['decisions_count'])} quyết định, {count_words(len(made['files']))} tệp."
    )


def restore(
    source: Annotated[Path, typer.Argument(metavar="BẢN_SAO_LƯU", help="Thư mục một bản sao lưu.")],
    place: Annotated[Path, typer.Argument(metavar="CHỖ_MỚI", help="Thư mục chưa có hoặc còn trống.")],
    as_json: AsJson = False,
) -> None:
    """Khôi phục một bản sao lưu vào chỗ mới, kiểm tra từng tệp và so số liệu; không ghi đè gì."""
    try:
        report = restore_backup(source.resolve(), place.resolve())
    except (ManifestError, PlaceTakenError, ChangedBackupError, NewerSchemaError) as error:
        typer.echo(_refusal(error), err=True)
        raise typer.Exit(EXIT_WRONG_USE) from error
    if as_json:
        _print(report.as_json())
    else:
        same = "giống hệt" if report.held == report.manifest.held else "KHÁC"
        typer.echo(
            f"Đã khôi phục {count_words(report.held.submissions_count)} báo cáo, "
            f"{count_words(report.held.figures_count)} dòng số liệu; số liệu {same} lúc sao lưu."
        )
        typer.echo(f"Đặt DASHBOARD_HOME trỏ tới {report.place} rồi mở ứng dụng.")
        show_problems(report.problems)
    raise typer.Exit(0 if report.is_whole else EXIT_DISAGREES)


def check(as_json: AsJson = False) -> None:
    """Kiểm tra cơ sở dữ liệu, kho lưu, nhật ký và ranh giới có khớp nhau không; chạy được khi ứng dụng mở."""
    promised = _told_before()
    with reading_store() as store:
        problems = check_store(store, promised=promised)
    if as_json:
        _print({"whole": not problems, "problems": [problem.as_json() for problem in problems]})
    else:
        typer.echo(
            "Có chỗ không khớp:" if problems else "Cơ sở dữ liệu, kho lưu, nhật ký và ranh giới khớp nhau."
        )
        show_problems(problems)
        _say_what_the_app_does_not_know()
    raise typer.Exit(EXIT_DISAGREES if problems else 0)


def _say_what_the_app_does_not_know() -> None:
    """Which tables were edited since the app that runs has read them."""
    note = home() / NOTE_NAME
    began = datetime.fromtimestamp(note.stat().st_mtime, UTC) if note.exists() else None
    if began and (edited := edited_since(home(), began)):
        typer.echo(f"Ứng dụng đang chạy chưa biết nội dung mới của {', '.join(edited)}: hãy khởi động lại.")


def _told_before() -> Told | None:
    """What the journal tells before a copy of the database is made; None where a line of it cannot be read,
    which the check then names."""
    try:
        return Told.by(home())
    except JournalError:
        return None


def _backed_up(into: Path) -> dict[str, Any]:
    try:
        with own_store() as store:
            made = make_backup(store, into)
            return {"folder": str(made.folder), **made.manifest.as_json()}
    except StoreBusyError as error:
        busy = error
    try:
        with line_to_app() as line:
            line.tell({"ask": "backup", "into": str(into)})
            answered: dict[str, Any] = heard(line)["backup"]
            return answered
    except NobodyThereError:
        raise refuse_busy(busy) from busy


def _refusal(error: Exception) -> str:
    if isinstance(error, PlaceTakenError):
        return f"{error} không trống: chỉ khôi phục vào chỗ mới."
    if isinstance(error, ChangedBackupError):
        return f"Bản sao lưu đã bị thay đổi hoặc thiếu tệp, không khôi phục: {error}"
    if isinstance(error, NewerSchemaError):
        return f"Bản sao lưu do phiên bản mới hơn tạo ra, hãy cập nhật chương trình trước ({error})."
    return f"Không đọc được danh mục của bản sao lưu: {error}"


def show_problems(problems: Iterable[Problem]) -> None:
    """What does not agree, a line each."""
    for problem in problems:
        typer.echo(f"  {KINDS[problem.kind]}: {problem.about}")


def _print(answer: dict[str, Any]) -> None:
    typer.echo(json.dumps(answer, ensure_ascii=False, indent=2))
