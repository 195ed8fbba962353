"""What the board's page sends: a Streamlit session that stays open, and a GET for each filter change."""

import http.client
import json
from datetime import timedelta
from urllib.parse import urlsplit

from streamlit.proto.BackMsg_pb2 import BackMsg
from streamlit.proto.ClientState_pb2 import ClientState
from streamlit.proto.ForwardMsg_pb2 import ForwardMsg
from websockets.sync.client import connect
from websockets.typing import Subprotocol

from bench.year import LAST_ROUND_ON, ROUNDS_COUNT
from dashboard.reference.carriers import carriers
from dashboard.web.payload import HEADER_LENGTH_BYTES

PATIENCE_SECONDS = 60
PROTOCOL = Subprotocol("streamlit")


class NoBoardError(Exception):
    """The page came without the board: no figures, or another page."""


class BoardViewer:
    """A reader of the dashboard's overview: one session, as a browser would hold it."""

    def __init__(self, url: str) -> None:
        host = urlsplit(url).netloc
        self.socket = connect(
            f"ws://{host}/_stcore/stream", subprotocols=[Subprotocol("streamlit")], max_size=None
        )
        self.figures_path = self._open_page()
        self.connection = http.client.HTTPConnection(host, timeout=PATIENCE_SECONDS)

    def show(self, step: int) -> None:
        """The filter bar's question number `step`; up to 1,612 no two are alike, so no cache answers.

        Raises ConnectionError for any other answer than 200.
        """
        path = f"{self.figures_path}?layout=overview&{query_of(step)}"
        try:
            answer = self._answer(path)
        except (ConnectionResetError, BrokenPipeError):
            self.connection.close()  # idle longer than the server allows; browsers open another, too
            answer = self._answer(path)
        body = answer.read()
        if answer.status != http.client.OK:
            raise ConnectionError(f"{answer.status}: {body[:200]!r}")

    def leave(self) -> None:
        """Close the page."""
        self.connection.close()
        self.socket.close()

    def _answer(self, path: str) -> http.client.HTTPResponse:
        self.connection.request("GET", path)
        return self.connection.getresponse()

    def _open_page(self) -> str:
        """Run the page as a new session does; path that its board fetches figures from."""
        self.socket.send(BackMsg(rerun_script=ClientState()).SerializeToString())
        path = ""
        while True:
            message = ForwardMsg.FromString(self.socket.recv(PATIENCE_SECONDS, decode=False))
            element = message.delta.new_element
            if element.WhichOneof("type") == "bidi_component":
                path = _figures_path(element.bidi_component.bytes)
            if message.WhichOneof("type") == "script_finished":
                break
        if not path:
            raise NoBoardError("no board on the overview")
        return path


def query_of(step: int) -> str:
    """Filters number `step`: round by round, then the same with other carriers."""
    round_on = LAST_ROUND_ON - timedelta(weeks=step % ROUNDS_COUNT)
    codes = [carrier.code for carrier in carriers()]
    left_out = step // ROUNDS_COUNT % (2 ** len(codes) - 1)
    chosen = [code for bit, code in enumerate(codes) if not left_out >> bit & 1]
    return f"tuan={round_on}" + (f"&nha-mang={','.join(chosen)}" if left_out else "")


def _figures_path(payload: bytes) -> str:
    header_length = int.from_bytes(payload[:HEADER_LENGTH_BYTES], "little")
    header = json.loads(payload[HEADER_LENGTH_BYTES : HEADER_LENGTH_BYTES + header_length])
    return f"/board/{header['version']}"
