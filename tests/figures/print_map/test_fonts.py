"""The font on paper has every Vietnamese letter, and its widths are known before it is drawn."""

import pytest
from fontTools.ttLib import TTFont
from matplotlib.textpath import TextPath

from dashboard.figures.print_map.fonts import MM_PER_POINT, files, sized, width_mm, wrapped
from dashboard.reference.carriers import carriers
from dashboard.reference.communes import communes


def test_both_weights_have_every_letter_that_is_written():
    written = set(
        "".join(commune.name for commune in communes()) + "".join(c.name for c in carriers()) + "−–%*"
    )
    for file in files():
        known = TTFont(file).getBestCmap()
        assert not [letter for letter in written if ord(letter) not in known]


@pytest.mark.parametrize("is_bold", [False, True])
def test_a_width_holds_what_is_drawn(is_bold: bool):
    for commune in communes():
        drawn = TextPath((0, 0), commune.name, size=10, prop=sized(10, is_bold)).get_extents().width
        assert drawn * MM_PER_POINT <= width_mm(commune.name, 10, is_bold) <= drawn * MM_PER_POINT * 1.15


def test_lines_are_broken_between_words_and_lose_none():
    text = "Nguồn: báo cáo của các nhà mạng gửi Sở Khoa học và Công nghệ tỉnh Thanh Hóa"
    lines = wrapped(text, 8, 40)
    assert " ".join(lines) == text
    assert all(width_mm(line, 8) <= 40 for line in lines)
