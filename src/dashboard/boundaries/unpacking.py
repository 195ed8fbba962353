"""From a path a user gives to layer files that are safe to open: kind, size, and what a zip may hold."""

import shutil
import zipfile
import zlib
from pathlib import Path, PurePosixPath

from dashboard.boundaries.finding import LayerFinding, Severity

MIB = 1 << 20
MAX_LAYER_MIB = 600  # the whole country at full detail as indented GeoJSON is about 400 MiB (July 2026)
MAX_ZIP_ENTRIES = 1_000  # a folder for each of 27 old districts, eight files each, stays far below

SIDECAR_SUFFIXES = frozenset({".shx", ".dbf", ".prj", ".cpg"})
# First bytes by suffix, so that no other driver is talked into opening it (a VRT names files elsewhere).
MAGIC = {
    ".shp": b"\x00\x00\x27\x0a",  # file code 9994: ESRI Shapefile Technical Description, July 1998, table 1
    ".gpkg": b"SQLite format 3\x00",
    ".parquet": b"PAR1",
    ".geoparquet": b"PAR1",
    ".geojson": b"{",
    ".json": b"{",
}
UTF8_MARK = b"\xef\xbb\xbf"
ACCEPTED = (
    "GeoJSON, Shapefile (.shp kèm .shx, .dbf, .prj hoặc nén .zip), GeoPackage (.gpkg), GeoParquet (.parquet)"
)


def layer_files(path: Path, workspace: Path) -> tuple[Path, ...] | LayerFinding:
    """The layer files behind `path`, a zip's unpacked into `workspace`; or why they are refused.

    A zip is refused whole when it is damaged or locked, holds a name that leads out of it, or is too large.
    Raises OSError when `path` cannot be read.
    """
    if path.stat().st_size > MAX_LAYER_MIB * MIB:
        return _too_large(path.name)
    files = _unpacked(path, workspace) if path.suffix.lower() == ".zip" else (path,)
    if isinstance(files, LayerFinding):
        return files
    layers = tuple(file for file in files if file.suffix.lower() in MAGIC)
    if not layers:
        return _unknown_kind(path.name)
    misnamed = next((file for file in layers if not _begins_as_named(file)), None)
    return _not_as_named(misnamed.name) if misnamed else layers


def _unpacked(path: Path, workspace: Path) -> tuple[Path, ...] | LayerFinding:
    try:
        with zipfile.ZipFile(path) as archive:
            refusal = _refusal(archive, path.name)
            return refusal or tuple(_unpack(archive, entry, workspace) for entry in _wanted(archive))
    except (zipfile.BadZipFile, zlib.error, EOFError, RuntimeError, NotImplementedError) as error:
        return _damaged(path.name, error)


def _wanted(archive: zipfile.ZipFile) -> list[zipfile.ZipInfo]:
    """Layers and what belongs to a Shapefile; not the archive's own bookkeeping (__MACOSX/._name)."""
    suffixes = SIDECAR_SUFFIXES | MAGIC.keys()
    entries = [(PurePosixPath(entry.filename), entry) for entry in archive.infolist() if not entry.is_dir()]
    return [
        entry
        for name, entry in entries
        if name.suffix.lower() in suffixes and not name.name.startswith(".") and "__MACOSX" not in name.parts
    ]


def _refusal(archive: zipfile.ZipFile, file_name: str) -> LayerFinding | None:
    names = [entry.filename for entry in archive.infolist()]
    leading_out = next((name for name in names if _leads_out(name)), None)
    if leading_out is not None:
        return _unsafe_name(leading_out)
    unpacked_bytes = sum(entry.file_size for entry in archive.infolist())
    if len(names) > MAX_ZIP_ENTRIES or unpacked_bytes > MAX_LAYER_MIB * MIB:
        return _too_large(file_name)
    wanted = [entry.filename.casefold() for entry in _wanted(archive)]
    return _damaged(file_name, "tên tệp lặp lại") if len(set(wanted)) < len(wanted) else None


def _leads_out(name: str) -> bool:
    parts = name.replace("\\", "/").split("/")
    return ".." in parts or parts[0] == "" or ":" in name or "\x00" in name


def _unpack(archive: zipfile.ZipFile, entry: zipfile.ZipInfo, workspace: Path) -> Path:
    """Written below `workspace`; sidecars find their Shapefile whatever the case of their suffix."""
    name = PurePosixPath(entry.filename)
    target = workspace / name.with_suffix(name.suffix.lower())
    target.parent.mkdir(parents=True, exist_ok=True)
    # A zip can lie about its sizes; zipfile stops at the declared one and checks the sum of the content.
    with archive.open(entry) as source, target.open("wb") as copy:
        shutil.copyfileobj(source, copy)
    return target


def _begins_as_named(file: Path) -> bool:
    with file.open("rb") as content:
        beginning = content.read(64).removeprefix(UTF8_MARK).lstrip() if _is_text(file) else content.read(16)
    return beginning.startswith(MAGIC[file.suffix.lower()])


def _is_text(file: Path) -> bool:
    return file.suffix.lower() in {".geojson", ".json"}


def _too_large(file_name: str) -> LayerFinding:
    return LayerFinding(
        "layer_too_large",
        Severity.ERROR,
        f"Tệp {file_name} quá lớn: chỉ nhận lớp ranh giới đến {MAX_LAYER_MIB} MiB sau khi giải nén.",
        file_name,
        "Chỉ xuất các xã, phường của tỉnh Thanh Hóa rồi nhập lại.",
    )


def _unsafe_name(name: str) -> LayerFinding:
    return LayerFinding(
        "layer_unsafe_zip",
        Severity.ERROR,
        "Tệp nén chứa tên dẫn ra ngoài thư mục giải nén; không mở tệp này.",
        name,
        "Nén lại từ các tệp gốc của lớp ranh giới.",
    )


def _damaged(file_name: str, reason: object) -> LayerFinding:
    return LayerFinding(
        "layer_damaged_zip",
        Severity.ERROR,
        f"Tệp nén {file_name} bị hỏng, có mật khẩu hoặc không đọc được: {reason}.",
        file_name,
        "Nén lại từ các tệp gốc, không đặt mật khẩu.",
    )


def _unknown_kind(file_name: str) -> LayerFinding:
    return LayerFinding(
        "layer_unknown_kind",
        Severity.ERROR,
        f"Không thấy lớp ranh giới trong tệp {file_name}.",
        file_name,
        f"Các định dạng nhận được: {ACCEPTED}.",
    )


def _not_as_named(file_name: str) -> LayerFinding:
    return LayerFinding(
        "layer_unknown_kind",
        Severity.ERROR,
        f"Nội dung tệp {file_name} không đúng với phần mở rộng của tên.",
        file_name,
        f"Các định dạng nhận được: {ACCEPTED}.",
    )
