"""python -m dashboard commune-sheets: a page for each commune, in one ZIP. Exit code 0; 2 on wrong use."""

from pathlib import Path
from typing import Annotated

import typer

from dashboard.cli.days import moment, round_day
from dashboard.cli.live_store import reading_store


def commune_sheets(
    round_on: Annotated[str, typer.Option("--round", metavar="YYYY-MM-DD", help="Kỳ báo cáo (ngày thứ Tư).")],
    out: Annotated[Path, typer.Option(metavar="TỆP.zip", dir_okay=False, help="Tệp ZIP để ghi.")],
    as_of: Annotated[
        str | None, typer.Option(metavar="ISO", help="Chỉ tính báo cáo nhận được đến thời điểm này.")
    ] = None,
) -> None:
    """Phiếu một trang cho từng xã, phường (PDF), tất cả trong một tệp ZIP."""
    from dashboard.briefing.pdf.communes import SheetRequest, write_commune_sheets  # slow to import

    request = SheetRequest(round_day(round_on), moment(as_of) if as_of else None)
    with reading_store() as store:
        try:
            with out.open("wb") as file:
                write_commune_sheets(request, store, file, _say)
        except OSError as error:
            raise typer.BadParameter(f"không ghi được “{out}”: {error.strerror}") from error
    typer.echo(f"Đã ghi {out}.")


def _say(done_count: int, total_count: int, name: str) -> None:
    """One line that is written over on a terminal; a line every tenth elsewhere."""
    if typer.get_text_stream("stderr").isatty():
        typer.echo(f"\r{done_count}/{total_count} {name:<40}", err=True, nl=done_count == total_count)
    elif done_count % 10 == 0 or done_count == total_count:
        typer.echo(f"{done_count}/{total_count}", err=True)
