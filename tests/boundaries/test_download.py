import csv
import hashlib
import json
import threading
import time
from collections.abc import Callable, Iterator
from dataclasses import dataclass, field
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path

import geopandas as gpd
import pytest
import shapely

from dashboard.boundaries import download as download_module
from dashboard.boundaries.download import MANIFEST_PATH, download_layer, read_manifest
from dashboard.boundaries.importing import LayerReport
from dashboard.boundaries.layers import layer_in_force
from dashboard.reference.communes import communes
from dashboard.settings import Settings
from dashboard.store.database import Store

CODES = [commune.code for commune in communes()]
PATIENCE_SECONDS = 1


@dataclass
class PublicSource:
    """A server on this machine with a folder of files, their manifest, and ways to go wrong."""

    files: dict[str, bytes]
    manifest_path: Path
    url: str = ""
    asked: list[str] = field(default_factory=list)
    trouble: dict[str, Callable[[BaseHTTPRequestHandler, bytes], None]] = field(default_factory=dict)

    def answer(self, request: BaseHTTPRequestHandler) -> None:
        """Send the file asked for, or what was planned for it."""
        name = request.path.rsplit("/", 1)[-1]
        self.asked.append(name)
        self.trouble.get(name, whole)(request, self.files[name])


def whole(request: BaseHTTPRequestHandler, content: bytes) -> None:
    request.send_response(200)
    request.send_header("Content-Length", str(len(content)))
    request.end_headers()
    request.wfile.write(content)


def missing(request: BaseHTTPRequestHandler, content: bytes) -> None:
    request.send_error(404)


def altered(request: BaseHTTPRequestHandler, content: bytes) -> None:
    whole(request, content.replace(b"105.", b"106.", 1))


def endless(request: BaseHTTPRequestHandler, content: bytes) -> None:
    whole(request, content + b" " * 50_000_000)


def dropped(request: BaseHTTPRequestHandler, content: bytes) -> None:
    request.send_response(200)
    request.send_header("Content-Length", str(len(content)))
    request.end_headers()
    request.wfile.write(content[: len(content) // 2])
    request.connection.close()


def silent(request: BaseHTTPRequestHandler, content: bytes) -> None:
    time.sleep(3 * PATIENCE_SECONDS)


def dripping(request: BaseHTTPRequestHandler, content: bytes) -> None:
    """A byte now and then: no single wait is long."""
    request.send_response(200)
    request.end_headers()
    for at in range(20):
        request.wfile.write(content[at : at + 1])
        time.sleep(PATIENCE_SECONDS / 4)


def feature_collection(code: str, area: shapely.Geometry) -> bytes:
    """As the public source writes it: one feature, the code as its id, no properties."""
    feature = {"type": "Feature", "id": code, "geometry": shapely.geometry.mapping(area)}
    return json.dumps({"type": "FeatureCollection", "features": [feature]}, indent=2).encode()


def write_manifest(path: Path, files: dict[str, bytes]) -> Path:
    with path.open("w", newline="") as table:
        rows = csv.writer(table)
        rows.writerow(["file", "bytes", "sha256"])
        rows.writerows([name, len(it), hashlib.sha256(it).hexdigest()] for name, it in files.items())
    return path


@pytest.fixture
def source(
    schematic: gpd.GeoDataFrame, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> Iterator[PublicSource]:
    """The schematic layer, served the way the public one is."""
    areas = zip(schematic["code"], schematic.geometry.translate(0.0005), strict=True)
    files = {f"{code}_ten.geojson": feature_collection(code, area) for code, area in areas}
    served = PublicSource(files, write_manifest(tmp_path / "manifest.csv", files))

    class Handler(BaseHTTPRequestHandler):
        def do_GET(self) -> None:  # the name http.server looks for
            served.answer(self)

        def log_message(self, *_: object) -> None:
            """Keep the tests' output clean."""

    server = ThreadingHTTPServer(("127.0.0.1", 0), Handler)
    threading.Thread(target=server.serve_forever, daemon=True).start()
    served.url = f"http://127.0.0.1:{server.server_address[1]}/wards"
    monkeypatch.setattr(download_module, "settings", lambda: Settings(layer_timeout_seconds=PATIENCE_SECONDS))
    yield served
    server.shutdown()
    server.server_close()


def downloaded(store: Store, source: PublicSource, patience_seconds: float = 30) -> LayerReport:
    return download_layer(store, source.url, source.manifest_path, patience_seconds)


def test_the_manifest_names_a_file_for_each_commune_and_only_those():
    manifest = read_manifest(MANIFEST_PATH)
    assert [entry.code for entry in manifest] == CODES
    assert sum(entry.bytes_count for entry in manifest) == 20_508_425


def test_the_public_layer_is_fetched_checked_and_in_force(store: Store, source: PublicSource):
    report = downloaded(store, source)
    assert (report.status, report.source, report.communes_count) == ("accepted", "public", 166)
    assert sorted(source.asked) == sorted(source.files)
    layer = layer_in_force(store)
    assert (layer.layer_id, layer.source, layer.is_schematic) == (report.layer_id, "public", False)


def test_the_first_file_is_asked_for_alone(store: Store, source: PublicSource):
    first, *_ = source.files
    source.trouble[first] = missing
    downloaded(store, source)
    assert source.asked == [first]


@pytest.mark.parametrize("at", [0, 80])
@pytest.mark.parametrize("trouble", [missing, altered, endless, dropped, silent])
def test_one_bad_file_refuses_the_whole(
    store: Store, source: PublicSource, trouble: Callable[..., None], at: int
):
    source.trouble[list(source.files)[at]] = trouble
    began = time.monotonic()
    report = downloaded(store, source)
    assert time.monotonic() - began < 15
    assert (report.status, report.layer_id) == ("rejected", None)
    assert [finding.rule for finding in report.findings] == ["layer_download_failed"]
    assert layer_in_force(store).is_schematic


def test_a_source_that_drips_is_given_up_after_all_patience(store: Store, source: PublicSource):
    source.trouble = dict.fromkeys(source.files, dripping)
    began = time.monotonic()
    assert downloaded(store, source, patience_seconds=1.5).status == "rejected"
    assert time.monotonic() - began < 4


def test_without_a_network_the_answer_comes_at_once(store: Store, source: PublicSource):
    began = time.monotonic()
    report = download_layer(store, "http://127.0.0.1:9/wards", source.manifest_path)
    assert time.monotonic() - began < 3
    assert report.status == "rejected"
    assert "127.0.0.1:9" in str(report.findings[0].value)


def test_a_file_that_is_right_by_its_hash_but_no_geojson_refuses_the_whole(
    store: Store, source: PublicSource, tmp_path: Path
):
    source.files[next(iter(source.files))] = b"{}"
    write_manifest(source.manifest_path, source.files)
    assert downloaded(store, source).status == "rejected"
    assert layer_in_force(store).is_schematic


@pytest.mark.parametrize("url", ["file:///etc/wards", "ftp://127.0.0.1/wards", "wards"])
def test_only_http_is_asked(store: Store, url: str):
    with pytest.raises(ValueError, match="wards"):
        download_layer(store, url)


@pytest.mark.parametrize(
    "row",
    [
        "../14758_a.geojson,3," + "a" * 64,
        "14758_a.geojson,x," + "a" * 64,
        "14758_a.geojson,3,abc",
        "x.geojson,3," + "a" * 64,
    ],
)
def test_a_manifest_that_cannot_be_right_is_not_used(tmp_path: Path, row: str):
    (tmp_path / "manifest.csv").write_text(f"file,bytes,sha256\n{row}\n")
    with pytest.raises(ValueError, match=r"geojson|'x'"):
        read_manifest(tmp_path / "manifest.csv")
