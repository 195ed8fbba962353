"""python -m dashboard briefing: the report (Word or PDF), the slides or the workbook of a round as a file.

The same command gives the same bytes as long as nothing else came in by the moment of --as-of (without it: by
now) and nobody edited words or settings. Exit code 0; 2 on wrong use, and while a process other than the app
owns the database.
"""

from pathlib import Path
from typing import Annotated

import typer

from dashboard.briefing.content import BriefingRequest
from dashboard.briefing.files import Kind, make_file, request_with_edits
from dashboard.cli.days import moment, round_day
from dashboard.cli.live_store import reading_store
from dashboard.measures.wording import day_text


def briefing(  # noqa: PLR0917 - Typer reads the options from the parameters
    round_on: Annotated[str, typer.Option("--round", metavar="YYYY-MM-DD", help="Kỳ báo cáo (ngày thứ Tư).")],
    kind: Annotated[Kind, typer.Option("--format", help="Word, PDF, PowerPoint hay Excel.")],
    out: Annotated[Path, typer.Option(metavar="TỆP", dir_okay=False, help="Ghi vào tệp này.")],
    compare: Annotated[
        str | None,
        typer.Option(
            metavar="YYYY-MM-DD", help="Kỳ để so sánh; mặc định là kỳ gần nhất trước đó có báo cáo."
        ),
    ] = None,
    carrier: Annotated[str | None, typer.Option(help="Chỉ nhà mạng này.")] = None,
    commune: Annotated[
        list[str] | None, typer.Option(help="Chỉ xã, phường có mã này; lặp lại để chọn nhiều.")
    ] = None,
    as_of: Annotated[
        str | None, typer.Option(metavar="ISO", help="Chỉ tính báo cáo nhận được đến thời điểm này.")
    ] = None,
) -> None:
    """Báo cáo giao ban của một kỳ: báo cáo, bài trình chiếu hoặc bảng tính."""
    try:
        request = BriefingRequest(
            round_on=round_day(round_on),
            compare_on=round_day(compare) if compare else None,
            communes=tuple(commune or ()),
            carrier_code=carrier,
            as_of=moment(as_of) if as_of else None,
        )
        with reading_store() as store:
            made = make_file(request_with_edits(request, store), kind, store)
    except ValueError as error:
        raise typer.BadParameter(
            "không lập được báo cáo; hãy kiểm tra mã nhà mạng, mã xã, phường; kỳ so sánh phải là kỳ trước đó"
        ) from error
    out.write_bytes(made.content)
    typer.echo(f"Đã ghi {out}, kỳ {day_text(request.round_on)}.")
