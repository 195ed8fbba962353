"""Maps of three rounds of reports, on the schematic layer (tests/web/prepared.py)."""

from collections.abc import Callable
from typing import TypeAlias

import pytest

from dashboard.boundaries import layer_in_force
from dashboard.figures.print_map.content import Content, content_of
from dashboard.figures.words import Background, words_about
from dashboard.measures import figures_by_commune
from dashboard.measures.map_values import map_values
from dashboard.measures.selection import Selection
from dashboard.store.database import Store
from tests.web.homes import filled_by_itself  # noqa: F401

ContentOf: TypeAlias = Callable[[Selection], Content]


@pytest.fixture
def content(filled: Store) -> ContentOf:
    """What a map of a selection shows, in colour."""

    def of(selection: Selection) -> Content:
        layer = layer_in_force(filled)
        with filled.reader() as cursor:
            values = map_values(figures_by_commune(cursor, selection.scope), selection.measure, layer.codes)
            words = words_about(cursor, selection, Background(layer.note, "abc"))
        return content_of(values, words, is_grey=False)

    return of
