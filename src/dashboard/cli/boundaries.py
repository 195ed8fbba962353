"""python -m dashboard boundaries import | download | status: the layer the map is drawn from.

Exit code 0 when it is done, 1 when the layer is refused, 2 on wrong use.
"""

import json
from dataclasses import asdict
from pathlib import Path
from typing import TYPE_CHECKING, Annotated, Any

import typer

from dashboard.boundaries.first_start import first_try
from dashboard.boundaries.layers import Layer, LayerMissingError, layer_in_force
from dashboard.cli.json_option import AsJson
from dashboard.cli.live_store import live_store, reading_store
from dashboard.intake.wording import count_words, pct_words, time_words
from dashboard.store.database import Store
from dashboard.store.questions import ask

if TYPE_CHECKING:  # the geometry libraries take a second to load: only commands that need them wait
    from dashboard.boundaries.importing import LayerReport

EXIT_REFUSED = 1

app = typer.Typer(
    help="Lớp ranh giới xã, phường: nhập từ tệp, tải lớp công khai, xem lớp đang dùng.", no_args_is_help=True
)

FileArgument = Annotated[
    Path,
    typer.Argument(
        metavar="TỆP",
        exists=True,
        dir_okay=False,
        readable=True,
        help="GeoJSON, Shapefile (.shp hoặc .zip), GeoPackage, GeoParquet; hệ tọa độ bất kỳ.",
    ),
]
SourceOption = Annotated[
    str | None, typer.Option(metavar="URL", help="Địa chỉ http(s) của thư mục chứa lớp công khai.")
]

SEVERITY_WORDS = {"error": "Lỗi", "warning": "Cảnh báo", "info": "Thông tin"}


@app.command("import")
def import_file(file: FileArgument, as_json: AsJson = False) -> None:
    """Nhập lớp ranh giới 166 xã, phường từ tệp; lớp có lỗi bị từ chối và không thay đổi gì."""
    from dashboard.boundaries.importing import import_layer

    with live_store() as store:
        report = import_layer(file, store)
    _answer(report, as_json)


@app.command()
def download(source: SourceOption = None, as_json: AsJson = False) -> None:
    """Tải lớp ranh giới công khai, đối chiếu mã băm của từng tệp rồi đưa vào dùng."""
    from dashboard.boundaries.download import download_layer

    if source is not None and not source.startswith(("http://", "https://")):
        raise typer.BadParameter("địa chỉ phải bắt đầu bằng http:// hoặc https://", param_hint="--source")
    with live_store() as store:
        report = download_layer(store, source)
    _answer(report, as_json)


@app.command()
def status(as_json: AsJson = False) -> None:
    """Cho biết lớp ranh giới đang dùng và những lần đưa lớp vào dùng."""
    with reading_store() as store:
        try:
            layer = layer_in_force(store)
        except LayerMissingError as error:
            typer.echo("Chưa có lớp ranh giới nào.", err=True)
            raise typer.Exit(EXIT_REFUSED) from error
        facts = _facts(layer, store)
    typer.echo(_dumped(facts) if as_json else _status_text(layer, facts))


def _answer(report: "LayerReport", as_json: bool) -> None:
    typer.echo(_dumped(report.as_json()) if as_json else _report_text(report))
    if report.layer_id is None:
        raise typer.Exit(EXIT_REFUSED)


def _dumped(answer: dict[str, Any]) -> str:
    return json.dumps(answer, ensure_ascii=False, indent=2)


def _report_text(report: "LayerReport") -> str:
    lines = [f"Từ chối lớp ranh giới “{report.source_name}”; không thay đổi gì."]
    if report.layer_id is not None:
        lines = [
            f"Đã đưa vào dùng lớp ranh giới “{report.source_name}” ({report.layer_id}).",
            f"{report.communes_count} xã, phường; {count_words(report.vertices_count or 0)} đỉnh; "
            f"{count_words(report.bytes_count or 0)} byte; "
            f"diện tích lệch nhiều nhất {pct_words(report.area_error_pct or 0)}.",
        ]
    for finding in report.findings:
        lines.append(f"{SEVERITY_WORDS[finding.severity]}: {finding.message}")
        lines += [f"  → {finding.suggestion}"] if finding.suggestion else []
    return "\n".join(lines)


def _facts(layer: Layer, store: Store) -> dict[str, Any]:
    tried = first_try(store.home)
    publications = ask(store.reader(), "boundaries/publications").to_pylist()
    return {
        "layer_id": layer.layer_id,
        "source": layer.source,
        "source_name": layer.source_name,
        "is_schematic": layer.is_schematic,
        "note": layer.note,
        "published_at": layer.published_at.isoformat(),
        "communes_count": len(layer.codes),
        "vertices_count": layer.vertices_count,
        "bytes_count": layer.bytes_count,
        "area_error_pct": layer.area_error_pct,
        "bounds": list(layer.bounds),
        "publications": [row | {"published_at": row["published_at"].isoformat()} for row in publications],
        "first_start": asdict(tried) if tried else None,
    }


def _status_text(layer: Layer, facts: dict[str, Any]) -> str:
    tried = facts["first_start"]
    return "\n".join(
        [
            f"Lớp đang dùng: {layer.source_name} ({layer.layer_id}).",
            f"{layer.note}.",
            f"Đưa vào dùng lúc {time_words(layer.published_at)}; {len(layer.codes)} xã, phường; "
            f"{count_words(layer.vertices_count)} đỉnh; {count_words(layer.bytes_count)} byte.",
            f"Tự tải lớp công khai: {tried['detail'] if tried else 'chưa thử.'}",
        ]
    )
