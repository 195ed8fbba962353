"""Every page says when nothing was saved for too long, or the disk is nearly full; otherwise nothing."""

import os
from datetime import datetime, timedelta

import pytest
from streamlit.testing.v1 import AppTest

from dashboard.reference.carriers import TABLE_NAME
from dashboard.settings import LOCAL_ZONE
from dashboard.store.database import Store
from dashboard.upkeep.backup import make_backup
from dashboard.upkeep.daily import backup_folder
from dashboard.views import clock, upkeep_warnings
from tests.web.homes import empty_live, filled_live, without_demo  # noqa: F401

SCRIPT = "from dashboard.views.upkeep_warnings import show_upkeep_warnings\nshow_upkeep_warnings()"


def warned() -> list[str]:
    return [warning.value for warning in AppTest.from_string(SCRIPT, default_timeout=30).run().warning]


def test_a_backup_that_is_too_old_is_told_and_a_new_one_ends_it(
    filled: Store, monkeypatch: pytest.MonkeyPatch
):
    make_backup(filled, backup_folder(filled.home))
    assert warned() == []
    monkeypatch.setattr(clock, "local_now", lambda: datetime.now(LOCAL_ZONE) + timedelta(hours=49.5))
    (said,) = warned()
    assert "2 ngày 1 giờ chưa có bản sao lưu" in said


def test_a_disk_that_is_nearly_full_is_told(filled: Store, monkeypatch: pytest.MonkeyPatch):
    make_backup(filled, backup_folder(filled.home))
    monkeypatch.setattr(upkeep_warnings, "free_disk_pct", lambda _: 4.25)
    (said,) = warned()
    assert "chỉ còn trống 4,2" in said


def test_a_table_that_was_edited_since_the_start_is_told(filled: Store):
    make_backup(filled, backup_folder(filled.home))
    table = filled.home / TABLE_NAME
    table.write_text("code,name,names,colour\n", encoding="utf-8")
    later = datetime.now(LOCAL_ZONE).timestamp() + 5
    os.utime(table, times=(later, later))
    (said,) = warned()
    assert "khởi động lại" in said
