import json
from pathlib import Path
from typing import Any

import geopandas as gpd
import pytest
from typer.testing import CliRunner, Result

from dashboard.boundaries.schematic import SCHEMATIC_PATH
from dashboard.cli.boundaries import app
from dashboard.store.database import open_store

NOWHERE = "http://127.0.0.1:9/wards"


def run(*arguments: object) -> Result:
    return CliRunner().invoke(app, [str(argument) for argument in arguments])


def answer(*arguments: object, exit_code: int = 0) -> dict[str, Any]:
    result = run(*arguments, "--json")
    assert result.exit_code == exit_code, result.output
    return json.loads(result.stdout)


@pytest.fixture
def good_file(tmp_path: Path) -> Path:
    frame = gpd.read_parquet(SCHEMATIC_PATH)
    frame.geometry = frame.geometry.translate(0.0005)
    frame.to_file(tmp_path / "ranh_gioi.gpkg")
    return tmp_path / "ranh_gioi.gpkg"


@pytest.fixture
def bad_file(tmp_path: Path) -> Path:
    gpd.read_parquet(SCHEMATIC_PATH).head(160).to_file(tmp_path / "thieu.geojson")
    return tmp_path / "thieu.geojson"


def test_a_good_file_is_imported_and_in_force(good_file: Path):
    report = answer("import", good_file)
    assert (report["status"], report["communes_count"], report["findings"]) == ("accepted", 166, [])
    status = answer("status")
    assert (status["layer_id"], status["source"]) == (report["layer_id"], "imported")
    assert status["bytes_count"] == report["bytes_count"] < 100_000


def test_a_refused_file_ends_with_code_1_and_its_findings(bad_file: Path):
    report = answer("import", bad_file, exit_code=1)
    assert (report["status"], report["layer_id"], len(report["missing"])) == ("rejected", None, 6)
    (finding,) = report["findings"]
    assert list(finding) == ["rule", "severity", "message", "value", "suggestion"]
    assert answer("status")["is_schematic"]


def test_a_file_that_is_not_there_is_wrong_use(tmp_path: Path):
    for arguments in (["import", tmp_path / "nowhere.shp"], ["import"], ["import", tmp_path]):
        assert run(*arguments).exit_code == 2


def test_people_read_vietnamese(good_file: Path, bad_file: Path):
    accepted = run("import", good_file).stdout
    assert "Đã đưa vào dùng lớp ranh giới “ranh_gioi.gpkg”" in accepted
    assert "166 xã, phường" in accepted
    refused = run("import", bad_file).stdout
    assert "Từ chối lớp ranh giới “thieu.geojson”; không thay đổi gì." in refused
    assert "Lỗi: Thiếu 6 xã, phường" in refused


def test_a_download_without_a_network_is_refused_at_once():
    report = answer("download", "--source", NOWHERE, exit_code=1)
    assert (report["status"], report["source"]) == ("rejected", "public")
    assert report["findings"][0]["rule"] == "layer_download_failed"


def test_an_address_that_is_not_http_is_wrong_use():
    assert run("download", "--source", "ftp://127.0.0.1/wards").exit_code == 2


def test_the_status_of_an_empty_home_is_the_schematic_layer(home: Path):
    status = answer("status")
    assert status["is_schematic"]
    assert status["communes_count"] == 166
    assert status["first_start"] is None
    assert [it["layer_id"] for it in status["publications"]] == [status["layer_id"]]
    assert "không phải địa giới hành chính" in run("status").stdout


def test_an_open_database_is_told_apart(home: Path, monkeypatch: pytest.MonkeyPatch):
    import subprocess
    import sys

    store = open_store(home)
    code = "from dashboard.cli.boundaries import app; app(['status'])"
    ended = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=False)
    store.close()
    assert ended.returncode == 2
    assert "đang được chương trình khác sử dụng" in ended.stderr
