"""The warm-up: the overview's first answer is there before somebody asks."""

import logging

import pytest

from dashboard.store.database import Store
from dashboard.web import warm
from dashboard.web.board_payload import _payload, board_payload
from dashboard.web.state import selection_in
from dashboard.web.warm import WarmUp


def warmed(store: Store) -> None:
    it = WarmUp(store)
    it.start()
    it.stop()


def test_the_overviews_answer_is_kept(filled: Store):
    _payload.cache_clear()
    warmed(filled)
    assert _payload.cache_info().currsize == 1
    selection = selection_in({}, filled)
    assert selection is not None
    board_payload(selection, "overview", filled)
    assert _payload.cache_info().hits == 1


def test_an_empty_folder_is_left_alone(empty: Store):
    _payload.cache_clear()
    warmed(empty)
    assert _payload.cache_info().misses == 0


def test_a_fault_ends_nothing(
    filled: Store, monkeypatch: pytest.MonkeyPatch, caplog: pytest.LogCaptureFixture
):
    def faulty(*_: object) -> bytes:
        raise ValueError("no layer")

    monkeypatch.setattr(warm, "board_payload", faulty)
    with caplog.at_level(logging.ERROR):
        warmed(filled)
    assert "nothing was read ahead" in caplog.text
