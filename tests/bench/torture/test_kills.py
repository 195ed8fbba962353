"""A few of the kills of `make torture`, with all its checks; and the checks see what they must."""

from pathlib import Path

from bench.torture.kills import Kills, check, kill_often
from bench.torture.victim import ACKNOWLEDGED
from dashboard.intake.journal import read_entries

KILLS_COUNT = 3  # each starts a process and reads a few files


def test_after_kills_at_random_steps_everything_agrees_and_a_loss_would_be_seen(tmp_path: Path):
    result = kill_often(tmp_path, KILLS_COUNT, 1, lambda _: None)
    assert result.faults == []
    assert result.kills_count == sum(result.moments.values()) == KILLS_COUNT
    home = tmp_path / "kills-0"
    entry = next(it for it in read_entries(home) if it.way == "torture")
    with (home / ACKNOWLEDGED).open("a") as promises:
        promises.write(f"file {'0' * 64}\n")
    (home / "archive" / entry.sha256[:2] / entry.sha256).write_bytes(b"changed")
    faults = " ".join(check(home, Kills(1)))
    assert "acknowledged and lost" in faults
    assert "changed in the archive" in faults
