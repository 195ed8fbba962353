"""One at a time, among threads and among processes; a holder that is killed holds nothing."""

import subprocess
import sys
import time
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

from dashboard.paths import PROJECT_DIR
from dashboard.store.contacts import read_contacts
from dashboard.store.file_lock import only_one

TIMES = 25
KEEPING = """
import sys
from pathlib import Path
from dashboard.store.contacts import Contact, keep_contacts
for number in range({times}):
    keep_contacts(Path(sys.argv[1]), {{("hall", f"{{sys.argv[2]}}-{{number}}"): Contact("Lan")}})
"""
HOLDING = """
import sys, time
from pathlib import Path
from dashboard.store.file_lock import only_one
with only_one(Path(sys.argv[1])):
    print("held", flush=True)
    time.sleep(60)
"""


def running(program: str, *words: object) -> subprocess.Popen[str]:
    command = [sys.executable, "-c", program, *map(str, words)]
    return subprocess.Popen(command, stdout=subprocess.PIPE, text=True, cwd=PROJECT_DIR / "src")


def test_two_processes_that_keep_contacts_lose_none(tmp_path: Path):
    both = [running(KEEPING.format(times=TIMES), tmp_path, name) for name in ("a", "b")]
    assert [process.wait(60) for process in both] == [0, 0]
    assert len(read_contacts(tmp_path)) == 2 * TIMES


def test_threads_take_turns(tmp_path: Path):
    counted = tmp_path / "counted"
    counted.write_text("0")

    def add(_: int) -> None:
        with only_one(tmp_path / "lock"):
            number = int(counted.read_text())
            time.sleep(0.001)
            counted.write_text(str(number + 1))

    with ThreadPoolExecutor(8) as pool:
        list(pool.map(add, range(TIMES)))
    assert counted.read_text() == str(TIMES)


def test_a_holder_that_is_killed_holds_nothing(tmp_path: Path):
    holder = running(HOLDING, tmp_path / "lock")
    assert holder.stdout is not None
    assert holder.stdout.readline() == "held\n"
    holder.kill()
    holder.wait()
    with only_one(tmp_path / "lock"):
        pass
