"""What is made for the meeting, timed for real on few rounds."""

from pathlib import Path

import pytest

from bench import documents
from bench.documents import measure_documents


def test_every_kind_of_file_and_every_form_of_map_is_made_and_timed(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
):
    monkeypatch.setattr(documents, "REPEATS_COUNT", 1)
    monkeypatch.setattr(documents, "ROUNDS_COUNT", 2)
    measured = measure_documents(tmp_path, None)
    assert set(measured.seconds) == {
        "briefing, docx", "briefing, pdf", "briefing, pptx", "briefing, xlsx",
        "map on A4, png", "map on A4, svg", "map on A4, pdf",
    }  # fmt: skip
    assert all(0 < each.p50 < 60 for each in measured.seconds.values())
    assert measured.meanwhile_ms.n > 0
    assert measured.sheets_seconds > 0
