"""The board that a page mounts, as the payload it was given."""

from streamlit.testing.v1 import AppTest

from dashboard.store.database import Store
from dashboard.web.state import data_state
from tests.web.reading import Payload, read_payload

COMPONENT = "bidi_component"


def board_of(page: AppTest, store: Store) -> Payload:
    """What the page's only board shows."""
    boards = page.get(COMPONENT)
    assert len(boards) == 1
    return read_payload(boards[0].proto.bytes, data_state(store).layer.codes)


def has_board(page: AppTest) -> bool:
    """Whether the page mounts one at all."""
    return bool(page.get(COMPONENT))


def words_on(page: AppTest) -> str:
    """All that is written on a page in words."""
    kinds = (page.info, page.warning, page.success, page.error, page.markdown, page.caption, page.title)
    written = "\n".join(str(element.value) for kind in kinds for element in kind)
    return written.replace("\\", "")  # what is escaped in markdown reads without the sign
