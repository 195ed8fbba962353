"""The making of all sheets in the background."""

import zipfile
from io import BytesIO

import pytest

from dashboard.reference.communes import communes
from dashboard.store.database import Store
from dashboard.web.sheets import sheet_file, sheets_job
from tests.web.prepared import LAST, WHOLE

PATIENCE_SECONDS = 300  # a busy machine; alone it takes about ten


def test_all_sheets_are_made_while_others_go_on_and_once_for_all_who_ask(filled: Store):
    job = sheets_job(filled, WHOLE)
    assert not job.is_running
    job.begin()
    assert job.is_running
    assert sheets_job(filled, WHOLE) is job
    assert sheet_file(filled, communes()[0].code, LAST).startswith(b"%PDF")  # meanwhile another is served
    job.wait(PATIENCE_SECONDS)
    assert job.error is None
    assert job.content is not None
    assert job.done_count == job.total_count == len(zipfile.ZipFile(BytesIO(job.content)).namelist()) == 166
    made = job.content
    job.begin()
    assert job.content is made


def test_what_stops_it_is_told_and_it_can_be_tried_again(filled: Store, monkeypatch: pytest.MonkeyPatch):
    monkeypatch.setattr("threading.excepthook", lambda _: None)
    job = sheets_job(filled, LAST)
    monkeypatch.setattr("dashboard.briefing.pdf.communes.communes", lambda: (None,))
    job.begin()
    job.wait(PATIENCE_SECONDS)
    assert job.content is None
    assert job.error
    job.begin()
    assert job.error is None
    job.wait(PATIENCE_SECONDS)
