"""The restore drill: a backup taken while files come in, put elsewhere, compared; and whatever harms one."""

import json
import threading
from datetime import date, datetime
from pathlib import Path

import pytest

from dashboard.boundaries import layer_in_force
from dashboard.demo.plan import DemoRequest
from dashboard.demo.run import run_demo
from dashboard.intake import archive
from dashboard.intake.journal import read_entries
from dashboard.intake.rebuild import rebuild
from dashboard.settings import LOCAL_ZONE
from dashboard.store.database import DATABASE_NAME, Store, open_store
from dashboard.store.decisions import Draft, decide
from dashboard.store.journal import JOURNAL_NAME
from dashboard.upkeep.backup import Backup, backups_in, make_backup
from dashboard.upkeep.check import check_store
from dashboard.upkeep.manifest import MANIFEST_NAME, ManifestError, held_by
from dashboard.upkeep.restore import ChangedBackupError, PlaceTakenError, restore

DEMO = DemoRequest(date(2026, 11, 11), datetime(2026, 11, 12, 9, tzinfo=LOCAL_ZONE), 1, 2)


@pytest.fixture
def filled(store: Store) -> Store:
    layer_in_force(store)
    run_demo(DEMO, store)
    decide(store, Draft("alias", "tên lạ", {"code": "1"}, "Lan", "đã gọi điện"))
    return store


@pytest.fixture
def made(filled: Store, tmp_path: Path) -> Backup:
    return make_backup(filled, tmp_path / "backups")


def test_a_backup_is_restored_elsewhere_with_the_same_figures(filled: Store, made: Backup, tmp_path: Path):
    report = restore(made.folder, tmp_path / "new" / "place")
    assert report.is_whole
    assert report.held == held_by(filled.reader())
    assert (report.held.submissions_count, report.held.figures_count) == (9, 9 * 166)
    reopened = open_store(tmp_path / "new" / "place")
    assert layer_in_force(reopened).layer_id == layer_in_force(filled).layer_id
    reopened.close()


def test_a_restored_place_rebuilds_from_archive_and_journal_alone(made: Backup, tmp_path: Path):
    place = tmp_path / "new"
    held = restore(made.folder, place).held
    (place / DATABASE_NAME).unlink()
    report = rebuild(place)
    assert report.is_whole
    rebuilt = open_store(place)
    assert held_by(rebuilt.reader()) == held
    rebuilt.close()


def test_backups_taken_during_loads_are_each_whole(store: Store, tmp_path: Path):
    loading = threading.Thread(target=run_demo, args=(DEMO, store))
    loading.start()
    made = []
    while loading.is_alive():
        made.append(make_backup(store, tmp_path / "backups"))
    loading.join()
    made.append(make_backup(store, tmp_path / "backups"))
    counts = [backup.manifest.held.submissions_count for backup in made]
    assert counts == sorted(counts)
    assert len(set(counts)) > 2, "the backups did not fall among the loads"
    for number, backup in enumerate(made):
        report = restore(backup.folder, tmp_path / f"place-{number}")
        assert report.is_whole, report


def test_nothing_is_restored_over_what_is_there(made: Backup, tmp_path: Path):
    place = tmp_path / "taken"
    place.mkdir()
    (place / "notes.txt").write_text("mine", encoding="utf-8")
    with pytest.raises(PlaceTakenError):
        restore(made.folder, place)
    assert [path.name for path in place.iterdir()] == ["notes.txt"]


@pytest.mark.parametrize("name", [DATABASE_NAME, JOURNAL_NAME, "archive"])
def test_a_changed_backup_is_refused_and_named(made: Backup, tmp_path: Path, name: str):
    listed = next(file for file in made.manifest.files if file.startswith(name))
    path = made.folder / listed
    path.write_bytes(path.read_bytes()[:-1] + b"#")
    with pytest.raises(ChangedBackupError) as refused:
        restore(made.folder, tmp_path / "new")
    assert refused.value.names == (listed,)
    assert not (tmp_path / "new").exists()


@pytest.mark.parametrize("name", ["../outside", "/etc/passwd", "a\\..\\b", "C:x"])
def test_a_list_that_points_outside_is_refused(made: Backup, tmp_path: Path, name: str):
    path = made.folder / MANIFEST_NAME
    told = json.loads(path.read_text(encoding="utf-8"))
    told["files"][name] = "0" * 64
    path.write_text(json.dumps(told), encoding="utf-8")
    with pytest.raises(ManifestError):
        restore(made.folder, tmp_path / "new")


def test_an_unfinished_backup_is_none_and_goes_with_the_next(filled: Store, tmp_path: Path):
    into = tmp_path / "backups"
    (into / "unfinished-backup-1").mkdir(parents=True)
    assert backups_in(into) == ()
    made = make_backup(filled, into)
    assert [backup.folder for backup in backups_in(into)] == [made.folder]
    assert not (into / "unfinished-backup-1").exists()


def test_all_agrees_until_somebody_changes_something(filled: Store):
    assert check_store(filled) == ()
    *_, changed, lost = (archive.path_of(filled.home, it.sha256) for it in read_entries(filled.home))
    lost.unlink()
    changed.write_bytes(b"other bytes")
    journal = filled.home / JOURNAL_NAME
    lines = journal.read_bytes().splitlines(keepends=True)
    journal.write_bytes(b"".join(lines[:2] + lines[3:]))
    next(filled.home.glob("layers/*/polygons.json.gz")).unlink()
    kinds = {problem.kind for problem in check_store(filled)}
    assert kinds == {"chain", "unknown", "file_missing", "file_changed", "layer"}
