"""The whole country on the page of figures."""

from bench.country_map import CountryMap
from bench.country_map_report import country_map_lines
from bench.spread import Spread


def test_each_figure_stands_beside_its_aim():
    measured = CountryMap(Spread(3, 2800, 3100), Spread(3, 1700, 1900), Spread(60, 90, 140), 4_000_000)
    text = "\n".join(country_map_lines(measured))
    assert "| 1,700 ms p50, 1,900 ms longest of 3 | 3,000 ms, reached |" in text
    assert "| 2,800 ms p50, 3,100 ms longest of 3 | 3,000 ms, missed |" in text
    assert "| 90 ms p50, 140 ms p95 | 200 ms, reached |" in text


def test_why_it_was_not_measured_is_told():
    assert list(country_map_lines("no layer")) == ["Not measured: no layer."]
    assert list(country_map_lines(None)) == []
