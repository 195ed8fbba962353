"""Which files Streamlit's messages tell of and ask for: with streamlit_sign_in.py its only private parts.

Only fields that hold an address and nothing else are read, so that words of somebody's that look like the
address of a file give nobody that file.
"""

from collections.abc import Iterator

from google.protobuf.message import DecodeError, Message
from streamlit.proto.BackMsg_pb2 import BackMsg
from streamlit.proto.ForwardMsg_pb2 import ForwardMsg

from dashboard.web.given_files import MEDIA, Talk, name_in

ADDRESSES = {"url", "image", "icon_image", "favicon"}  # of buttons and answers to them, the logo, the page


def streamlit_files() -> Talk:
    """How Streamlit talks of files."""
    return Talk(told_in, asked_in)


def told_in(content: bytes) -> tuple[str, ...]:
    """Names in a message to a browser: files, buttons whose file is made when they are pressed, its page."""
    try:
        message = ForwardMsg.FromString(content)
    except DecodeError:
        return ()
    button = str(message.delta.new_element.download_button.deferred_file_id)
    page = str(message.new_session.initialize.session_id)
    names = _names(message) if MEDIA.encode() in content else ()
    return tuple(name for name in (button, page, *names) if name)


def asked_in(content: bytes) -> str:
    """The button whose file a message from a browser asks for; "" for any other message."""
    try:
        return str(BackMsg.FromString(content).backend_operation_request.deferred_file.file_id)
    except DecodeError:
        return ""


def _names(message: Message) -> Iterator[str]:
    for field, value in message.ListFields():
        if field.message_type is not None and not field.message_type.GetOptions().map_entry:
            several = [value] if isinstance(value, Message) else value
            for inner in several:
                yield from _names(inner)
        elif field.name in ADDRESSES and isinstance(value, str):
            yield name_in(value)
