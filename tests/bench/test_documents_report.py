"""What leaves the app on the page of figures: seconds beside the aims, what a viewer notices meanwhile."""

from bench.documents import Documents
from bench.documents_report import documents_lines
from bench.spread import Spread


def test_files_have_seconds_and_aims_and_the_viewer_beside_them_is_told():
    seconds = {"briefing, docx": Spread(5, 1.2, 1.5), "briefing, xlsx": Spread(5, 0.2, 0.3)}
    measured = Documents(seconds, 61.0, Spread(20, 8, 11), Spread(55, 19, 221))
    text = "\n".join(documents_lines(measured))
    assert "| briefing, docx | 1.20 | 1.50 | 3 s, reached |" in text
    assert "| briefing, xlsx | 0.20 | 0.30 |  |" in text
    assert "60 s, missed" in text
    assert "8 ms p50 and 11 ms p95 alone, 19 and 221 ms" in " ".join(text.split())


def test_what_was_not_measured_is_not_told():
    assert list(documents_lines(None)) == []
