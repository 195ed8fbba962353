"""Layer files as tables of areas: GeoJSON, Shapefile, GeoPackage, GeoParquet."""

from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Any

import geopandas as gpd
import numpy as np
import pandas as pd
import pyarrow as pa
import pyarrow.parquet as pq
import pyogrio
import pyogrio.errors
import shapely
from numpy.typing import NDArray
from pyproj import CRS

from dashboard.boundaries.encoding import RAW_ENCODING, decode_table
from dashboard.boundaries.finding import LayerFinding, Severity
from dashboard.boundaries.unpacking import ACCEPTED, MAX_LAYER_MIB, MIB, layer_files

Geometries = NDArray[np.object_]  # shapely geometries, None where there is none

# More than the 10,595 communes of before July 2025, and fewer than Thanh Hóa's first code (14758): a column
# that merely numbers the rows can never look like our codes.
MAX_AREAS = 12_000
MAX_TABLES = 20
ASCII_BLANKS = " \t\r\n\0"

FORMATS = {
    ".shp": "Shapefile",
    ".geojson": "GeoJSON",
    ".json": "GeoJSON",
    ".gpkg": "GeoPackage",
    ".parquet": "GeoParquet",
    ".geoparquet": "GeoParquet",
}
# What the libraries raise at damaged content; anything else is our own mistake and should be seen as one.
CONTENT_ERRORS = (
    pyogrio.errors.DataSourceError,
    pyogrio.errors.DataLayerError,
    pyogrio.errors.GeometryError,
    pyogrio.errors.FieldError,
    shapely.errors.ShapelyError,
    pa.ArrowException,
    UnicodeError,
    UnboundLocalError,  # pyogrio 0.13 at a damaged .prj
    ValueError,
    KeyError,
    OSError,
)


class TooManyAreasError(ValueError):
    """A table with more rows than any list of communes."""


@dataclass(frozen=True)
class RawLayer:
    """One table of a file: `attributes` as text (None where empty), a `geometries` entry per row.

    `crs` is what the file says, None where it says nothing; `format` is for people ("Shapefile").
    """

    format: str
    attributes: pd.DataFrame
    geometries: Geometries
    crs: CRS | None
    findings: tuple[LayerFinding, ...] = ()


def read_layers(path: Path) -> tuple[RawLayer, ...] | LayerFinding:
    """Every table of areas in a file (in a zip: in its files), or why there is none to be had.

    Raises FileNotFoundError or PermissionError when the file itself cannot be opened.
    """
    with TemporaryDirectory(prefix="layer-") as workspace:
        files = layer_files(path, Path(workspace))
        if isinstance(files, LayerFinding):
            return files
        try:
            layers = [layer for file in files for layer in _read(file)][:MAX_TABLES]
        except TooManyAreasError:
            return _too_many_areas(path.name)
        except CONTENT_ERRORS as error:
            return _unreadable(path.name, error)
    with_areas = tuple(layer for layer in layers if has_areas(layer.geometries))
    return with_areas or _no_areas(path.name)


def has_areas(geometries: Geometries) -> bool:
    """Whether any of them is, or holds, a polygon."""
    return bool(np.isin(shapely.get_type_id(geometries), (3, 6, 7)).any())


def _read(file: Path) -> Iterator[RawLayer]:
    if FORMATS[file.suffix.lower()] == "GeoParquet":
        yield _read_geoparquet(file)
        return
    for name, geometry_type in pyogrio.list_layers(_source(file))[:MAX_TABLES]:
        if geometry_type is not None:
            yield _read_table(file, name)


def _source(file: Path) -> str:
    """For pyogrio; GeoJSON is named as such, because other drivers for JSON would follow links in it."""
    return f"GeoJSON:{file}" if FORMATS[file.suffix.lower()] == "GeoJSON" else str(file)


def _read_geoparquet(file: Path) -> RawLayer:
    metadata = pq.read_metadata(file)
    if metadata.num_rows > MAX_AREAS:
        raise TooManyAreasError
    unpacked_bytes = sum(metadata.row_group(at).total_byte_size for at in range(metadata.num_row_groups))
    if unpacked_bytes > MAX_LAYER_MIB * MIB:
        raise TooManyAreasError
    return _raw_layer(gpd.read_parquet(file), "GeoParquet")


def _read_table(file: Path, name: str) -> RawLayer:
    format_name = FORMATS[file.suffix.lower()]
    if pyogrio.read_info(_source(file), layer=name, force_feature_count=True)["features"] > MAX_AREAS:
        raise TooManyAreasError
    is_shapefile = format_name == "Shapefile"
    options = {"encoding": RAW_ENCODING} if is_shapefile else {}
    frame = pyogrio.read_dataframe(_source(file), layer=name, **options)
    layer = _raw_layer(frame, format_name)
    return _decoded(layer, _code_page(file)) if is_shapefile else layer


def _raw_layer(frame: gpd.GeoDataFrame, format_name: str) -> RawLayer:
    values = frame.drop(columns=frame.columns[frame.dtypes == "geometry"])
    attributes = pd.DataFrame({str(name): _as_text(values[name]) for name in values}, dtype=object)
    geometries = shapely.force_2d(np.asarray(frame.geometry.values, dtype=object))
    return RawLayer(format_name, attributes, geometries, frame.crs)


def _decoded(layer: RawLayer, declared: str | None) -> RawLayer:
    attributes, findings = decode_table(layer.attributes, declared)
    return RawLayer(layer.format, attributes, layer.geometries, layer.crs, findings)


def _code_page(file: Path) -> str | None:
    """What the .cpg beside a Shapefile says, whatever the case of its suffix."""
    found = [
        it
        for it in file.parent.glob(f"{file.stem}.*")
        if it.suffix.lower() == ".cpg" and it.stem == file.stem
    ]
    return found[0].read_text(encoding="ascii", errors="replace")[:40].strip() if found else None


def _as_text(column: "pd.Series[Any]") -> list[str | None]:
    return [_text(value) for value in column]


def _text(value: object) -> str | None:
    """A cell as text: whole numbers without decimals (a .dbf knows only floats), None where it is empty."""
    if isinstance(value, float):
        if np.isnan(value):
            return None
        return str(int(value)) if value.is_integer() else repr(value)
    # Only ASCII blanks: in bytes not yet decoded, what looks like a no-break space is half of an "à".
    text = "" if value is None or value is pd.NA or value is pd.NaT else str(value).strip(ASCII_BLANKS)
    return text or None


def _unreadable(file_name: str, error: Exception) -> LayerFinding:
    return LayerFinding(
        "layer_unreadable",
        Severity.ERROR,
        f"Không đọc được lớp ranh giới trong tệp {file_name}: {str(error)[:200]}",
        file_name,
        f"Mở tệp bằng phần mềm bản đồ để kiểm tra rồi xuất lại. Các định dạng nhận được: {ACCEPTED}.",
    )


def _too_many_areas(file_name: str) -> LayerFinding:
    return LayerFinding(
        "layer_too_large",
        Severity.ERROR,
        f"Tệp {file_name} có quá nhiều vùng: chỉ nhận lớp đến {MAX_AREAS:,} vùng.".replace(",", "."),
        file_name,
        "Chỉ xuất các xã, phường của tỉnh Thanh Hóa rồi nhập lại.",
    )


def _no_areas(file_name: str) -> LayerFinding:
    return LayerFinding(
        "layer_not_areas",
        Severity.ERROR,
        f"Tệp {file_name} không có vùng nào: cần lớp dạng vùng (polygon), không phải điểm hay đường.",
        file_name,
        "Xuất lớp ranh giới dạng vùng của các xã, phường.",
    )
