"""The public layer: one file per commune, each checked against a manifest before anything is used."""

import csv
import hashlib
import re
import time
import urllib.request
from collections.abc import Iterator
from concurrent.futures import Future, ThreadPoolExecutor, as_completed
from dataclasses import dataclass
from http.client import HTTPException
from pathlib import Path

import numpy as np
import pandas as pd
import shapely
from pyproj import CRS

from dashboard.boundaries.finding import LayerFinding, Severity
from dashboard.boundaries.importing import LayerReport, take_in
from dashboard.boundaries.publishing import Source
from dashboard.boundaries.reading import RawLayer
from dashboard.paths import GEO_DIR
from dashboard.settings import settings
from dashboard.store.database import Store

MANIFEST_PATH = GEO_DIR / "public-layer-manifest.csv"
FILE_NAME = re.compile(r"^(\d{5})_[a-z0-9_]+\.geojson$")  # code and slug: nothing that could lead elsewhere
PUBLIC_NAME = "Bản đồ hành chính công khai (thanglequoc/vietnamese-provinces-database, giấy phép MIT)"
PARALLEL_REQUESTS = 6  # what browsers allow themselves towards one host
PATIENCE_SECONDS = 300.0  # for all files together: 20 MB over a line of 1 Mbit/s take 160 s
BLOCK_BYTES = 1 << 16


class DownloadRefusedError(Exception):
    """What the source sent, or did not send, so that nothing of it is used; the text is Vietnamese."""


@dataclass(frozen=True)
class ManifestEntry:
    """A file of the public layer as it has to be."""

    file: str
    bytes_count: int
    sha256: str

    @property
    def code(self) -> str:
        """Code of the commune whose area the file holds."""
        return self.file[:5]


def download_layer(
    store: Store,
    source_url: str | None = None,
    manifest_path: Path = MANIFEST_PATH,
    patience_seconds: float = PATIENCE_SECONDS,
) -> LayerReport:
    """Fetch the public layer and take it in; a missing, late or altered file refuses the whole.

    `source_url` is the folder the files lie in (default: settings). One file is asked for first, so that
    without a network the answer comes within settings().layer_timeout_seconds. Raises ValueError where the
    manifest is malformed or the address is not http(s).
    """
    url = source_url or settings().layer_source_url
    if not re.match(r"https?://", url):
        raise ValueError(url)
    manifest = read_manifest(manifest_path)
    deadline = time.monotonic() + patience_seconds
    try:
        contents = _fetch_all(url.rstrip("/") + "/", manifest, deadline)
        layers: tuple[RawLayer, ...] | LayerFinding = (_as_layer(manifest, contents),)
    except DownloadRefusedError as error:
        layers = _refused(str(error), url)
    return take_in(layers, Source("public", PUBLIC_NAME, _sha256_of(manifest)), store)


def read_manifest(path: Path) -> tuple[ManifestEntry, ...]:
    """The files of the public layer. Raises ValueError at a name, size or hash that cannot be one."""
    with path.open(encoding="utf-8", newline="") as lines:
        entries = tuple(
            ManifestEntry(it["file"], int(it["bytes"]), it["sha256"]) for it in csv.DictReader(lines)
        )
    for entry in entries:
        if not FILE_NAME.match(entry.file) or not re.fullmatch(r"[0-9a-f]{64}", entry.sha256):
            raise ValueError(f"{path.name}: {entry.file}")
    return entries


def _fetch_all(url: str, manifest: tuple[ManifestEntry, ...], deadline: float) -> dict[str, bytes]:
    """Contents by code. The first file alone, then a few at a time; the first failure stops all."""
    pool = ThreadPoolExecutor(PARALLEL_REQUESTS, thread_name_prefix="public-layer")
    try:
        contents = dict(_answers([pool.submit(_fetch, url, manifest[0], deadline)], deadline))
        contents |= _answers([pool.submit(_fetch, url, entry, deadline) for entry in manifest[1:]], deadline)
        return contents
    finally:
        pool.shutdown(
            wait=False, cancel_futures=True
        )  # a name server that does not answer must hold up nobody


def _answers(waiting: list[Future[tuple[str, bytes]]], deadline: float) -> Iterator[tuple[str, bytes]]:
    try:
        for answer in as_completed(waiting, timeout=max(0.0, deadline - time.monotonic())):
            yield answer.result()
    except TimeoutError as error:
        raise DownloadRefusedError("nguồn trả lời quá chậm") from error


def _fetch(url: str, entry: ManifestEntry, deadline: float) -> tuple[str, bytes]:
    """A file's code and content, right in size and hash. Raises DownloadRefusedError for anything else."""
    try:
        with urllib.request.urlopen(url + entry.file, timeout=settings().layer_timeout_seconds) as answer:
            content = b"".join(_blocks(answer, entry, deadline))
    except (OSError, HTTPException) as error:
        raise DownloadRefusedError(f"không tải được {entry.file}: {error}") from error
    if len(content) != entry.bytes_count or hashlib.sha256(content).hexdigest() != entry.sha256:
        raise DownloadRefusedError(f"{entry.file} không đúng kích thước hoặc mã băm trong danh mục")
    return entry.code, content


def _blocks(answer: "urllib.request._UrlopenRet", entry: ManifestEntry, deadline: float) -> Iterator[bytes]:
    """The answer piece by piece, no more than was announced and no longer than there is patience."""
    left = entry.bytes_count + 1
    while left > 0 and (block := answer.read1(min(left, BLOCK_BYTES))):
        left -= len(block)
        yield block
        if time.monotonic() > deadline:
            raise DownloadRefusedError("nguồn trả lời quá chậm")


def _as_layer(manifest: tuple[ManifestEntry, ...], contents: dict[str, bytes]) -> RawLayer:
    """The files as one table; RFC 7946: GeoJSON is in WGS 84, lon before lat."""
    try:
        geometries = shapely.from_geojson([contents[entry.code] for entry in manifest])
    except shapely.errors.ShapelyError as error:
        raise DownloadRefusedError(f"không đọc được GeoJSON: {error}") from error
    attributes = pd.DataFrame(
        {"code": [entry.code for entry in manifest], "file": [entry.file for entry in manifest]}, dtype=object
    )
    return RawLayer("GeoJSON", attributes, np.asarray(geometries, dtype=object), CRS.from_epsg(4326))


def _sha256_of(manifest: tuple[ManifestEntry, ...]) -> str:
    """One hash for all files: of the list of their hashes."""
    return hashlib.sha256("\n".join(entry.sha256 for entry in manifest).encode()).hexdigest()


def _refused(reason: str, url: str) -> LayerFinding:
    return LayerFinding(
        "layer_download_failed",
        Severity.ERROR,
        f"Không lấy được lớp ranh giới công khai: {reason}.",
        url,
        "Kiểm tra kết nối Internet rồi thử lại, hoặc nhập lớp ranh giới từ tệp.",
    )
