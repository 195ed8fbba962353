"""The board as a reader has it in the browser: what can be pressed, and what is to be seen.

What no page may do (ask another host, write an error to the console, throw) is noted in `trouble`.
"""

import re
from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any
from urllib.parse import urlsplit

from playwright.sync_api import ConsoleMessage, Locator, Page, Request

from bench.waiting import until
from dashboard.measures.selection import Selection
from tests.web.prepared import LAST

START = Selection(LAST)  # named in every address: which round opens by itself depends on the day
OWN_SCHEMES = ("data", "blob")  # never leave the browser
# Below a page's own path Streamlit first looks there for its server, is told 404, and then looks at the top.
LOOKED_FOR_BY_STREAMLIT = re.compile(
    r"404 .*/(ban-do|xa-phuong|phan-tich|ho-tro|bao-cao|hop)/_stcore/(health|host-config)\)$"
)
PATIENCE_MS = 15_000  # for a map on a busy machine; a page that is right answers much sooner

FILLS_JS = """() => Object.fromEntries([...document.querySelectorAll('path.choroplethlocation')]
  .map(path => [path.__data__.loc, path.style.fill]))"""
ZOOM_JS = """() => {
  const { projection, center } = document.getElementById('commune-map').layout.geo;
  const paths = [...document.querySelectorAll('path.choroplethlocation')];
  return { scale: projection.scale, center,
    drawn: Object.fromEntries(paths.slice(0, 5).map(path => [path.__data__.loc, path.getAttribute('d')])) };
}"""
INSIDE_JS = """code => {
  const paths = [...document.querySelectorAll('path.choroplethlocation')];
  const path = paths.find(one => one.__data__.loc === code);
  const { x, y, width, height } = path.getBBox(), STEPS = 24, found = [];
  for (let i = 1; i < STEPS; i++) for (let j = 1; j < STEPS; j++) {
    const point = new DOMPoint(x + width * i / STEPS, y + height * j / STEPS);
    if (path.isPointInFill(point)) found.push([Math.hypot(i - STEPS / 2, j - STEPS / 2), point]);
  }
  const at = found.sort((a, b) => a[0] - b[0])[0][1].matrixTransform(path.getScreenCTM());
  return [at.x, at.y];
}"""
OUTLINED_JS = """() => [...document.querySelectorAll('path.choroplethlocation')]
  .filter(path => path.style.stroke === 'rgb(17, 17, 17)').map(path => path.__data__.loc)"""


@dataclass(frozen=True)
class Row:
    """A line of the ranking as it reads."""

    name: str
    value: str
    second: str


class BoardPage:
    """One tab."""

    def __init__(self, page: Page, url: str) -> None:
        self.page = page
        self.url = url
        self.trouble: list[str] = []
        page.on("request", self._note_foreign)
        page.on("console", self._note_console)
        page.on("pageerror", lambda error: self._note("error", str(error), True))

    def open(self, selection: Selection = START, page: str = "") -> "BoardPage":
        """Go to a page with a map, by the address of a selection, and wait for the living map."""
        self.page.goto(f"{self.url}/{page}?{selection.as_query()}")
        self.page.wait_for_selector("#commune-map[data-alive]", timeout=PATIENCE_MS)
        self.shows(selection)
        return self

    def shows(self, selection: Selection) -> None:
        """Wait until the map is painted for this selection; the address has to say so too."""
        query = selection.as_query()
        until(
            self.page,
            "query => document.getElementById('commune-map')?.dataset.stamp?.endsWith(` ${query}`)",
            arg=query,
            patience_ms=PATIENCE_MS,
        )
        assert self.page.evaluate("location.search") == f"?{query}"

    def press(self, name: str, group: str | None = None) -> None:
        """A button of the board by what it says, or of a group of its filter bar."""
        board = self.page.locator(".board")
        within = board.get_by_role("group", name=group, exact=True) if group else board
        within.get_by_role("button", name=name, exact=True).first.click()

    def search(self, text: str) -> list[str]:
        """Names that the search box suggests."""
        self.page.locator("#filter-search").fill(text)
        options = self.page.locator("#filter-found [role=option]")
        return [option.evaluate("item => item.firstChild.textContent") for option in options.all()]

    def cards(self) -> list[tuple[str, str]]:
        """Figure and note of every headline card."""
        cards = self.page.locator(".board .card").all()
        return [(said(card.locator("b")), said(card.locator("small"))) for card in cards]

    def ranking(self) -> list[Row]:
        """The lines of the table beside the map."""
        rows = self.page.locator(".board .ranking tbody tr:has(button)").all()
        return [
            Row(*(said(row.locator("td").nth(column)).removesuffix(" *") for column in (1, 2, 3)))
            for row in rows
        ]

    def fills(self) -> dict[str, str]:
        """Commune code -> how it is painted, as the browser writes colours."""
        return dict(self.page.evaluate(FILLS_JS))

    def zoom_state(self) -> dict[str, Any]:
        """What a zoom or pan changes: scale, centre, and where the first borders are drawn."""
        return dict(self.page.evaluate(ZOOM_JS))

    def outlined(self) -> list[str]:
        """Codes of the communes drawn as opened."""
        return list(self.page.evaluate(OUTLINED_JS))

    def point_inside(self, code: str) -> tuple[float, float]:
        """A point of the window that lies within a commune."""
        x, y = self.page.evaluate(INSIDE_JS, code)
        return x, y

    def is_wider_than_window(self) -> bool:
        """Whether the page scrolls sideways."""
        return bool(
            self.page.evaluate(
                "() => { const main = document.querySelector('[data-testid=stMain]') ?? document.body;"
                " return Math.max(document.documentElement.scrollWidth, main.scrollWidth) > innerWidth }"
            )
        )

    def _note_console(self, message: ConsoleMessage) -> None:
        text = f"{message.text} ({message.location['url']})"
        self._note("console", text, message.type == "error" and not LOOKED_FOR_BY_STREAMLIT.search(text))

    def _note_foreign(self, request: Request) -> None:
        asked = urlsplit(request.url)
        is_own = asked.scheme in OWN_SCHEMES or asked.netloc == urlsplit(self.url).netloc
        self._note("asked", request.url, not is_own)

    def _note(self, kind: str, text: str, is_trouble: bool) -> None:
        if is_trouble:
            self.trouble.append(f"{kind}: {text}")


def said(found: Locator) -> str:
    """Text with plain spaces."""
    return plain(found.text_content() or "")


def plain(text: str) -> str:
    """No-break spaces as spaces, nothing at the ends."""
    return text.replace("\u00a0", " ").strip()


def rgb(colour: str) -> str:
    """ "#680317" as the browser writes it back."""
    red, green, blue = (int(colour[place : place + 2], 16) for place in (1, 3, 5))
    return f"rgb({red}, {green}, {blue})"


def names(rows: Sequence[Row]) -> list[str]:
    """The communes of a ranking, from its top."""
    return [row.name for row in rows]
