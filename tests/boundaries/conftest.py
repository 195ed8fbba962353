"""Layers to import: the schematic one, the real one where it is at hand, and files written from them."""

import unicodedata
import zipfile
from collections.abc import Callable
from pathlib import Path
from typing import TypeAlias

import geopandas as gpd
import numpy as np
import pandas as pd
import pyogrio
import pytest
import shapely

from dashboard.boundaries.encoding import TCVN3
from dashboard.boundaries.reading import RawLayer
from dashboard.paths import SHARED_DIR
from dashboard.reference.communes import commune_by_code

REAL_PATH = SHARED_DIR / "geo" / "thanh_hoa_communes.parquet"
TONE_MARKS = "\u0300\u0301\u0303\u0309\u0323"
BYTE_OF_TCVN3 = {letter: byte for byte, letter in TCVN3.items()}

ToBytes: TypeAlias = Callable[[str], bytes]
WriteShapefile: TypeAlias = Callable[..., Path]


def to_cp1258(text: str) -> bytes:
    """As Windows writes it: the letter with its breve, circumflex or horn, then the tone."""
    decomposed = unicodedata.normalize("NFD", text)
    clusters: list[str] = []
    for char in decomposed:
        if unicodedata.combining(char):
            clusters[-1] += char
        else:
            clusters.append(char)
    return "".join(map(_tone_last, clusters)).encode("cp1258")


def _tone_last(cluster: str) -> str:
    letter = unicodedata.normalize("NFC", "".join(char for char in cluster if char not in TONE_MARKS))
    return letter + "".join(char for char in cluster if char in TONE_MARKS)


def to_tcvn3(text: str) -> bytes:
    """As ABC fonts had it: a capital with a tone is the small letter's byte."""
    composed = unicodedata.normalize("NFC", text)
    return bytes(
        BYTE_OF_TCVN3.get(char, BYTE_OF_TCVN3.get(char.lower(), ord(char) % 256)) for char in composed
    )


@pytest.fixture(scope="session")
def encoders() -> dict[str, ToBytes]:
    """How each encoding writes Vietnamese."""
    return {"UTF-8": str.encode, "cp1258": to_cp1258, "TCVN3": to_tcvn3}


def framed(path: Path) -> gpd.GeoDataFrame:
    """code, name and geometry (EPSG:4326) of a layer, ordered by code."""
    layer = gpd.read_parquet(path)[["code", "geometry"]].sort_values("code", ignore_index=True)
    layer["name"] = [commune_by_code()[code].name for code in layer["code"]]
    return layer


@pytest.fixture(scope="session")
def schematic() -> gpd.GeoDataFrame:
    """The repository's own layer."""
    from dashboard.boundaries.schematic import SCHEMATIC_PATH

    return framed(SCHEMATIC_PATH)


@pytest.fixture(
    scope="session", params=["schematic", pytest.param("real", marks=pytest.mark.real_layers)], ids=str
)
def layer(request: pytest.FixtureRequest) -> gpd.GeoDataFrame:
    """Each layer at hand in turn; what holds for one has to hold for the other."""
    return framed(REAL_PATH) if request.param == "real" else request.getfixturevalue("schematic")


@pytest.fixture
def shapefile(tmp_path: Path, encoders: dict[str, ToBytes]) -> WriteShapefile:
    """Writes a zipped Shapefile; `prj` and `cpg` replace the usual ones beside it, "" leaves them out."""

    def write(
        frame: gpd.GeoDataFrame, encoding: str = "UTF-8", prj: str | None = None, cpg: str = ""
    ) -> Path:
        folder = tmp_path / "shapefile"
        folder.mkdir(exist_ok=True)
        texts = frame.select_dtypes(["object", "string"]).columns
        raw = {name: [encoders[encoding](text).decode("latin-1") for text in frame[name]] for name in texts}
        pyogrio.write_dataframe(frame.assign(**raw), folder / "xa.shp", encoding="ISO-8859-1")
        for suffix, content in ((".prj", prj), (".cpg", cpg)):
            if content is not None:
                (folder / f"xa{suffix}").unlink(missing_ok=True)
            if content:
                (folder / f"xa{suffix}").write_text(content)
        return zipped(tmp_path / "xa.zip", folder)

    return write


def zipped(target: Path, folder: Path) -> Path:
    """A zip of all files in a folder, below a folder of its own as people make them."""
    with zipfile.ZipFile(target, "w", zipfile.ZIP_DEFLATED) as archive:
        for file in sorted(folder.iterdir()):
            archive.write(file, f"Ranh gioi/{file.name}")
    return target


@pytest.fixture
def raw_layer() -> Callable[..., RawLayer]:
    """A table as read: columns of text and geometries, in EPSG:4326 unless said otherwise."""

    def make(geometries: object, crs: object = "EPSG:4326", **columns: list[str | None]) -> RawLayer:
        frame = gpd.GeoSeries(geometries, crs=crs)
        attributes = pd.DataFrame(columns, index=frame.index, dtype=object)
        return RawLayer("GeoJSON", attributes, np.asarray(frame.values, dtype=object), frame.crs)

    return make


@pytest.fixture(scope="session")
def chequerboard() -> np.ndarray:
    """16 squares of a tenth of a degree, one valid coverage."""
    squares = [shapely.box(x, y, x + 1, y + 1) for x in range(1050, 1054) for y in range(195, 199)]
    return np.asarray(shapely.transform(np.array(squares), lambda tenths: tenths / 10))
