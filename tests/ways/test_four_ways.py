"""Every example by page, command line, drop folder and HTTP: the same receipts, the same figures."""

import json
import os
import re
import subprocess
import sys
import time
from collections.abc import Callable, Iterator, Mapping
from contextlib import contextmanager
from functools import partial
from pathlib import Path
from typing import Any

import pyarrow as pa
import pytest
import requests
from streamlit.testing.v1 import AppTest

from bench.serving import Server
from dashboard.intake.tokens import new_token
from dashboard.reference.carriers import carrier_by_code
from dashboard.settings import settings
from dashboard.store.database import Store, open_store
from dashboard.store.decisions import decide
from dashboard.store.questions import ask
from dashboard.web.live import live
from tests.browser.conftest import app_on
from tests.conftest import EXAMPLES_DIR
from tests.pages.conftest import navigation

FILES_COUNT = 32
OF_THE_ACT = {"received_at", "taken_in_by", "way", "submission", "version"}
OF_THE_EARLIER_ACT = {"received_at", "submission"}
TIMES = re.compile(r"\d\d:\d\d ngày \d\d/\d\d/\d{4}")
PATIENCE_SECONDS = 240

Files = Mapping[str, Path]
Receipts = Mapping[str, Mapping[str, Any]]


def examples_by_name() -> Files:
    """Good and bad examples in the order of coming; the names of bad ones say carrier and round too."""
    good = {path.name: path for path in sorted(EXAMPLES_DIR.glob("*_2026-*"))}
    expected = json.loads((EXAMPLES_DIR / "bad" / "expected.json").read_text(encoding="utf-8"))
    bad = {
        f"{it['carrier']}_{it['week']}_{name}": EXAMPLES_DIR / "bad" / name for name, it in expected.items()
    }
    return good | bad


def carrier_of(name: str) -> str:
    return name.split("_", maxsplit=1)[0]


def plain(receipt: Mapping[str, Any]) -> dict[str, Any]:
    """A receipt without its time, its way and its number among all acts."""
    kept = {name: said for name, said in receipt.items() if name not in OF_THE_ACT}
    if kept["compared"]:
        earlier = kept["compared"].items()
        kept["compared"] = {name: said for name, said in earlier if name not in OF_THE_EARLIER_ACT}
    shown = TIMES.sub("…", json.dumps(kept, ensure_ascii=False))
    return dict(json.loads(shown))


def figures_in(store: Store) -> pa.Table:
    """All figures by what they are of; without which act they came by."""
    stored = ask(store.reader(), "intake/everything_taken_in")
    return stored.drop_columns(["submission_id", "received_at"]).sort_by(
        [(name, "ascending") for name in ("carrier_code", "round_on", "sha256", "commune_code")]
    )


@contextmanager
def closed_store(home: Path) -> Iterator[Store]:
    store = open_store(home)
    yield store
    store.close()


def by_command(files: Files, home: Path, folder: Path) -> Receipts:
    """All in one call, while the app runs."""
    named = [folder / name for name in files]
    for path, original in zip(named, files.values(), strict=True):
        path.write_bytes(original.read_bytes())
    with app_on(home):
        done = subprocess.run(
            [sys.executable, "-m", "dashboard", "ingest", *map(str, named), "--json"],
            capture_output=True,
            env=os.environ | {"DASHBOARD_HOME": str(home)},
            check=False,
        )
    assert done.returncode == 1, done.stderr.decode()
    return {receipt["file"]: receipt for receipt in json.loads(done.stdout)["files"]}


def by_http(files: Files, home: Path, _folder: Path) -> Receipts:
    """Each with its carrier's token, to the running app."""
    with closed_store(home) as store:
        made = {code: new_token(code, "test") for code in carrier_by_code()}
        for _, draft in made.values():
            decide(store, draft)
    with app_on(home) as server:
        return {name: _posted(server, made[carrier_of(name)][0], name, path) for name, path in files.items()}


def _posted(server: Server, token: str, name: str, path: Path) -> dict[str, Any]:
    answer = requests.post(
        f"{server.url}/api/v1/reports",
        files={"file": (name, path.read_bytes())},
        headers={"Authorization": f"Bearer {token}"},
        timeout=PATIENCE_SECONDS,
    )
    receipt: dict[str, Any] = answer.json()
    assert answer.status_code == {"rejected": 422, "duplicate": 409}.get(receipt["status"], 201)
    return receipt


def by_folder(files: Files, home: Path, _folder: Path) -> Receipts:
    """Each into its carrier's folder; times in the order of coming, since the folder has no other order."""
    with app_on(home):
        for at, (name, original) in enumerate(files.items()):
            path = home / "inbox" / carrier_of(name) / f".{name}"
            path.parent.mkdir(parents=True, exist_ok=True)
            path.write_bytes(original.read_bytes())
            os.utime(path, (at + 1, at + 1))
        for waiting in list((home / "inbox").rglob(".*")):
            waiting.rename(waiting.with_name(waiting.name[1:]))
        deadline = time.monotonic() + PATIENCE_SECONDS
        while list((home / "inbox").glob("*/*")) and time.monotonic() < deadline:
            time.sleep(0.1)
    found = [*(home / "done").glob("*/*.json"), *(home / "refused").glob("*/*.json")]
    receipts = [json.loads(path.read_text(encoding="utf-8")) for path in found]
    return {receipt["file"]: receipt for receipt in receipts}


def by_page(files: Files, _home: Path, _folder: Path) -> Receipts:
    """One after the other, confirmed where the page offers it; over this process's own home."""
    page = AppTest.from_string(navigation("reports"), default_timeout=PATIENCE_SECONDS).run()
    return {name: _shown(page, name, path) for name, path in files.items()}


def _shown(page: AppTest, name: str, path: Path) -> dict[str, Any]:
    page.file_uploader[0].set_value([(name, path.read_bytes(), "application/octet-stream")]).run()
    assert not page.exception
    receipt = list(page.session_state["examined"].values())[-1].receipt
    offered = [button for button in page.button if button.label.startswith("Nhận")]
    assert bool(offered) == receipt.status.is_accepted
    if offered:
        offered[0].click().run()
        (receipt,) = page.session_state["taken_receipts"]
    shown: dict[str, Any] = json.loads(json.dumps(receipt.as_json()))
    return shown


@pytest.fixture
def without_demo(monkeypatch: pytest.MonkeyPatch) -> Iterator[None]:
    monkeypatch.setenv("DASHBOARD_FIRST_START_DEMO", "false")
    settings.cache_clear()
    yield
    settings.cache_clear()


@pytest.mark.usefixtures("without_demo")
def test_every_example_comes_to_the_same_by_each_of_the_four_ways(home: Path, tmp_path: Path):
    files = examples_by_name()
    assert len(files) == FILES_COUNT
    on_page = by_page(files, home, tmp_path)
    figures = figures_in(live().store)
    live().store.close()
    assert {receipt["file"] for receipt in on_page.values()} == set(files)
    ways: dict[str, Callable[[Path, Path], Receipts]] = {
        "command": partial(by_command, files),
        "http": partial(by_http, files),
        "folder": partial(by_folder, files),
    }
    for way, send in ways.items():
        own = tmp_path / way
        own.mkdir()
        receipts = send(own, tmp_path)
        assert set(receipts) == set(files), way
        for name in files:
            assert plain(receipts[name]) == plain(on_page[name]), f"{name} by {way}"
        with closed_store(own) as store:
            assert figures_in(store).equals(figures), way
    assert figures.num_rows >= 15 * 166
