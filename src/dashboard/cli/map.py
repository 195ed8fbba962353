"""python -m dashboard map: a map for paper as a file. Exit code 0; 2 on wrong use."""

from pathlib import Path
from typing import Annotated, Literal, TypeAlias

import typer

from dashboard.cli.carrier_codes import carrier_codes
from dashboard.cli.days import moment, round_day
from dashboard.cli.live_store import reading_store
from dashboard.measures.scope import Basis
from dashboard.measures.selection import Measure, Selection

Form: TypeAlias = Literal["png", "svg", "pdf"]
PaperName: TypeAlias = Literal["A4", "A3"]


def map_for_paper(  # noqa: PLR0917 - Typer reads the options from the parameters
    round_on: Annotated[str, typer.Option("--round", metavar="YYYY-MM-DD", help="Kỳ báo cáo (ngày thứ Tư).")],
    out: Annotated[Path, typer.Option(metavar="TỆP", help="Tệp để ghi bản đồ.")],
    form: Annotated[Form, typer.Option("--format", help="Loại tệp.")] = "pdf",
    measure: Annotated[Measure, typer.Option(help="Chỉ số thể hiện trên bản đồ.")] = "verified_pct",
    carrier: Annotated[
        list[str] | None, typer.Option(help="Mã nhà mạng; lặp lại để chọn nhiều; bỏ trống là tất cả.")
    ] = None,
    basis: Annotated[
        Basis, typer.Option(help="Chỉ số liệu của kỳ, hay giá trị gần nhất đã báo cáo.")
    ] = "this-week",
    paper: Annotated[PaperName, typer.Option(help="Khổ giấy.")] = "A4",
    is_grey: Annotated[bool, typer.Option("--grey", help="Thang xám và nét gạch, để in đen trắng.")] = False,
    as_of: Annotated[
        str | None, typer.Option(metavar="ISO", help="Chỉ tính báo cáo nhận được đến thời điểm này.")
    ] = None,
) -> None:
    """Bản đồ để in (A4, A3) của một kỳ: PDF, PNG 300 dpi hoặc SVG."""
    from dashboard.figures.print_map import MapRequest, print_map  # slow to import: matplotlib, geopandas

    selection = Selection(round_day(round_on), carrier_codes(carrier or []), measure=measure, basis=basis)
    known = moment(as_of) if as_of else None
    papers: dict[PaperName, Literal["a4", "a3"]] = {"A4": "a4", "A3": "a3"}
    with reading_store() as store:
        made = print_map(MapRequest(selection, form, papers[paper], is_grey, known), store)
    write_file(out, made.content)


def write_file(out: Path, content: bytes) -> None:
    """Write a file that a command made. Ends the command with code 2 where that cannot be done."""
    try:
        out.write_bytes(content)
    except OSError as error:
        raise typer.BadParameter(f"không ghi được “{out}”: {error.strerror}", param_hint="--out") from error
    typer.echo(f"Đã ghi {out}.")
