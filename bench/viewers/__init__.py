"""Readers without a browser, so that twenty of them fit beside the server on a small machine."""

from collections.abc import Callable
from typing import Protocol

from bench.apps import DASH_SVG, DASH_WEBGL, OURS, App
from bench.viewers.board import BoardViewer
from bench.viewers.dash import DashViewer


class Viewer(Protocol):
    """A reader of one app."""

    def show(self, step: int) -> None:
        """Ask the question of that number and come back when the whole answer has arrived."""
        ...

    def leave(self) -> None:
        """Close the page."""
        ...


VIEWERS: dict[App, Callable[[str], Viewer]] = {
    OURS: BoardViewer,
    DASH_WEBGL: DashViewer,
    DASH_SVG: DashViewer,
}


def viewer(app: App, url: str) -> Viewer:
    """A new reader who has just opened the app at `url`."""
    return VIEWERS[app](url)
