"""Every commune is found on the map: by its name, or by a number that the list tells."""

from itertools import combinations

import pytest

from dashboard.boundaries import layer_in_force
from dashboard.figures.print_map.furniture import legend_height
from dashboard.figures.print_map.ground import ground_of
from dashboard.figures.print_map.naming import IN_INSET, Naming, naming_of
from dashboard.figures.print_map.sheet import SHEETS, Box, Paper, places
from dashboard.measures.selection import Selection
from dashboard.reference.communes import commune_by_code
from dashboard.store.database import Store
from tests.figures.print_map.conftest import ContentOf
from tests.web.prepared import WHOLE

PAPERS: tuple[Paper, ...] = ("a4", "a3", "report")


def named(store: Store, content: ContentOf, paper: Paper) -> tuple[Naming, Box]:
    found, sheet = content(Selection(WHOLE)), SHEETS[paper]
    frame = places(sheet, len(found.words.lines), 2, legend_height(found, sheet)).map
    return naming_of(found, layer_in_force(store), frame, sheet.label_pt), frame


@pytest.mark.parametrize("paper", PAPERS)
def test_names_on_the_map_and_in_the_list_are_all_166(filled: Store, content: ContentOf, paper: Paper):
    naming, _ = named(filled, content, paper)
    codes = layer_in_force(filled).codes
    listed = {codes[key.place] for key in naming.keys}
    for code, label in zip(codes, naming.labels, strict=True):
        written = " ".join(label.name)
        if code in listed:
            assert written in {str(key.number) for key in naming.keys if codes[key.place] == code}
        else:
            assert written.removeprefix("P. ") == commune_by_code()[code].short_name
            assert label.value
    assert [key.number for key in naming.keys] == list(range(1, len(listed) + 1))


@pytest.mark.parametrize("paper", PAPERS)
def test_labels_keep_off_one_another(filled: Store, content: ContentOf, paper: Paper):
    naming, frame = named(filled, content, paper)
    inset = ground_of(layer_in_force(filled), frame).inset
    assert inset is not None
    boxes = [label.placed.box for label in naming.labels]
    for one, other in combinations([*boxes, inset.window], 2):
        across = min(one.right, other.right) - max(one.left, other.left)
        up = min(one.top, other.top) - max(one.bottom, other.bottom)
        assert across <= 0 or up <= 0


def test_larger_paper_holds_more_names(filled: Store, content: ContentOf):
    assert len(named(filled, content, "a3")[0].keys) < len(named(filled, content, "a4")[0].keys)


def test_the_list_goes_by_name_and_says_where(filled: Store, content: ContentOf):
    naming, frame = named(filled, content, "a4")
    codes = layer_in_force(filled).codes
    names = [commune_by_code()[codes[key.place]].short_name for key in naming.keys]
    assert names.index("Bỉm Sơn") < names.index("Nga Sơn") < names.index("Yên Định")
    ground = ground_of(layer_in_force(filled), frame)
    for key in naming.keys:
        if key.square != IN_INSET:
            point = ground.areas[key.place].representative_point()
            assert ("ABCDEF".index(key.square[0])) == int((point.x - frame.left) / frame.width * 6)
