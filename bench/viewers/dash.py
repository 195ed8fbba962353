"""What Dash's page sends when its slider moves."""

import http.client
import json
from urllib.parse import urlsplit

from bench.year import ROUNDS_COUNT

HEADERS = {"Content-Type": "application/json"}


class DashViewer:
    """A reader of bench.peers.dash_patch, over one kept connection."""

    def __init__(self, url: str) -> None:
        self.connection = http.client.HTTPConnection(urlsplit(url).netloc, timeout=60)
        self.connection.connect()

    def show(self, step: int) -> None:
        """Ask for a week and read the whole answer. Raises ConnectionError for any other answer than 200."""
        week = 1 + step % ROUNDS_COUNT
        change = {
            "output": "map.figure",
            "outputs": {"id": "map", "property": "figure"},
            "inputs": [{"id": "week", "property": "value", "value": week}],
            "changedPropIds": ["week.value"],
        }
        self.connection.request("POST", "/_dash-update-component", json.dumps(change), HEADERS)
        answer = self.connection.getresponse()
        body = answer.read()
        if answer.status != http.client.OK:
            raise ConnectionError(f"{answer.status}: {body[:200]!r}")

    def leave(self) -> None:
        """Close the connection."""
        self.connection.close()
