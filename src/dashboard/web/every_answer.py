"""What every answer tells a browser, whoever gives it: routes, Streamlit, a refusal, or a fault.

Security headers and the content policy; behind TLS also Secure at every cookie and Strict-Transport-Security.
"""

from starlette.datastructures import MutableHeaders
from starlette.responses import PlainTextResponse
from starlette.types import ASGIApp, Message, Receive, Scope, Send

from dashboard.web.content_policy import content_policy
from dashboard.web.secure_cookies import secured

ON_EVERY_ANSWER = {
    "X-Content-Type-Options": "nosniff",
    "X-Frame-Options": "SAMEORIGIN",  # nobody's page lays this one under a button of its own
    "Cross-Origin-Resource-Policy": "same-origin",
    "Referrer-Policy": "same-origin",
}
FAULT = "Máy chủ gặp lỗi khi trả lời. Hãy thử lại; nếu vẫn lỗi, báo người quản trị kèm mã X-Request-ID."


class EveryAnswer:
    """ASGI middleware in front of all that answer."""

    def __init__(self, app: ASGIApp) -> None:
        self.app = app

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Pass a request on; its answer, and that to a fault, is marked. A fault is raised all the same."""
        marking = _Marking(secured(send))
        try:
            await self.app(scope, receive, marking.send)
        except Exception:
            if scope["type"] == "http" and not marking.has_begun:
                # Starlette's own answer to a fault is given outside of every middleware: without headers.
                await PlainTextResponse(FAULT, 500)(scope, receive, marking.send)
            raise


class _Marking:
    def __init__(self, send: Send) -> None:
        self.onward = send
        self.has_begun = False

    async def send(self, message: Message) -> None:
        if message["type"] == "http.response.start":
            self.has_begun = True
            headers = MutableHeaders(raw=list(message["headers"]))
            for name, value in ON_EVERY_ANSWER.items():
                headers.setdefault(name, value)
            headers.setdefault("Content-Security-Policy", content_policy())
            message = {**message, "headers": headers.raw}
        await self.onward(message)
