"""Pages for everybody: axe-core finds no serious fault, and no English word of Streamlit's is left."""

import re

import pytest
from axe_playwright_python.sync_playwright import Axe
from playwright.sync_api import Browser, Page

from bench.serving import Server
from tests.browser.conftest import OFFICE
from tests.web.prepared import LAST

# One page of each kind; those left out are made of the same parts.
PAGES = (
    f"?tuan={LAST}",
    f"xa-phuong?xa=14797&tuan={LAST}",
    f"phan-tich?tab=nha-mang&tuan={LAST}",
    "ho-tro?tab=ke-hoach",
    "ho-tro?tab=hoi-truong",
    "giao-ban",
    "bao-cao",
    "hop",
    "quan-tri",
    "tai-khoan",
)
DONE = "[data-testid=stApp][data-test-script-state=notRunning] :is(h1, .board), .meeting h1"
PATIENCE_MS = 30_000
LOOKS_COUNT, FADING_MS = 3, 1_000
SERIOUS = {"serious", "critical"}
# Words of Streamlit 1.67 that readers or screen readers meet; icons are letters of a font, not words.
ENGLISH = re.compile(
    r"\b(add|apply|browse|cancel|choose|clear|close|column|copy|date|decrement|delete|download|drag|drop|enter|file"
    r"|filter|fullscreen|heading|help|hide|home|increment|limit|link|menu|month|more|navigate|next|open|options?|page"
    r"|per|press|previous|remove|rerun|results|row|search|select|settings|show|sort|stop|toggle|upload|value|year)\b",
    re.IGNORECASE,
)
SAID_JS = """() => [...document.querySelectorAll(
    'body :not(script, style, noscript, [data-testid=stIconMaterial])')]
  .filter(element => !element.closest('noscript'))
  .flatMap(element => [
    ...['aria-label', 'title', 'placeholder', 'alt'].map(name => element.getAttribute(name)),
    ...[...element.childNodes].filter(node => node.nodeType === 3).map(node => node.data.trim()),
  ]).filter(Boolean)"""
VIETNAMESE = re.compile("[à-ỹđ]", re.IGNORECASE)


@pytest.fixture
def page(browser: Browser) -> Page:
    return browser.new_context(viewport=OFFICE, locale="vi-VN").new_page()


def lasting_faults(page: Page) -> list[str]:
    """Serious faults by rule and element; what is still fading in is looked at again."""
    faults: list[str] = []
    for _ in range(LOOKS_COUNT):
        violations = Axe().run(page, options={"resultTypes": ["violations"]}).response["violations"]
        serious = [found for found in violations if found["impact"] in SERIOUS]
        faults = [f"{found['id']}: {node['html'][:200]}" for found in serious for node in found["nodes"]]
        if not faults:
            break
        page.wait_for_timeout(FADING_MS)
    return faults


def test_no_page_has_a_serious_fault_or_a_word_of_english(app: Server, page: Page):
    faults, words = [], []
    for address in PAGES:
        page.goto(f"{app.url}/{address}")
        page.locator(DONE).first.wait_for(timeout=PATIENCE_MS)
        faults += [f"{address}: {fault}" for fault in lasting_faults(page)]
        said = page.evaluate(SAID_JS)
        words += [
            f"{address}: {text}" for text in said if ENGLISH.search(text) and not VIETNAMESE.search(text)
        ]
    page.context.close()
    assert faults == []
    assert words == []
