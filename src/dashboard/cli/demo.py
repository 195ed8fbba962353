"""python -m dashboard demo: simulated files of five carriers, taken in by the road of every file.

With --json, standard output is {seed, rounds, is_simulated, files}; files as `ingest` lists them, or with
--files-only {file, carrier, round, received_at} of each file written. Exit code 0 when all is accepted or was
taken in before, 1 when a file is rejected, 2 on wrong use and where the database holds real figures.
"""

import json
from collections import Counter
from collections.abc import Iterator
from contextlib import contextmanager
from datetime import date, datetime
from pathlib import Path
from typing import Annotated, Any

import typer
from rich.console import Console
from rich.progress import Progress as Bar

from dashboard.cli.hand_over import demo_handed_over
from dashboard.cli.json_option import AsJson
from dashboard.cli.live_store import own_store, refuse_busy
from dashboard.cli.running_app import NobodyThereError
from dashboard.demo.plan import DEFAULT_ROUNDS_COUNT, DEFAULT_SEED, DemoRequest, demo_request
from dashboard.demo.run import Progress, RealFiguresError, write_files
from dashboard.intake.receipt import Receipt, Status
from dashboard.settings import LOCAL_ZONE
from dashboard.store.database import StoreBusyError
from dashboard.support.demonstration import run_demonstration

EXIT_REJECTED, EXIT_WRONG_USE = 1, 2
MOST_ROUNDS = 104  # two years: more takes minutes and shows nothing new


def demo(  # noqa: PLR0917 - Typer reads the options from the parameters
    seed: Annotated[int, typer.Option(min=0, help="Cùng một số thì ra cùng số liệu.")] = DEFAULT_SEED,
    rounds: Annotated[
        int, typer.Option(min=1, max=MOST_ROUNDS, help="Số kỳ báo cáo.")
    ] = DEFAULT_ROUNDS_COUNT,
    until: Annotated[
        str | None,
        typer.Option(metavar="YYYY-MM-DD", help="Kỳ cuối không sau ngày này; mặc định là kỳ vừa đến hạn."),
    ] = None,
    files_only: Annotated[
        Path | None,
        typer.Option(metavar="THƯ_MỤC", file_okay=False, help="Chỉ ghi tệp vào thư mục, không tiếp nhận."),
    ] = None,
    as_json: AsJson = False,
) -> None:
    """Tạo số liệu MÔ PHỎNG của năm nhà mạng và tiếp nhận như báo cáo thật."""
    request = demo_request(datetime.now(LOCAL_ZONE), _day(until), seed, rounds)
    if files_only is not None:
        _write(request, files_only, as_json=as_json)
        return
    receipts = _taken_in(request)
    if as_json:
        _print_json(request, [receipt.as_json() for receipt in receipts])
    else:
        _show(receipts)
    raise typer.Exit(EXIT_REJECTED if any(it.status is Status.REJECTED for it in receipts) else 0)


def _taken_in(request: DemoRequest) -> tuple[Receipt, ...]:
    try:
        with own_store() as store, _bar() as progress:
            return run_demonstration(request, store, progress)
    except RealFiguresError as error:
        raise _refuse_mixing() from error
    except StoreBusyError as error:
        busy = error
    try:
        with _bar() as progress:
            receipts = demo_handed_over(request, progress)
    except NobodyThereError:
        raise refuse_busy(busy) from busy
    if receipts is None:
        raise _refuse_mixing()
    return receipts


def _refuse_mixing() -> typer.Exit:
    typer.echo(
        "Cơ sở dữ liệu đã có báo cáo thật, không trộn với số liệu mô phỏng.\n"
        "Hãy đặt DASHBOARD_HOME là một thư mục khác rồi chạy lại lệnh này.",
        err=True,
    )
    return typer.Exit(EXIT_WRONG_USE)


def _write(request: DemoRequest, folder: Path, *, as_json: bool) -> None:
    with _bar() as progress:
        files = write_files(request, folder, progress)
    if as_json:
        _print_json(request, [file.as_json() for file in files])
    else:
        typer.echo(f"Đã ghi {len(files)} tệp mô phỏng vào {folder}.")


def _print_json(request: DemoRequest, files: list[dict[str, Any]]) -> None:
    listing = {
        "seed": request.seed,
        "rounds": [round_on.isoformat() for round_on in request.rounds],
        "is_simulated": True,
        "files": files,
    }
    typer.echo(json.dumps(listing, ensure_ascii=False, indent=2))


def _show(receipts: tuple[Receipt, ...]) -> None:
    count_of = Counter(receipt.status for receipt in receipts)
    warned_count, known_count = count_of[Status.ACCEPTED_WITH_WARNINGS], count_of[Status.DUPLICATE]
    typer.echo(
        f"SỐ LIỆU MÔ PHỎNG: {len(receipts)} tệp; tiếp nhận {count_of[Status.ACCEPTED] + warned_count} "
        f"(có cảnh báo {warned_count}), đã có từ trước {known_count}, bị từ chối {count_of[Status.REJECTED]}."
    )


@contextmanager
def _bar() -> Iterator[Progress]:
    """A bar on the terminal, and only there."""
    console = Console(stderr=True)
    with Bar(console=console, transient=True, disable=not console.is_terminal) as bar:
        task = bar.add_task("Số liệu mô phỏng", total=None)
        yield lambda done_count, all_count, message: bar.update(
            task, completed=done_count, total=all_count, description=message
        )


def _day(text: str | None) -> date | None:
    try:
        return date.fromisoformat(text) if text else None
    except ValueError as error:
        raise typer.BadParameter(f"“{text}” không phải ngày dạng YYYY-MM-DD, ví dụ 2026-11-18") from error
