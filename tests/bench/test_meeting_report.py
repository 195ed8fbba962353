"""The meeting on the page of figures."""

from bench.meeting import MeetingBench
from bench.meeting_report import meeting_lines
from bench.spread import Spread


def test_pages_turned_stand_beside_their_aim():
    measured = MeetingBench(Spread(3, 2000, 2500), Spread(66, 40, 90), Spread(30, 30, 120), 0, 250_000)
    text = "\n".join(meeting_lines(measured))
    assert "| a page turned and painted, 66 times | 40 ms p50, 90 ms p95 | 100 ms, reached |" in text
    assert "100 ms, missed" in text
    assert "250 KB" in text


def test_what_was_not_measured_is_not_told():
    assert list(meeting_lines(None)) == []
