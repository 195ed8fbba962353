"""The one open store of the process, and its first start."""

import json
import threading
from pathlib import Path

import pytest

from dashboard.measures import rounds
from dashboard.settings import settings
from dashboard.store.database import Store
from dashboard.web import live as live_module
from dashboard.web.live import FirstStart, live


def test_a_home_is_opened_once_however_many_ask(empty: Store):
    found: list[Store] = []
    threads = [threading.Thread(target=lambda: found.append(live().store)) for _ in range(8)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    assert all(store is empty for store in found)


def test_an_empty_home_stays_empty_where_the_demo_is_switched_off(empty: Store):
    assert not live().first_start.is_running
    assert rounds(empty.reader()) == ()


def test_a_home_with_figures_is_left_alone(filled: Store, monkeypatch: pytest.MonkeyPatch, home: Path):
    monkeypatch.setenv("DASHBOARD_FIRST_START_DEMO", "true")
    settings.cache_clear()
    before = rounds(filled.reader())
    live_module._open.cache_clear()
    filled.close()
    reopened = live()
    assert not reopened.first_start.is_running
    assert rounds(reopened.store.reader()) == before
    reopened.store.close()


def test_a_first_start_that_fails_says_what_stopped_it(empty: Store, monkeypatch: pytest.MonkeyPatch):
    def refuse(*_: object, **__: object) -> None:
        raise OSError(28, "No space left on device")

    monkeypatch.setattr(live_module, "run_demonstration", refuse)
    monkeypatch.setattr(threading, "excepthook", lambda _: None)
    start = FirstStart()
    start.begin(empty)
    assert start._thread is not None
    start._thread.join(60)
    assert not start.is_running
    assert start.error is not None
    assert "No space left on device" in start.error


def test_what_a_crash_left_half_done_is_mended_at_the_start(filled: Store, home: Path):
    """A line in the journal whose file the database lacks, as a kill leaves it."""
    lines = (home / "journal.jsonl").read_text(encoding="utf-8").splitlines()
    taken_in = [json.loads(line) for line in lines]
    assert len(taken_in) == 10
    filled.close()
    (home / "dashboard.duckdb").unlink()
    live_module._open.cache_clear()
    mended = live().store
    assert len(rounds(mended.reader())) == 3
    mended.close()
