"""Assets: named by their content, kept for ever, and asking nobody else for anything."""

import gzip
import json
import posixpath
import re
from pathlib import Path

import pytest
from starlette.testclient import TestClient

import dashboard.web
from dashboard.web.assets import EMPTY_TOPOLOGY, FOREVER, MEDIA_TYPES, assets, assets_url, assets_version

BOARD = Path(dashboard.web.__file__).parent / "board"
HOST = re.compile(r"(?:https?:)?//(?:www\.)?([a-z0-9-]+(?:\.[a-z0-9-]+)+)", re.IGNORECASE)
NAMESPACES = {"w3.org"}  # names of vocabularies; nothing is fetched from there


@pytest.mark.parametrize("path", sorted(BOARD.iterdir()), ids=lambda path: path.name)
def test_every_file_of_the_board_is_served_as_it_is(path: Path, client: TestClient):
    answer = client.get(assets_url() + path.name)
    assert answer.content == path.read_bytes()
    assert answer.headers["content-type"].split(";")[0] == MEDIA_TYPES[path.suffix]
    assert answer.headers["content-encoding"] == "gzip"
    assert answer.headers["cache-control"] == FOREVER


def test_an_unknown_name_or_version_is_not_found(client: TestClient):
    assert client.get(assets_url() + "nothing.js").status_code == 404
    assert client.get("/assets/000000000000/board.js").status_code == 404
    assert client.get(assets_url() + "../payload.py").status_code == 404


def test_the_version_changes_with_any_content(monkeypatch: pytest.MonkeyPatch):
    before = assets_version()
    changed = dict(assets())
    changed["board.css"] = type(changed["board.css"])(gzip.compress(b"b{}"), "text/css")
    monkeypatch.setattr("dashboard.web.assets.assets", lambda: changed)
    assert assets_version.__wrapped__() != before


def test_packing_gives_the_same_bytes_on_every_machine():
    assets.cache_clear()
    first = {name: asset.packed for name, asset in assets().items()}
    assets.cache_clear()
    assert {name: asset.packed for name, asset in assets().items()} == first


def test_the_base_map_of_plotly_is_ours_and_empty(client: TestClient):
    topology = client.get(assets_url() + "world_110m.json").json()
    assert topology == json.loads(json.dumps(EMPTY_TOPOLOGY))
    assert not any(layer["geometries"] for layer in topology["objects"].values())


@pytest.mark.parametrize("name", sorted(set(assets()) - {"plotly.min.js"}))
def test_our_modules_name_no_other_host(name: str):
    text = gzip.decompress(assets()[name].packed).decode()
    assert {host.removeprefix("www.") for host in HOST.findall(text)} <= NAMESPACES


@pytest.mark.parametrize(
    "name", sorted(name for name in assets() if name.endswith(".js") and name != "plotly.min.js")
)
def test_every_import_of_a_module_is_an_asset(name: str):
    text = gzip.decompress(assets()[name].packed).decode()
    imported = re.findall(r'(?:from |import\()"([^"]+)"', text)
    assert {posixpath.normpath(posixpath.join(posixpath.dirname(name), each)) for each in imported} <= set(
        assets()
    )
