import struct
import zipfile
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from dashboard.boundaries import unpacking
from dashboard.boundaries.finding import LayerFinding
from dashboard.boundaries.unpacking import layer_files

GEOJSON = b'{"type": "FeatureCollection", "features": []}'


def zip_of(path: Path, **contents: bytes) -> Path:
    with zipfile.ZipFile(path, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, content in contents.items():
            archive.writestr(name, content)
    return path


def refusal(path: Path, workspace: Path) -> str:
    found = layer_files(path, workspace)
    assert isinstance(found, LayerFinding)
    assert not list(workspace.rglob("*")) or found.rule == "layer_damaged_zip"
    return found.rule


@pytest.fixture
def workspace(tmp_path: Path) -> Path:
    folder = tmp_path / "workspace"
    folder.mkdir()
    return folder


def test_a_plain_file_is_its_own_layer_whatever_the_case_of_its_suffix(tmp_path: Path, workspace: Path):
    file = tmp_path / "XA.GEOJSON"
    file.write_bytes(b"\xef\xbb\xbf \n" + GEOJSON)
    assert layer_files(file, workspace) == (file,)


def test_a_zip_gives_its_layers_with_their_sidecars_and_nothing_else(tmp_path: Path, workspace: Path):
    shp = b"\x00\x00\x27\x0a" + bytes(96)
    names = {
        "a/xa.SHP": shp,
        "a/xa.DBF": b"d",
        "doc.pdf": b"p",
        "__MACOSX/a/._xa.shp": b"m",
        "tinh.geojson": GEOJSON,
    }
    found = layer_files(zip_of(tmp_path / "l.zip", **names), workspace)
    assert not isinstance(found, LayerFinding)
    assert [file.relative_to(workspace).as_posix() for file in found] == ["a/xa.shp", "tinh.geojson"]
    assert sorted(file.name for file in workspace.rglob("*.*")) == ["tinh.geojson", "xa.dbf", "xa.shp"]


@pytest.mark.parametrize(
    "name",
    ["../xa.geojson", "a/../../xa.geojson", "/etc/xa.geojson", "C:/xa.geojson", "..\\xa.geojson", "\\xa.shp"],
)
def test_a_zip_with_a_name_that_leads_out_is_refused_whole(tmp_path: Path, workspace: Path, name: str):
    path = zip_of(tmp_path / "l.zip", **{"good.geojson": GEOJSON, name: GEOJSON})
    assert refusal(path, workspace) == "layer_unsafe_zip"


@settings(deadline=None)
@given(
    st.lists(st.sampled_from(["..", ".", "a", "b.geojson", ""]), min_size=1, max_size=5),
    st.sampled_from("/\\"),
)
def test_no_name_in_a_zip_writes_outside_the_workspace(
    tmp_path_factory: pytest.TempPathFactory, parts: list[str], separator: str
):
    folder = tmp_path_factory.mktemp("zip")
    workspace = folder / "deep" / "workspace"
    workspace.mkdir(parents=True)
    path = zip_of(folder / "l.zip", **{separator.join([*parts, "x.geojson"]): GEOJSON})
    layer_files(path, workspace)
    written = [file for file in folder.rglob("*") if file.is_file()]
    assert all(file == path or file.is_relative_to(workspace) for file in written)


def test_a_damaged_zip_is_refused(tmp_path: Path, workspace: Path):
    path = zip_of(tmp_path / "l.zip", **{"xa.geojson": GEOJSON * 50})
    whole = path.read_bytes()
    for broken in (b"not a zip", whole[:-30], whole[:60] + b"\xff" * 20 + whole[80:]):
        path.write_bytes(broken)
        assert refusal(path, workspace) == "layer_damaged_zip"


def test_a_locked_zip_is_refused(tmp_path: Path, workspace: Path):
    path = zip_of(tmp_path / "l.zip", **{"xa.geojson": GEOJSON})
    content = bytearray(path.read_bytes())
    for mark, at in ((b"PK\x03\x04", 6), (b"PK\x01\x02", 8)):  # general purpose flag, bit 0: encrypted
        struct.pack_into("<H", content, content.index(mark) + at, 1)
    path.write_bytes(content)
    assert refusal(path, workspace) == "layer_damaged_zip"


def test_two_entries_of_one_name_are_refused(tmp_path: Path, workspace: Path):
    path = zip_of(tmp_path / "l.zip", **{"xa.geojson": GEOJSON, "XA.GEOJSON": GEOJSON})
    assert refusal(path, workspace) == "layer_damaged_zip"


def test_what_grows_too_large_is_refused_before_it_is_unpacked(
    tmp_path: Path, workspace: Path, monkeypatch: pytest.MonkeyPatch
):
    monkeypatch.setattr(unpacking, "MAX_LAYER_MIB", 1)
    bomb = zip_of(tmp_path / "l.zip", **{"xa.geojson": b"{" + bytes(2 << 20)})
    assert bomb.stat().st_size < 10_000
    assert refusal(bomb, workspace) == "layer_too_large"
    plain = tmp_path / "xa.geojson"
    plain.write_bytes(b"{" + bytes(2 << 20))
    assert refusal(plain, workspace) == "layer_too_large"


def test_a_zip_of_very_many_files_is_refused(tmp_path: Path, workspace: Path):
    many = {f"{number}.geojson": GEOJSON for number in range(unpacking.MAX_ZIP_ENTRIES + 1)}
    assert refusal(zip_of(tmp_path / "l.zip", **many), workspace) == "layer_too_large"


@pytest.mark.parametrize(
    ("name", "content"),
    [
        ("xa.geojson", b"<OGRVRTDataSource/>"),
        ("xa.shp", GEOJSON),
        ("xa.gpkg", b"<OGRVRTDataSource/>"),
        ("xa.parquet", b"PK\x03\x04"),
        ("xa.json", b""),
        ("xa.docx", b"PK\x03\x04"),
        ("xa", GEOJSON),
    ],
)
def test_content_that_is_not_what_the_name_says_is_not_opened(
    tmp_path: Path, workspace: Path, name: str, content: bytes
):
    (tmp_path / name).write_bytes(content)
    assert refusal(tmp_path / name, workspace) == "layer_unknown_kind"


def test_a_zip_without_a_layer_says_what_is_accepted(tmp_path: Path, workspace: Path):
    found = layer_files(zip_of(tmp_path / "l.zip", **{"doc.pdf": b"p"}), workspace)
    assert isinstance(found, LayerFinding)
    assert "GeoPackage" in str(found.suggestion)
