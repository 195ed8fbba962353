"""Answers that are somebody's: kept by their own browser, for their own session, and by no proxy.

Figures, polygons and contexts have names that change with their content, so browsers keep them for a year.
Behind a sign-in that would hand them past the gate to whoever uses the browser next.
"""

from starlette.datastructures import MutableHeaders
from starlette.types import Message, Send

WITHOUT_DATA = ("/static/", "/component/", "/_stcore/")  # the bundle, code and small talk of Streamlit


def kept_private(send: Send, path: str) -> Send:
    """`send` with "private" for "public" and "Vary: Cookie", where what answers may hold data."""
    if path.startswith(WITHOUT_DATA):
        return send

    async def send_private(message: Message) -> None:
        if message["type"] == "http.response.start":
            headers = MutableHeaders(raw=list(message["headers"]))
            if kept := headers.get("cache-control"):
                headers["cache-control"] = kept.replace("public", "private")
            headers.add_vary_header("Cookie")
            message = {**message, "headers": headers.raw}
        await send(message)

    return send_private
