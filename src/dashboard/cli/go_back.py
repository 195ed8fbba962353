"""python -m dashboard go-back: back to this program after a newer one.

With --json {began_from, aside, files, decisions, problems}. Exit code 0; 1 where something does not agree; 2
where there is nothing to go back from or it cannot be done.
"""

import json

import typer

from dashboard.cli.json_option import AsJson
from dashboard.cli.live_store import EXIT_WRONG_USE, refuse_busy
from dashboard.cli.upkeep import EXIT_DISAGREES, show_problems
from dashboard.intake.wording import count_words
from dashboard.paths import home
from dashboard.store.database import StoreBusyError
from dashboard.upkeep.going_back import NothingNewerError, WentBack
from dashboard.upkeep.going_back import go_back as go_back_in


def go_back(as_json: AsJson = False) -> None:
    """Quay lại bản chương trình này sau khi đã chạy bản mới hơn; cơ sở dữ liệu của bản mới được giữ lại."""
    try:
        done = go_back_in(home())
    except StoreBusyError as error:
        raise refuse_busy(error) from error
    except NothingNewerError as error:
        typer.echo("Bản chương trình này mở được dữ liệu như đang có: không cần quay lại gì.", err=True)
        raise typer.Exit(EXIT_WRONG_USE) from error
    if as_json:
        typer.echo(json.dumps(_as_json(done), ensure_ascii=False, indent=2))
    else:
        _show(done)
    raise typer.Exit(EXIT_DISAGREES if done.problems else 0)


def _show(done: WentBack) -> None:
    source = f"từ {done.began_from.name}" if done.began_from else "dựng lại cả từ kho lưu và nhật ký"
    typer.echo(
        f"Đã quay lại, {source}; nhận lại {count_words(done.files_count)} tệp và "
        f"{count_words(done.decisions_count)} quyết định."
    )
    if done.aside:
        typer.echo(f"Cơ sở dữ liệu của bản mới được giữ tại {done.aside}.")
    typer.echo("Có chỗ không khớp:" if done.problems else "Cơ sở dữ liệu, kho lưu và nhật ký khớp nhau.")
    show_problems(done.problems)


def _as_json(done: WentBack) -> dict[str, object]:
    return {
        "began_from": done.began_from.name if done.began_from else None,
        "aside": done.aside.name if done.aside else None,
        "files": done.files_count,
        "decisions": done.decisions_count,
        "problems": [problem.as_json() for problem in done.problems],
    }
