"""Viewers at work: each asks what nobody else asks, and one without an answer is no fast one."""

import time

import pytest

from bench.crowd import act_together


class Asking:
    def __init__(self) -> None:
        self.steps: list[int] = []

    def show(self, step: int) -> None:
        self.steps.append(step)

    def leave(self) -> None: ...


class Unanswered(Asking):
    def show(self, step: int) -> None:
        raise ConnectionError(step)


def test_every_viewer_asks_its_own_questions():
    viewers = [Asking() for _ in range(4)]
    end = time.monotonic() + 0.3
    times = act_together(viewers, 0.1, lambda due: due >= end)
    asked = [step for each in viewers for step in each.steps]
    assert all(each.steps for each in viewers)
    assert len(times) == len(asked) == len(set(asked))


def test_a_viewer_without_an_answer_is_told():
    end = time.monotonic() + 0.2
    with pytest.raises(ConnectionError):
        act_together([Asking(), Unanswered()], 0.1, lambda due: due >= end)
