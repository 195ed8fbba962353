"""Back to an older program: its refusal of newer data in words, and the database it can open put in place.

An upgrade keeps the database as it was (`before-upgrade-<schema>.duckdb`). What came in since stands in
archive and journal, so the older program takes it in again by its own rules: nothing is lost or deleted.
"""

import re
import shutil
from dataclasses import dataclass
from pathlib import Path

import duckdb

from dashboard.boundaries.publishing import restore_layers
from dashboard.intake.rebuild import set_aside
from dashboard.intake.reconcile import reconcile
from dashboard.store.database import DATABASE_NAME, open_store
from dashboard.store.disk import flush_folder
from dashboard.store.journal import JournalError
from dashboard.store.migrations import NewerSchemaError, known_version
from dashboard.upkeep.check import Problem, Told, check_store

KEPT = re.compile(r"before-upgrade-(\d+)\.duckdb")
PUTTING = "going-back.duckdb"  # while it is copied
NEWER_DATA = (
    "Dữ liệu do bản chương trình mới hơn ghi ({error}), nên bản này không mở và không đổi gì. Hãy chạy lại "
    "bản mới; hoặc để quay lại bản này: tắt ứng dụng, chép thư mục dữ liệu ra chỗ khác rồi chạy "
    "`python -m dashboard go-back` (docs/guide/7-sao-luu.md, mục Khi cập nhật chương trình)."
)
JOURNAL_UNREAD = (
    "Nhật ký có dòng mà bản chương trình này không đọc được ({error}), nên không mở và không đổi gì. Nếu vừa "
    "quay lại bản cũ: hãy chạy lại bản mới, hoặc `restore` bản sao lưu làm trước khi cập nhật "
    "(docs/guide/7-sao-luu.md)."
)
UNREADABLE = (NewerSchemaError, JournalError)  # what data of a newer program is refused with


class NothingNewerError(Exception):
    """This program opens the data as it is: there is nothing to go back from."""


@dataclass(frozen=True)
class WentBack:
    """`began_from` is the kept database that was put in place, None where all was made again from archive and
    journal; `aside` where the newer one lies; how much came on top; what does not agree."""

    began_from: Path | None
    aside: Path | None
    files_count: int
    decisions_count: int
    problems: tuple[Problem, ...]


def refusal_words(error: Exception) -> str:
    """Why this program does not open the data, and how to go on; `error` is one of UNREADABLE."""
    words = NEWER_DATA if isinstance(error, NewerSchemaError) else JOURNAL_UNREAD
    return words.format(error=error)


def go_back(home: Path) -> WentBack:
    """Set the newer database of `home` aside and put the one in place that this program can open.

    Then what the journal tells beyond it is done again. Raises NothingNewerError, JournalError where the
    journal itself is newer (nothing has changed then), StoreBusyError while the app runs.
    """
    Told.by(home)
    try:
        open_store(home).close()
    except NewerSchemaError:
        pass
    else:
        raise NothingNewerError(str(home))
    kept = kept_database(home)
    aside = set_aside(home)
    if kept is not None:
        _put_in_place(kept, home)
    return _brought_up_to_date(home, kept, aside)


def kept_database(home: Path) -> Path | None:
    """Of the databases kept before upgrades the newest that this program can open."""
    found = {int(match[1]): path for path in home.iterdir() if (match := KEPT.fullmatch(path.name))}
    versions = [it for it, path in found.items() if it <= known_version() and _can_be_read(path)]
    return found[max(versions)] if versions else None


def _can_be_read(path: Path) -> bool:
    """Whether this program's DuckDB reads the file, which a newer one has written."""
    try:
        duckdb.connect(path, read_only=True).close()
    except duckdb.Error:
        return False
    return True


def _put_in_place(kept: Path, home: Path) -> None:
    copying = home / PUTTING
    shutil.copyfile(kept, copying)
    copying.replace(home / DATABASE_NAME)
    flush_folder(home)


def _brought_up_to_date(home: Path, kept: Path | None, aside: Path | None) -> WentBack:
    store = open_store(home)
    try:
        again = reconcile(store)
        restore_layers(store)
        problems = check_store(store)
    finally:
        store.close()
    return WentBack(kept, aside, len(again.taken_in_again), again.decided_again_count, tuple(problems))
