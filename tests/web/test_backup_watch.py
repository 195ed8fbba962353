"""The day's backup: made when due, once, and never of a home that is still empty."""

from datetime import datetime, timedelta

import pytest

from dashboard.settings import LOCAL_ZONE
from dashboard.store.database import Store
from dashboard.upkeep.daily import backup_folder
from dashboard.web import backup_watch
from dashboard.web.backup_watch import BackupWatch
from dashboard.web.live import FirstStart

NOW = datetime.now(LOCAL_ZONE)


def test_it_is_made_once_a_day(filled: Store):
    watch = BackupWatch(filled, FirstStart())
    made = watch.look(NOW)
    assert made is not None
    assert made.manifest.held.submissions_count > 0
    assert watch.look(NOW) is None
    assert watch.look(NOW + timedelta(days=1)) is not None


def test_an_empty_home_has_none(store: Store):
    assert BackupWatch(store, FirstStart()).look(NOW) is None
    assert not backup_folder(store.home).exists()


def test_a_disk_that_refuses_does_not_end_the_watch(filled: Store, monkeypatch: pytest.MonkeyPatch):
    def refuse(*_: object) -> None:
        raise OSError(28, "No space left on device")

    watch = BackupWatch(filled, FirstStart())
    with monkeypatch.context() as full:
        full.setattr(backup_watch, "make_backup", refuse)
        assert watch.look(NOW) is None
    assert watch.look(NOW) is not None


def test_the_thread_looks_and_stops(filled: Store, monkeypatch: pytest.MonkeyPatch):
    monkeypatch.setattr(backup_watch, "FIRST_LOOK_SECONDS", 0.01)
    watch = BackupWatch(filled, FirstStart())
    watch.start()
    for _ in range(200):
        if list(backup_folder(filled.home).glob("backup-*")):
            break
        watch._stopped.wait(0.05)
    watch.stop()
    assert len(list(backup_folder(filled.home).glob("backup-*"))) == 1
