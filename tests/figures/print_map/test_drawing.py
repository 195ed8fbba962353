"""The sheet as a whole: nothing runs off the paper, and the list tells number, name, square and value."""

import numpy as np
import pytest
import shapely

from dashboard.boundaries import layer_in_force
from dashboard.figures.print_map.drawing import draw_map
from dashboard.figures.print_map.fonts import width_mm
from dashboard.figures.print_map.name_list import HINT, HINT_SQUARES, TITLE
from dashboard.figures.print_map.pen import path_of
from dashboard.figures.print_map.sheet import SHEETS, Paper
from dashboard.figures.print_map.writing import Style, Writing
from dashboard.measures.selection import Measure, Selection
from dashboard.store.database import Store
from tests.figures.print_map.conftest import ContentOf
from tests.web.prepared import LAST

Word = tuple[float, float, str, Style]


def words_of(content: ContentOf, store: Store, paper: Paper, measure: Measure) -> list[Word]:
    found = content(Selection(LAST, measure=measure))
    figure = draw_map(found, layer_in_force(store), SHEETS[paper], False)
    return [
        word
        for artist in figure.axes[0].get_children()
        if isinstance(artist, Writing)
        for word in artist.words
    ]


@pytest.mark.parametrize("measure", ["verified_pct", "verified_pct_change", "unverified_count"])
@pytest.mark.parametrize("paper", ["a4", "a3", "report"])
def test_every_word_stays_on_the_paper(filled: Store, content: ContentOf, paper: Paper, measure: Measure):
    sheet = SHEETS[paper]
    for left, base, text, style in words_of(content, filled, paper, measure):
        right = left + width_mm(text, style.size_pt, style.is_bold)
        assert sheet.margin - 0.1 <= left, text
        assert right <= sheet.width - sheet.margin + 0.1, text
        assert sheet.margin - 0.1 <= base <= sheet.height - sheet.margin, text
        assert style.size_pt >= 4.9, text


def test_the_list_is_explained_as_it_stands_on_each_paper(filled: Store, content: ContentOf):
    for paper, hint in (("a4", HINT_SQUARES), ("report", HINT)):
        texts = [text for _, _, text, _ in words_of(content, filled, paper, "verified_pct")]
        assert TITLE in texts
        assert any(text.startswith(hint) for text in texts)


def test_an_area_with_a_hole_and_an_island_keeps_both():
    holed = shapely.box(0, 0, 10, 10).difference(shapely.box(4, 4, 6, 6))
    path = path_of(shapely.union(holed, shapely.box(20, 0, 21, 1)))
    assert len(path.vertices) == 15
    assert int(np.sum(path.codes == path.MOVETO)) == 3


def test_words_are_put_by_their_left_middle_or_right():
    writing = Writing(100, 1)
    for across in ("left", "center", "right"):
        writing.add((50, 50), "Mường Lát", Style(10, "#000000", across=across))
    width = width_mm("Mường Lát", 10)
    assert [left for left, *_ in writing.words] == pytest.approx([50, 50 - width / 2, 50 - width])
