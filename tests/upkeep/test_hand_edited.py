"""Tables that people edit are read once: what was written since is told, what they say is in the journal."""

import os
from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest
from typer.testing import CliRunner

from dashboard.cli.app import app
from dashboard.handover.note import NOTE_NAME, leave_note
from dashboard.paths import DATA_DIR
from dashboard.reference.carriers import TABLE_NAME
from dashboard.store.database import Store, open_store
from dashboard.upkeep.acts import acts_of
from dashboard.upkeep.hand_edited import edited_since, hand_edited
from dashboard.upkeep.policy_changes import notice_policy

HEADER = "code,name,names,colour"
OWN = f"{TABLE_NAME} (thư mục dữ liệu)"


def write_table(home: Path, *rows: str) -> None:
    home.mkdir(parents=True, exist_ok=True)
    (home / TABLE_NAME).write_text("\n".join([HEADER, *rows]) + "\n", encoding="utf-8")


def test_what_was_written_since_a_moment_is_named(home: Path):
    now = datetime.now(UTC)
    assert edited_since(home, now) == ()
    write_table(home)
    os.utime(home / TABLE_NAME, times=(now.timestamp() + 5,) * 2)
    assert edited_since(home, now) == (OWN,)
    assert edited_since(home, now + timedelta(seconds=6)) == ()
    assert all(path.exists() for path in hand_edited(home).values())


def test_a_carrier_that_somebody_added_is_in_the_journal_with_what_stood_before(store: Store):
    notice_policy(store)
    write_table(store.home, "moi,Mạng Mới,mang moi,#123456")
    assert notice_policy(store) == (OWN,)
    write_table(store.home, "moi,Mạng Đổi Tên,mang moi,#123456")
    assert notice_policy(store) == (OWN,)
    changes = {it.name: (it.before, it.after) for it in acts_of(store.home)[-1].changes}
    assert changes["moi.name"] == ("Mạng Mới", "Mạng Đổi Tên")
    assert "viettel.name" in next(act for act in acts_of(store.home) if act.key == TABLE_NAME).after


@pytest.mark.parametrize(("seconds", "is_told"), [(60, True), (-60, False)])
def test_check_says_what_the_app_that_runs_does_not_know(home: Path, seconds: int, is_told: bool):
    open_store(home).close()
    leave_note(home, 1)
    write_table(home)
    began = (home / NOTE_NAME).stat().st_mtime
    os.utime(home / TABLE_NAME, times=(began + seconds,) * 2)
    said = CliRunner().invoke(app, ["check"])
    assert (said.exit_code, "hãy khởi động lại" in said.stdout, OWN in said.stdout) == (0, is_told, is_told)
    assert (DATA_DIR / TABLE_NAME).exists()
