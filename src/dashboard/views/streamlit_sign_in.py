"""Streamlit's sign-in (st.login) as the gate uses it. The only place that knows its private parts.

st.login() itself would need the page's script to run for somebody unknown. So the gate sends the browser to
the address that st.login() sends it to, and reads the signed cookie that comes of it. Streamlit is pinned,
and tests/browser/test_sign_in.py goes this way with a real sign-in.
"""

import json
from collections.abc import Mapping
from typing import Any
from urllib.parse import quote

from streamlit.auth_util import encode_provider_token
from streamlit.web.server.starlette.starlette_server_config import USER_COOKIE_NAME
from streamlit.web.server.starlette.starlette_websocket import _get_signed_cookie_with_chunks

from dashboard.web.callback import Provider

LOGIN = "/auth/login"
DEFAULT = "default"  # Streamlit's name for the provider that stands directly in [auth]


def streamlit_sign_in() -> Provider:
    """The sign-in set up by our settings, as Streamlit runs it."""
    return Provider(start_address, claims_in)


def start_address() -> str:
    """Where a browser begins to sign in, good for two minutes."""
    return f"{LOGIN}?provider={quote(encode_provider_token(DEFAULT))}"


def claims_in(cookies: Mapping[str, str]) -> Mapping[str, Any] | None:
    """What the sign-in said of who these cookies are of; None for none, or a wrong signature."""
    signed = _get_signed_cookie_with_chunks(dict(cookies), USER_COOKIE_NAME)
    claims = json.loads(signed) if signed else None
    return claims if isinstance(claims, dict) else None
