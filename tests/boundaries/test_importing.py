import dataclasses
import json
import zipfile
from collections.abc import Callable
from pathlib import Path
from typing import TypeAlias

import geopandas as gpd
import pytest
import shapely

from dashboard.boundaries.importing import LayerReport, import_layer
from dashboard.boundaries.layers import Layer, layer_in_force
from dashboard.boundaries.placement import area_km2
from dashboard.paths import SHARED_DIR
from dashboard.reference.communes import communes
from dashboard.reference.names import fold
from dashboard.store.database import Store

WriteShapefile: TypeAlias = Callable[..., Path]

MAX_WIRE_BYTES = 100_000
MAX_AREA_ERROR_PCT = 1.0
CUSTOM_PRJ = (
    'PROJCS["VN2000_TH",GEOGCS["GCS_VN2000",DATUM["D_VN2000",SPHEROID["WGS_1984",6378137.0,298.257223563]],'
    'PRIMEM["Greenwich",0.0],UNIT["Degree",0.0174532925199433]],PROJECTION["Transverse_Mercator"],'
    'PARAMETER["False_Easting",500000.0],PARAMETER["False_Northing",0.0],PARAMETER["Central_Meridian",105.0],'
    'PARAMETER["Scale_Factor",0.9999],PARAMETER["Latitude_Of_Origin",0.0],UNIT["Meter",1.0]]'
)


def promised(report: LayerReport, store: Store, source: gpd.GeoDataFrame) -> Layer:
    """The layer in force, once it is seen to be all that was ordered."""
    assert report.layer_id is not None, [finding.message for finding in report.findings]
    layer = layer_in_force(store)
    assert (report.layer_id, report.communes_count, report.missing) == (layer.layer_id, 166, ())
    assert (report.bytes_count, report.area_error_pct) == (layer.bytes_count, layer.area_error_pct)
    assert layer.bytes_count <= MAX_WIRE_BYTES
    coverage = gpd.read_parquet(layer.coverage_path)
    assert shapely.coverage_is_valid(coverage.geometry.values)
    errors_pct = abs(area_km2(coverage.geometry.values) / area_km2(source.geometry.values) - 1) * 100
    assert max(errors_pct.max(), layer.area_error_pct) <= MAX_AREA_ERROR_PCT
    return layer


def test_geoparquet(store: Store, layer: gpd.GeoDataFrame, tmp_path: Path):
    layer.to_parquet(tmp_path / "xa.parquet")
    report = import_layer(tmp_path / "xa.parquet", store)
    promised(report, store, layer)
    assert (report.status, report.format, report.matched_by) == ("accepted", "GeoParquet", "code")


def test_geojson_by_name_alone(store: Store, layer: gpd.GeoDataFrame, tmp_path: Path):
    layer.drop(columns="code").to_file(tmp_path / "xa.geojson")
    report = import_layer(tmp_path / "xa.geojson", store)
    promised(report, store, layer)
    assert (report.format, report.matched_by, report.matched_column) == ("GeoJSON", "name", "name")


def test_geojson_in_vn2000_by_its_old_crs_member(store: Store, layer: gpd.GeoDataFrame, tmp_path: Path):
    layer.to_crs(5897).to_file(tmp_path / "xa.geojson")
    assert "5897" in (tmp_path / "xa.geojson").read_text()[:400]
    report = import_layer(tmp_path / "xa.geojson", store)
    promised(report, store, layer)
    assert "EPSG:5897" in str(report.crs)
    assert report.status == "accepted"


def test_geopackage_in_utm_among_other_tables(store: Store, layer: gpd.GeoDataFrame, tmp_path: Path):
    layer.dissolve().to_file(tmp_path / "l.gpkg", layer="tinh")
    layer.to_crs(3405).to_file(tmp_path / "l.gpkg", layer="xa")
    report = import_layer(tmp_path / "l.gpkg", store)
    promised(report, store, layer)
    assert (report.format, report.crs) == ("GeoPackage", "VN-2000 / UTM zone 48N (EPSG:3405)")


@pytest.mark.parametrize("encoding", ["UTF-8", "cp1258", "TCVN3"])
def test_zipped_shapefile_in_vn2000_by_name(
    store: Store, layer: gpd.GeoDataFrame, shapefile: WriteShapefile, encoding: str
):
    path = shapefile(layer.to_crs(5897)[["name", "geometry"]], encoding)
    report = import_layer(path, store)
    promised(report, store, layer)
    assert (report.format, report.matched_by) == ("Shapefile", "name")
    assert [finding.value for finding in report.findings] == [encoding]


def test_shapefile_with_a_prj_of_its_own_kind(
    store: Store, layer: gpd.GeoDataFrame, shapefile: WriteShapefile
):
    report = import_layer(shapefile(layer.to_crs(5897), prj=CUSTOM_PRJ, cpg="UTF-8"), store)
    found = promised(report, store, layer)
    assert report.status == "accepted"
    assert found.bounds == pytest.approx(layer.total_bounds, abs=1e-3)


def test_shapefile_without_a_prj(store: Store, layer: gpd.GeoDataFrame, shapefile: WriteShapefile):
    report = import_layer(shapefile(layer.to_crs(5897), prj="", cpg="UTF-8"), store)
    promised(report, store, layer)
    assert (report.status, [it.rule for it in report.findings]) == (
        "accepted_with_warnings",
        ["layer_crs_guessed"],
    )
    assert "EPSG:5897" in str(report.crs)


def test_numbers_for_codes_and_names_without_accents(
    store: Store, schematic: gpd.GeoDataFrame, tmp_path: Path
):
    frame = schematic.assign(code=schematic["code"].astype(float), name=schematic["name"].map(fold))
    for columns, matched_by in ((["code"], "code"), (["name"], "name")):
        frame[[*columns, "geometry"]].to_file(tmp_path / "xa.gpkg", mode="w")
        report = import_layer(tmp_path / "xa.gpkg", store)
        assert (report.layer_id is not None, report.matched_by) == (True, matched_by)


def test_every_road_gives_the_same_layer(
    store: Store, schematic: gpd.GeoDataFrame, tmp_path: Path, shapefile: WriteShapefile
):
    schematic.to_parquet(tmp_path / "xa.parquet")
    schematic.to_file(tmp_path / "xa.gpkg")
    paths = [tmp_path / "xa.parquet", tmp_path / "xa.gpkg", shapefile(schematic)]
    assert len({import_layer(path, store).layer_id for path in paths}) == 1


def test_a_refused_layer_changes_nothing(store: Store, schematic: gpd.GeoDataFrame, tmp_path: Path):
    before = layer_in_force(store)
    files = sorted(store.home.rglob("*.*"))
    schematic.head(150).to_file(tmp_path / "xa.geojson")
    report = import_layer(tmp_path / "xa.geojson", store)
    assert (report.status, report.layer_id, len(report.missing)) == ("rejected", None, 16)
    assert layer_in_force(store) == before
    assert sorted(store.home.rglob("*.*")) == files


def test_a_table_of_other_things_has_no_column_to_match(store: Store, tmp_path: Path):
    frame = gpd.GeoDataFrame(
        {"loai_dat": ["lúa", "rừng"]}, geometry=[shapely.box(105, 20, 106, 21)] * 2, crs=4326
    )
    frame.to_file(tmp_path / "dat.geojson")
    report = import_layer(tmp_path / "dat.geojson", store)
    (finding,) = report.findings
    assert (finding.rule, finding.value) == ("layer_no_column", "loai_dat")


def test_a_damaged_file_is_reported_with_its_hash(store: Store, tmp_path: Path):
    (tmp_path / "xa.zip").write_bytes(b"not a zip")
    report = import_layer(tmp_path / "xa.zip", store)
    assert (report.status, report.findings[0].rule) == ("rejected", "layer_damaged_zip")
    assert len(report.sha256) == 64


def test_the_hash_of_a_shapefile_covers_its_sidecars(
    store: Store, schematic: gpd.GeoDataFrame, shapefile: WriteShapefile, tmp_path: Path
):
    with zipfile.ZipFile(shapefile(schematic.head(3))) as archive:
        archive.extractall(tmp_path / "out")
    (shp,) = (tmp_path / "out").rglob("*.shp")
    before = import_layer(shp, store).sha256
    shp.with_suffix(".dbf").write_bytes(shp.with_suffix(".dbf").read_bytes() + b" ")
    assert import_layer(shp, store).sha256 != before


def test_the_report_is_json_with_every_field(store: Store, schematic: gpd.GeoDataFrame, tmp_path: Path):
    schematic.head(150).to_file(tmp_path / "xa.geojson")
    answer = json.loads(json.dumps(import_layer(tmp_path / "xa.geojson", store).as_json()))
    assert list(answer) == [field.name for field in dataclasses.fields(LayerReport)]
    assert answer["missing"] == [commune.code for commune in communes()[150:]]
    assert answer["findings"][0]["severity"] == "error"


@pytest.mark.real_layers
def test_the_communes_are_taken_from_a_layer_of_the_whole_country(store: Store):
    path = SHARED_DIR / "geo" / "vietnam_communes_150m.parquet"
    report = import_layer(path, store)
    source = gpd.read_parquet(path).query("province == 'thanh_hoa'").sort_values("code")
    promised(report, store, source)
    assert (report.rows_count, report.extra_count, report.status) == (3_321, 3_155, "accepted")


@pytest.mark.real_layers
def test_a_layer_of_the_whole_country_is_matched_by_name_within_the_province(store: Store, tmp_path: Path):
    country = gpd.read_parquet(SHARED_DIR / "geo" / "vietnam_communes_150m.parquet")
    country[["name", "province", "geometry"]].to_parquet(tmp_path / "xa.parquet")
    report = import_layer(tmp_path / "xa.parquet", store)
    assert (report.matched_by, report.communes_count, report.doubled) == ("name", 166, ())
    assert report.layer_id is not None
