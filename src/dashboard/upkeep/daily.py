"""The app's own backups: when one is due, which are kept, and when to warn."""

import json
import shutil
from collections.abc import Callable, Hashable, Sequence
from datetime import datetime, timedelta
from pathlib import Path

from dashboard.reference.policy import BackupPolicy
from dashboard.settings import LOCAL_ZONE, settings
from dashboard.store.journal import JOURNAL_NAME
from dashboard.upkeep.backup import NAME, backups_in
from dashboard.upkeep.manifest import MANIFEST_NAME

STAMP = "%Y%m%d-%H%M%S-%f"  # of a backup's name, in Asia/Ho_Chi_Minh


def backup_folder(home: Path) -> Path:
    """Where the backups of a home lie: DASHBOARD_BACKUP_FOLDER, a relative one in the home."""
    return home / settings().backup_folder


def last_backup_at(home: Path) -> datetime | None:
    """When the newest backup was made, by its name; None without one."""
    names = [path.parent.name for path in backup_folder(home).glob(f"{NAME}*/{MANIFEST_NAME}")]
    found = [moment for name in names if (moment := _moment_of(name)) is not None]
    return max(found, default=None)


def is_due(last: datetime | None, now: datetime, rule: BackupPolicy) -> bool:
    """Whether the hour of the day has passed since the last backup (both aware)."""
    local = now.astimezone(LOCAL_ZONE)
    turn = datetime.combine(local.date(), rule.daily_at, LOCAL_ZONE)
    latest_turn = turn if turn <= local else turn - timedelta(days=1)
    return last is None or last < latest_turn


def kept(moments: Sequence[datetime], rule: BackupPolicy) -> frozenset[datetime]:
    """Of these moments the last of each of so many days, weeks (ISO) and months as the rule says."""
    newest_first = sorted((moment.astimezone(LOCAL_ZONE) for moment in moments), reverse=True)
    periods: tuple[tuple[int, Callable[[datetime], Hashable]], ...] = (
        (rule.kept_days_count, lambda moment: moment.date()),
        (rule.kept_weeks_count, lambda moment: moment.isocalendar()[:2]),
        (rule.kept_months_count, lambda moment: (moment.year, moment.month)),
    )
    chosen: set[datetime] = set()
    for count, period_of in periods:
        last_of: dict[Hashable, datetime] = {}
        for moment in newest_first:
            last_of.setdefault(period_of(moment), moment)
        chosen.update(list(last_of.values())[:count])
    return frozenset(chosen)


def remove_old(folder: Path, rule: BackupPolicy) -> tuple[str, ...]:
    """Remove the backups that the rule does not keep; returns their names. What has no list is left alone."""
    backups = backups_in(folder)
    keep = kept([backup.manifest.made_at for backup in backups], rule)
    old = [backup.folder for backup in backups if backup.manifest.made_at not in keep]
    for path in old:
        (path / MANIFEST_NAME).unlink()  # first, so that one half removed is no backup any more
        shutil.rmtree(path)
    return tuple(path.name for path in old)


def hours_unsaved(home: Path, now: datetime) -> float | None:
    """Hours since the last backup, or since the first act where there is none; None without any act."""
    since = last_backup_at(home) or _first_act_at(home)
    return None if since is None else (now - since).total_seconds() / 3600


def free_disk_pct(folder: Path) -> float:
    """Free share of the disk that a folder lies on, in percent."""
    usage = shutil.disk_usage(folder)
    return 100 * usage.free / usage.total


def _moment_of(name: str) -> datetime | None:
    try:
        return datetime.strptime(name.removeprefix(NAME), STAMP).replace(tzinfo=LOCAL_ZONE)
    except ValueError:
        return None


def _first_act_at(home: Path) -> datetime | None:
    path = home / JOURNAL_NAME
    if not path.exists():
        return None
    with path.open("rb") as file:
        line = file.readline()
    try:
        act = json.loads(line)
        return datetime.fromisoformat(act.get("recorded_at") or act["decided_at"])
    except (ValueError, KeyError, TypeError):
        return None
