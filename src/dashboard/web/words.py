"""What a picture or table that a page hands out says of itself, as the data stand now."""

from dashboard.figures.words import Background, Words, words_about
from dashboard.measures.selection import Selection
from dashboard.store.database import Store
from dashboard.web.state import data_state


def words_of(selection: Selection, store: Store) -> Words:
    """The words of a selection as its figures stand now."""
    state = data_state(store)
    cursor = store.reader()
    try:
        return words_about(cursor, selection, Background(state.layer.note, state.version))
    finally:
        cursor.close()
