"""Cookies as they leave the app: kept to TLS where browsers come by it, whoever sets them."""

from starlette.types import Message, Send

from dashboard.access.sign_in import sign_in


def secured(send: Send) -> Send:
    """`send` with Secure at every cookie and Strict-Transport-Security, where the app is reached by https."""
    given = sign_in()
    if given is None or not given.is_secure:
        return send

    async def send_secured(message: Message) -> None:
        if message["type"] in ("http.response.start", "websocket.accept"):
            headers = [(name, _secured(name, value)) for name, value in message.get("headers", ())]
            headers.append((b"strict-transport-security", b"max-age=31536000"))
            message = {**message, "headers": headers}
        await send(message)

    return send_secured


def _secured(name: bytes, value: bytes) -> bytes:
    is_plain = name.lower() == b"set-cookie" and b"; secure" not in value.lower()
    return value + b"; Secure" if is_plain else value
