"""The office at work on the page of figures."""

from bench.office import Office
from bench.office_report import office_lines
from bench.spread import Spread


def test_each_figure_stands_beside_its_aim():
    measured = Office(Spread(24, 50, 80), Spread(24, 90, 280), Spread(200, 20, 40), 510, 9.4)
    text = "\n".join(office_lines(measured))
    assert "| 90 ms p50, 280 ms p95: 3.50 times | 3 times, missed |" in text
    assert "| 20 ms p50, 40 ms p95, 510 ms longest of 200 | 500 ms, missed |" in text
    assert "| 9.40 ms | 10 ms, reached |" in text


def test_what_was_not_measured_is_not_told():
    assert list(office_lines(None)) == []
