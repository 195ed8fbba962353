"""How the app runs: for one person at this machine, or shared, with a sign-in. Read from the settings."""

import ipaddress
import os
import secrets
from dataclasses import dataclass
from pathlib import Path
from typing import Any
from urllib.parse import urlsplit

from dashboard.paths import home
from dashboard.settings import Settings, settings

CALLBACK = "/oauth2callback"  # Streamlit's, and the address to be allowed at the sign-in
SECRET_NAME = "cookie-secret"
SECRET_BYTES = 32
NEEDED = ("public_url", "oidc_metadata_url", "oidc_client_id", "oidc_client_secret")


class SignInError(ValueError):
    """A sign-in that is set up in part or cannot be safe; says why, in Vietnamese."""


@dataclass(frozen=True)
class SignIn:
    """A sign-in as it is set up; `is_secure` where browsers come by TLS."""

    public_url: str
    metadata_url: str
    client_id: str
    client_secret: str
    claim: str

    @property
    def is_secure(self) -> bool:
        """Whether browsers come by https, so that cookies may be kept to that."""
        return self.public_url.startswith("https://")

    def secrets(self) -> dict[str, Any]:
        """What Streamlit's sign-in (st.login) reads as [auth]."""
        return {
            "auth": {
                "redirect_uri": self.public_url + CALLBACK,
                "cookie_secret": cookie_secret(home()),
                "client_id": self.client_id,
                "client_secret": self.client_secret,
                "server_metadata_url": self.metadata_url,
            }
        }


def sign_in() -> SignIn | None:
    """The sign-in that is set up; None where none is: the app then serves this machine alone.

    Raises SignInError where it is set up in part, or by http to another machine.
    """
    return _read(settings())


def is_shared() -> bool:
    """Whether several people come, each with an account."""
    return any(_text(getattr(settings(), name)) for name in NEEDED)


def check_address(address: str | None) -> None:
    """Raises SignInError for an address (of the server's setting; None: every one) that others can reach
    while no sign-in is set up."""
    if sign_in() is None and not is_loopback(address):
        where = address or "mọi địa chỉ"
        raise SignInError(
            f"Chưa cấu hình đăng nhập nên ứng dụng chỉ chạy ở 127.0.0.1, không chạy ở {where}. "
            "Xem docs/guide/13-dang-nhap.md, hoặc đặt --server.address=127.0.0.1."
        )


def is_loopback(address: str | None) -> bool:
    """Whether only this machine can be meant by an address or a name."""
    name = (address or "").strip("[]").rstrip(".").lower()
    try:
        found = ipaddress.ip_address(name)
    except ValueError:
        return name == "localhost" or name.endswith(".localhost")
    mapped = getattr(found, "ipv4_mapped", None)
    return (mapped or found).is_loopback


def cookie_secret(folder: Path) -> str:
    """What cookies are signed with: made once, kept in the home folder where only its owner can read it."""
    path = folder / SECRET_NAME
    if not path.exists():
        folder.mkdir(parents=True, exist_ok=True)
        try:
            handle = os.open(path, os.O_WRONLY | os.O_CREAT | os.O_EXCL, 0o600)
        except FileExistsError:
            return path.read_text(encoding="ascii")
        with os.fdopen(handle, "w", encoding="ascii") as file:
            file.write(secrets.token_hex(SECRET_BYTES))
    return path.read_text(encoding="ascii")


def _read(given: Settings) -> SignIn | None:
    values = {name: _text(getattr(given, name)) for name in NEEDED}
    if not any(values.values()):
        return None
    if lacking := [f"DASHBOARD_{name.upper()}" for name, value in values.items() if not value]:
        raise SignInError(f"Đăng nhập mới cấu hình một phần, còn thiếu: {', '.join(lacking)}.")
    for name in ("public_url", "oidc_metadata_url"):
        address = urlsplit(values[name])
        if address.scheme != "https" and not (address.scheme == "http" and is_loopback(address.hostname)):
            raise SignInError(f"DASHBOARD_{name.upper()} phải bắt đầu bằng https://")
    return SignIn(
        values["public_url"].rstrip("/"),
        values["oidc_metadata_url"],
        values["oidc_client_id"],
        values["oidc_client_secret"],
        given.oidc_claim,
    )


def _text(value: Any) -> str:
    return str(value.get_secret_value() if hasattr(value, "get_secret_value") else value).strip()
