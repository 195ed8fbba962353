"""How the app may run: at this machine, or shared with a sign-in that is whole and safe."""

import stat
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest

from dashboard.access.sign_in import (
    SignInError,
    check_address,
    cookie_secret,
    is_loopback,
    is_shared,
    sign_in,
)
from dashboard.settings import settings

WHOLE = {
    "PUBLIC_URL": "https://thue-bao.example/",
    "OIDC_METADATA_URL": "https://sso.example/.well-known/openid-configuration",
    "OIDC_CLIENT_ID": "dashboard",
    "OIDC_CLIENT_SECRET": "bi-mat",
}
SetUp = Callable[[dict[str, str]], None]


@pytest.fixture
def set_up(monkeypatch: pytest.MonkeyPatch) -> Iterator[SetUp]:
    """Settings as an operator gives them."""

    def put(values: dict[str, str]) -> None:
        for name, value in values.items():
            monkeypatch.setenv(f"DASHBOARD_{name}", value)
        settings.cache_clear()

    yield put
    for name in WHOLE:
        monkeypatch.delenv(f"DASHBOARD_{name}", raising=False)
    settings.cache_clear()


def test_without_a_sign_in_only_this_machine_is_served(set_up: SetUp):
    set_up({})
    assert (sign_in(), is_shared()) == (None, False)
    for address in ("127.0.0.1", "localhost", "::1", "127.3.2.1"):
        check_address(address)
    for address in ("0.0.0.0", "", None, "192.168.1.5", "::", "may-chu.example"):
        with pytest.raises(SignInError, match="Chưa cấu hình đăng nhập"):
            check_address(address)


def test_with_a_sign_in_every_address_is_served_and_streamlit_is_told(set_up: SetUp, home: Path):
    set_up(WHOLE)
    check_address("0.0.0.0")
    given = sign_in()
    assert given is not None
    assert given.is_secure
    told = given.secrets()["auth"]
    assert told["redirect_uri"] == "https://thue-bao.example/oauth2callback"
    assert told["cookie_secret"] == cookie_secret(home)
    assert "bi-mat" not in repr(settings())


@pytest.mark.parametrize("missing", WHOLE)
def test_a_sign_in_in_part_is_refused_and_never_taken_for_none(set_up: SetUp, missing: str):
    set_up({name: value for name, value in WHOLE.items() if name != missing})
    assert is_shared()
    with pytest.raises(SignInError, match=f"DASHBOARD_{missing}"):
        check_address("127.0.0.1")


@pytest.mark.parametrize("name", ["PUBLIC_URL", "OIDC_METADATA_URL"])
def test_without_tls_only_this_machine_can_be_meant(set_up: SetUp, name: str):
    set_up(WHOLE | {name: "http://thue-bao.example"})
    with pytest.raises(SignInError, match="https"):
        sign_in()
    set_up(WHOLE | {name: "http://localhost:8501"})
    assert sign_in() is not None


def test_the_secret_is_made_once_for_its_owner_alone(home: Path):
    made = cookie_secret(home)
    assert (len(made), cookie_secret(home)) == (64, made)
    assert stat.S_IMODE((home / "cookie-secret").stat().st_mode) == 0o600


def test_what_is_of_this_machine():
    assert all(map(is_loopback, ("127.0.0.1", "[::1]", "::ffff:127.0.0.1", "LOCALHOST.", "a.localhost")))
    assert not any(map(is_loopback, ("10.0.0.1", "::ffff:10.0.0.1", "localhost.example", "testclient", None)))
