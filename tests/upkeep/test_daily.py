"""When a backup is due, which are kept, and since when nothing was saved."""

from datetime import datetime, time, timedelta
from pathlib import Path

import pytest

from dashboard.reference.policy import BackupPolicy
from dashboard.settings import LOCAL_ZONE
from dashboard.store.database import Store
from dashboard.store.decisions import Draft, decide
from dashboard.upkeep.backup import backups_in, make_backup
from dashboard.upkeep.daily import (
    backup_folder,
    free_disk_pct,
    hours_unsaved,
    is_due,
    kept,
    last_backup_at,
    remove_old,
)

RULE = BackupPolicy(time(18), 3, 2, 2, 36, 10.0)


def at(month: int, day: int, hour: int, minute: int = 0) -> datetime:
    return datetime(2026, month, day, hour, minute, tzinfo=LOCAL_ZONE)


@pytest.mark.parametrize(
    ("last", "now", "due"),
    [
        (None, at(11, 11, 9), True),
        (at(11, 10, 18, 5), at(11, 11, 17, 59), False),
        (at(11, 10, 18, 5), at(11, 11, 18), True),
        (at(11, 11, 18, 1), at(11, 11, 23), False),
        (at(11, 10, 9), at(11, 11, 8), True),  # the machine was off at 18:00
    ],
)
def test_a_backup_is_due_once_the_hour_has_passed(last: datetime | None, now: datetime, due: bool):
    assert is_due(last, now, RULE) is due


def test_the_last_of_each_day_week_and_month_is_kept():
    moments = [at(9, 1, 18) + timedelta(hours=12 * half_day) for half_day in range(149)]  # to 14 November
    keep = kept(moments, RULE)
    assert keep == {
        at(11, 14, 18),
        at(11, 13, 18),
        at(11, 12, 18),
        at(11, 8, 18),
        at(10, 31, 18),
    }
    assert kept([], RULE) == frozenset()


def test_a_rule_that_keeps_nothing_is_refused():
    with pytest.raises(ValueError, match="last day"):
        BackupPolicy(time(18), 0, 0, 0, 36, 10.0)


def test_old_backups_go_and_what_is_not_one_stays(store: Store):
    folder = backup_folder(store.home)
    first, second = make_backup(store, folder), make_backup(store, folder)
    (folder / "backup-mine").mkdir()
    assert remove_old(folder, RULE) == (first.folder.name,)
    assert [backup.folder for backup in backups_in(folder)] == [second.folder]
    assert (folder / "backup-mine").exists()


def test_the_time_without_a_backup_counts_from_the_last_or_from_the_first_act(store: Store):
    now = datetime.now(LOCAL_ZONE)
    assert hours_unsaved(store.home, now) is None
    decide(store, Draft("alias", "k", {"n": 1}, "Lan"))
    assert hours_unsaved(store.home, now + timedelta(hours=40)) == pytest.approx(40, abs=0.1)
    made = make_backup(store, backup_folder(store.home))
    last = last_backup_at(store.home)
    assert last is not None
    assert last == made.manifest.made_at
    assert hours_unsaved(store.home, last + timedelta(hours=5)) == pytest.approx(5)


def test_the_free_share_of_a_disk_is_a_percentage(tmp_path: Path):
    assert 0 < free_disk_pct(tmp_path) <= 100
