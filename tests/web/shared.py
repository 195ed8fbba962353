"""The app as several people share it: a sign-in set up, accounts of every role, and browsers that are in."""

from collections.abc import Iterator

import pytest

from dashboard.access.accounts import Wanted, account_draft
from dashboard.access.roles import Role
from dashboard.access.sessions import Place, new_session
from dashboard.settings import settings
from dashboard.store.database import Store
from dashboard.store.decisions import decide, decide_all

NOBODY = "nobody"
ACCOUNTS = {
    Role.LEADER: Wanted("lanh-dao", ("leader",)),
    Role.OFFICER: Wanted("chuyen-vien", ("officer",), "Nguyễn Thị Lan"),
    Role.CARRIER: Wanted("viettel-th", ("carrier",), carrier_code="viettel"),
    Role.COMMUNE: Wanted("ham-rong", ("commune",), commune_code="14758"),
    Role.ADMINISTRATOR: Wanted("quan-tri", ("administrator",)),
}
SIGN_IN = {
    "DASHBOARD_PUBLIC_URL": "http://localhost:8501",
    "DASHBOARD_OIDC_METADATA_URL": "http://localhost:1/.well-known/openid-configuration",
    "DASHBOARD_OIDC_CLIENT_ID": "dashboard",
    "DASHBOARD_OIDC_CLIENT_SECRET": "bi-mat",
}


@pytest.fixture(name="shared")
def shared_settings(monkeypatch: pytest.MonkeyPatch) -> Iterator[None]:
    """A sign-in is set up."""
    for name, value in SIGN_IN.items():
        monkeypatch.setenv(name, value)
    settings.cache_clear()
    yield
    for name in SIGN_IN:
        monkeypatch.delenv(name, raising=False)
    settings.cache_clear()


def make_accounts(store: Store) -> None:
    """One account of each role."""
    decide_all(store, tuple(account_draft(wanted, "test") for wanted in ACCOUNTS.values()))


def signed_in_as(store: Store, role: Role | str) -> dict[str, str]:
    """Cookies of a browser in which an account of this role is signed in; none of somebody unknown."""
    if role == NOBODY:
        return {}
    secret, draft = new_session(ACCOUNTS[Role(role)].name, Place("127.0.0.1", "test"))
    decide(store, draft)
    return {"phien": secret}
