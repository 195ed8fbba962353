"""How much who may send."""

import pytest

from dashboard.intake.reading.limits import MIB
from dashboard.settings import settings
from dashboard.web.api.allowance import HOUR, MOST_ADDRESSES, MOST_AT_ONCE, MOST_WRONG_TOKENS, Allowance
from dashboard.web.api.refusal import RefusedError


class Clock:
    """A clock that stands still until it is set forward."""

    at = 1000.0

    def __call__(self) -> float:
        return self.at


@pytest.fixture
def clock() -> Clock:
    return Clock()


@pytest.fixture
def allowance(clock: Clock) -> Allowance:
    return Allowance(clock)


def send(allowance: Allowance, key: str = "a", size_bytes: int = 1) -> None:
    with allowance.sending(key):
        allowance.received(key, size_bytes)


def wait_of(refused: pytest.ExceptionInfo[RefusedError]) -> int:
    return int(refused.value.headers["Retry-After"])


def test_so_many_files_an_hour_and_then_the_time_to_wait(allowance: Allowance, clock: Clock):
    for _ in range(settings().api_files_per_hour):
        send(allowance)
    with pytest.raises(RefusedError) as refused:
        send(allowance)
    assert wait_of(refused) == HOUR
    send(allowance, "another")
    clock.at += HOUR + 1
    send(allowance)


def test_so_many_bytes_a_day(allowance: Allowance, clock: Clock):
    send(allowance, size_bytes=settings().api_mib_per_day * MIB)
    with pytest.raises(RefusedError) as refused:
        send(allowance)
    assert wait_of(refused) == 24 * HOUR
    clock.at += 24 * HOUR + 1
    send(allowance)


def test_one_file_of_a_token_at_a_time_and_few_of_all(allowance: Allowance):
    with allowance.sending("a"), pytest.raises(RefusedError):
        send(allowance)
    send(allowance)
    open_ones = [allowance.sending(str(number)) for number in range(MOST_AT_ONCE)]
    for one in open_ones:
        one.__enter__()
    with pytest.raises(RefusedError):
        send(allowance)
    for one in open_ones:
        one.__exit__(None, None, None)
    send(allowance)


def test_a_file_that_fails_on_the_way_counts_and_frees_its_place(allowance: Allowance):
    with pytest.raises(OSError, match="gone"), allowance.sending("a"):
        raise OSError("gone")
    send(allowance)


def test_wrong_tokens_from_one_address_are_answered_so_often_only(allowance: Allowance, clock: Clock):
    for _ in range(MOST_WRONG_TOKENS):
        allowance.wrong_token("1")
    with pytest.raises(RefusedError):
        allowance.wrong_token("1")
    allowance.wrong_token("2")
    clock.at += HOUR + 1
    allowance.wrong_token("1")


def test_what_is_remembered_of_strangers_is_bounded(allowance: Allowance):
    for number in range(MOST_ADDRESSES + 50):
        allowance.wrong_token(str(number))
    assert len(allowance._wrong) == MOST_ADDRESSES
