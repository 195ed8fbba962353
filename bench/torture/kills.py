"""kill -9 at random moments of a load, then everything held against everything else."""

import hashlib
import json
import multiprocessing
import random
import sys
import time
from collections import Counter
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from pathlib import Path
from types import ModuleType

from bench.torture.victim import ACKNOWLEDGED, NAME, STEP, WAIT_SECONDS, live_until_killed
from dashboard.intake import archive
from dashboard.intake.inbox.found import INBOX_NAME
from dashboard.intake.inbox.put_away import DONE_NAME, REFUSED_NAME
from dashboard.intake.journal import Act, read_entries
from dashboard.intake.rebuild import rebuild
from dashboard.intake.reconcile import reconcile
from dashboard.paths import PROJECT_DIR
from dashboard.store.database import Store, open_store
from dashboard.store.decisions import ACT, decisions_made
from dashboard.store.journal import JOURNAL_NAME, read_lines
from dashboard.store.questions import ask
from dashboard.web.inbox_watch import QUIET_LOOKS, InboxWatch
from dashboard.web.live import FirstStart

FILE = PROJECT_DIR / "tests" / "examples" / NAME
COMMUNES_COUNT = 166
KILLS_PER_HOME = 20  # then a new one: the checks read all that a home holds
MOST_STEPS = 40  # of a life: two files, a decision and a drop have 33
BORN_SECONDS = 120
ENDING = ".bien-nhan.json"


@dataclass
class Kills:
    """What became of the lives. `moments` says where the kills fell; nothing in `faults`: all held."""

    seed: int
    kills_count: int = 0
    acknowledged: Counter[str] = field(default_factory=Counter)
    moments: Counter[str] = field(default_factory=Counter)
    taken_in_again_count: int = 0
    faults: list[str] = field(default_factory=list)


def kill_often(folder: Path, kills_count: int, seed: int, tell: Callable[[str], None]) -> Kills:
    """So many lives that end in SIGKILL; after each, archive, journal, database and drop folder agree."""
    result, chance = Kills(seed), random.Random(seed)
    while result.kills_count < kills_count:
        home = folder / f"kills-{result.kills_count}"
        home.mkdir(parents=True)
        for _ in range(min(KILLS_PER_HOME, kills_count - result.kills_count)):
            _kill_once(home, result.kills_count, chance)
            result.kills_count += 1
            result.moments[moment_of(home)] += 1
            result.faults += [f"kill {result.kills_count}: {fault}" for fault in check(home, result)]
        result.acknowledged.update(it.split()[0] for it in _acknowledged(home) if it != STEP)
        if rebuild(home).is_identical is not True:
            result.faults.append(f"{home.name}: a rebuild gives other figures")
        tell(f"{result.kills_count} kills: {dict(result.moments)}, {len(result.faults)} faults")
    return result


def _kill_once(home: Path, number: int, chance: random.Random) -> None:
    """A life of so many steps, by chance, ended without warning somewhere after the last of them."""
    until = len(_acknowledged(home)) + chance.randint(1, MOST_STEPS)
    process = CONTEXT.Process(target=live_until_killed, args=(home, FILE.read_bytes(), number + 1))
    with _without_main():
        process.start()
    deadline = time.monotonic() + BORN_SECONDS
    while len(_acknowledged(home)) < until and process.is_alive() and time.monotonic() < deadline:
        time.sleep(0.002)
    alive = process.is_alive()
    time.sleep(chance.uniform(0, 2 * WAIT_SECONDS))
    process.kill()
    process.join()
    assert alive, f"the process ended by itself: {process.exitcode}"


def moment_of(home: Path) -> str:
    """Between which steps of a load the kill fell, by what it left; seen before anything is mended."""
    if list(home.glob(f"archive/*/{archive.UNFINISHED}*")):
        return "writing the archive"
    journal = (home / JOURNAL_NAME).read_bytes()
    if journal and not journal.endswith(b"\n"):
        return "writing the journal"
    store = open_store(home)
    try:
        return _moment_by_database(home, store)
    finally:
        store.close()


def _moment_by_database(home: Path, store: Store) -> str:
    lines = read_lines(home)
    with store.reader() as cursor:
        last_stored = int(ask(cursor, "journal/last_ordinal")["ordinal"][0].as_py())
    if lines and lines[-1]["ordinal"] > last_stored:
        return "between journal and database"
    known = {line["sha256"] for line in lines if "sha256" in line}
    if {path.name for path in home.glob("archive/*/*")} - known:
        return "between archive and journal"
    inbox = {_sha256(path) for path in (home / INBOX_NAME).glob("*.csv")}
    if inbox & known:
        return "between taking in and moving"
    return "with a file in the drop folder" if inbox else "between two loads"


def check(home: Path, result: Kills) -> list[str]:
    """What does not hold after the next start has mended and emptied the drop folder."""
    store = open_store(home)
    try:
        mended = reconcile(store)
        result.taken_in_again_count += len(mended.taken_in_again)
        faults = [] if mended.is_whole else [f"not mended: {mended}"]
        watch = InboxWatch(store, FirstStart())
        for _ in range(QUIET_LOOKS + 1):
            watch.look()
        return [*faults, *_files(home, store), *_decisions(home, store), *_inbox(home)]
    finally:
        store.close()


def _files(home: Path, store: Store) -> list[str]:
    """Archive, journal and database tell the same, and all that was acknowledged is there once and whole."""
    entries = [entry for entry in read_entries(home) if entry.act is Act.TAKEN_IN]
    with store.reader() as cursor:
        rows = ask(cursor, "intake/everything_taken_in")["sha256"].to_pylist()
    in_journal, in_database = Counter(entry.sha256 for entry in entries), Counter(rows)
    promised = {line.split()[1] for line in _acknowledged(home) if line.startswith("file ")}
    faults = {
        "journal and database differ": set(in_journal) ^ set(in_database),
        "taken in twice": {sha for sha, count in in_journal.items() if count > 1},
        "half in": {sha for sha, count in in_database.items() if count != COMMUNES_COUNT},
        "acknowledged and lost": promised - set(in_database),
        "not in the archive": {sha for sha in in_journal if not archive.path_of(home, sha).is_file()},
        "changed in the archive": {it.name for it in home.glob("archive/*/*") if _sha256(it) != it.name},
    }
    return [f"{what}: {sorted(which)[:3]}" for what, which in faults.items() if which]


def _decisions(home: Path, store: Store) -> list[str]:
    with store.reader() as cursor:
        stored = [decision.ordinal for decision in decisions_made(cursor, "torture")]
    told = [line["ordinal"] for line in read_lines(home) if line["act"] == ACT]
    promised = {int(line.split()[1]) for line in _acknowledged(home) if line.startswith("decision ")}
    faults = ["decisions differ"] if stored != told else []
    return [*faults, *(["a decision was lost"] if promised - set(stored) else [])]


def _inbox(home: Path) -> list[str]:
    """Every file dropped lies in done/, once, beside a receipt of its own bytes; none is left or refused."""
    done = home / DONE_NAME
    dropped = [line.split()[1] for line in _acknowledged(home) if line.startswith("dropped ")]
    faults = [f"left in the drop folder: {it.name}" for it in (home / INBOX_NAME).glob("vinaphone*")]
    faults += [f"refused: {it.name}" for it in (home / REFUSED_NAME).glob("*")]
    for name in dropped:
        receipts = [json.loads(it.read_text("utf-8")) for it in done.glob(f"{Path(name).stem}*{ENDING}")]
        files = [it for it in done.glob(f"{Path(name).stem}*.csv") if it.suffix == ".csv"]
        if len(files) != 1 or _sha256(files[0]) not in {receipt["sha256"] for receipt in receipts}:
            faults.append(f"dropped and not done once: {name}")
    return faults


def _acknowledged(home: Path) -> list[str]:
    path = home / ACKNOWLEDGED
    return path.read_text("utf-8").splitlines() if path.exists() else []


def _sha256(path: Path) -> str:
    return hashlib.sha256(path.read_bytes()).hexdigest()


@contextmanager
def _without_main() -> Iterator[None]:
    """A life needs nothing of the program that starts it, which would be run again in it: after a test of a
    page that is the page."""
    main = sys.modules["__main__"]
    sys.modules["__main__"] = ModuleType("__main__")
    try:
        yield
    finally:
        sys.modules["__main__"] = main


def _context() -> multiprocessing.context.BaseContext:
    """Where the system can, lives come from one process that has read the program once."""
    if "forkserver" not in multiprocessing.get_all_start_methods():
        return multiprocessing.get_context("spawn")
    context = multiprocessing.get_context("forkserver")
    context.set_forkserver_preload(["bench.torture.victim"])
    return context


CONTEXT = _context()
