"""What people write, on every page of Streamlit that shows it: nowhere is it markup, a link or a picture.

Everything that a page tells a browser is looked through; only what the browser shows as plain text may hold
somebody's words as they are. What scripts of ours draw (board, meeting) is looked at in a browser, in
test_scripts.py.
"""

import re
from collections.abc import Iterator
from pathlib import Path

import pytest
from google.protobuf.message import Message
from streamlit.testing.v1 import AppTest

from dashboard.store.database import Store, open_store
from dashboard.upkeep.act_words import SUBJECT_WORDS
from dashboard.views import who
from dashboard.web.live import live
from dashboard.web.signed_in import all_signed_in
from tests.attacks.written import COMMUNE, IMAGE, write_everywhere
from tests.pages.conftest import RUN_PATIENCE_SECONDS, navigation
from tests.web.homes import without_demo  # noqa: F401
from tests.web.prepared import LAST, copy_of_filled
from tests.web.shared import shared_settings  # noqa: F401

# Fields of messages that browsers show as they are: what stands in a field, choices of a list, code, what is
# read out, and what our own scripts are given. Labels, captions and choices of pills are Markdown.
PLAIN = {
    "TextInput.default", "TextInput.placeholder", "TextArea.default", "TextArea.placeholder",
    "Selectbox.options", "MultiSelect.options", "Code.code_text", "PlotlyChart.alt", "BidiComponent.json",
    "table",
}  # fmt: skip
# What would be more than words: in Markdown, where a backslash takes that from them; in HTML, where none
# does; in plotly's JSON.
IN_MARKDOWN = re.compile(r"(?<!\\)(?:!\[x\]\(http|\]\(javascript|<(?:img|script|a href))")
IN_HTML = re.compile("<(?:img src=x|script>window|a href='http://x)")
NEVER_SHOWN = {"id", "user_key"}  # of any: never shown
IN_PLOTLY = re.compile(r"(?:<|\\u003c)(?:img|script|a )")
MARKUP = dict.fromkeys(("html", "Html.body", "IFrame.srcdoc"), IN_HTML) | {"PlotlyChart.spec": IN_PLOTLY}
# Acts that are no decisions: files that came in (sent here too), and what the machine's keeper does.
NOT_DECIDED = {"report_file", "layer_published", "policy_changed"}
# Page and its address; on each of them something that somebody wrote is to be seen.
PAGES = (
    ("commune", {"xa": COMMUNE}),
    ("briefing", {}),
    ("meeting", {}),
    ("accounts", {}),
    *(("support", {"tab": tab, "xa": COMMUNE}) for tab in ("buoi-ho-tro", "phieu", "hoi-truong")),
    *(("support", {"tab": tab, "xa": COMMUNE}) for tab in ("nhom", "diem", "vuong-mac", "ke-hoach")),
    *(("reports", {"tab": tab, "tuan": LAST.isoformat()}) for tab in ("tinh-hinh", "canh-bao", "dinh-chinh")),
    *(("reports", {"tab": tab, "bien-nhan": "16"}) for tab in ("da-nhan", "da-xac-nhan")),
    ("upkeep", {"tab": "nhat-ky"}),
)


@pytest.fixture(scope="module")
def written_home(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A home in which whatever people can write is an attack."""
    home = copy_of_filled(tmp_path_factory, tmp_path_factory.mktemp("written") / "home")
    store = open_store(home)
    write_everywhere(store)
    store.close()
    return home


@pytest.fixture
def written(written_home: Path, home: Path, monkeypatch: pytest.MonkeyPatch) -> Store:
    """That home as pages have it; open until the tests end, as in the app."""
    monkeypatch.setenv("DASHBOARD_HOME", str(written_home))
    return live().store


def test_everything_that_is_decided_was_written(written: Store):
    """A new subject has to be written by written.py, and so is shown on the pages below."""
    asked = "select distinct subject from decision where concat(content, reason, decided_by) like ?"
    with written.reader() as cursor:
        found = {subject for (subject,) in cursor.execute(asked, [f"%{IMAGE}%"]).fetchall()}
    assert found == SUBJECT_WORDS.keys() - NOT_DECIDED


@pytest.mark.parametrize(("name", "address"), PAGES, ids=lambda it: it if isinstance(it, str) else "")
def test_on_every_page_it_stands_as_words(written: Store, name: str, address: dict[str, str]):
    hold_as_words(name, address)


def hold_as_words(name: str, address: dict[str, str]) -> None:
    """Run a page, hold that something written is on it, and that it is words."""
    page = AppTest.from_string(navigation(name), default_timeout=RUN_PATIENCE_SECONDS)
    for key, value in address.items():
        page.query_params[key] = value
    page.run()
    assert not page.exception
    told = [found for message in messages_of(page._tree) for found in texts_in(message)]
    assert any("pwned" in text or "x.example" in text for _, text in told), "the page shows nothing of it"
    assert not {field for field, text in told if field not in PLAIN and markup_of(field).search(text)}


def test_where_somebody_signed_in_from_too(written: Store, shared: None, monkeypatch: pytest.MonkeyPatch):
    """The name of a browser is what the browser says."""
    (found,) = all_signed_in()
    monkeypatch.setattr(who, "signed_in", lambda _cookies, is_doing: found)
    hold_as_words("sessions", {})


def markup_of(field: str) -> re.Pattern[str]:
    return MARKUP.get(field, IN_MARKDOWN)


def messages_of(block: object) -> Iterator[Message]:
    """Every message of a page, from the top down."""
    message = getattr(block, "proto", None)
    if isinstance(message, Message):
        yield message
    for child in getattr(block, "children", {}).values():
        yield from messages_of(child)


def texts_in(message: Message) -> Iterator[tuple[str, str]]:
    """Every text with the field that it stands in; bytes (tables) as text."""
    is_html = bool(getattr(message, "allow_html", False))
    for field, value in message.ListFields():
        kind = f"{type(message).__name__}.{field.name}" if not is_html else "html"
        several = value if field.is_repeated else [value]
        for one in several:
            if isinstance(one, Message):
                yield from texts_in(one)
            elif isinstance(one, bytes):
                yield "table", one.decode("latin-1")
            elif isinstance(one, str) and field.name not in NEVER_SHOWN:
                yield kind, one
