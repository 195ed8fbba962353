"""What the form's sheets share of looks."""

from io import BytesIO

from xlsxwriter import Workbook

from dashboard.briefing.template import looks
from dashboard.briefing.template.looks import Palette


def test_a_format_is_made_once_and_edges_make_another():
    with Workbook(BytesIO(), {"in_memory": True}) as book:
        palette = Palette(book)
        assert palette.of(looks.OPEN_COUNT) is palette.of(dict(looks.OPEN_COUNT))
        assert palette.of(looks.OPEN_COUNT) is not palette.of(looks.OPEN_COUNT, edged=False)
        assert palette.of(looks.OPEN).locked == 0
        assert palette.of(looks.TOTAL).locked == 1
