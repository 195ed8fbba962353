"""Report files spoilt at random: bytes flipped, cells swapped, ends cut off, sizes lied about.

Each goes the way of every file, its reading child included, into a database that counts what it was told.
"""

import random
import re
import struct
import zipfile
from collections import Counter
from collections.abc import Callable, Iterator, Mapping, Sequence
from contextlib import suppress
from dataclasses import dataclass, field
from datetime import UTC, datetime, timedelta
from io import BytesIO
from pathlib import Path

import psutil
from pyarrow.csv import ParseOptions, read_csv
from pyarrow.parquet import write_table

from dashboard.intake.reading.limits import MIB
from dashboard.intake.receipt import Receipt
from dashboard.intake.request import IntakeRequest
from dashboard.intake.several import take_in_each
from dashboard.paths import PROJECT_DIR
from dashboard.settings import settings
from dashboard.store.database import Store, open_store
from dashboard.store.questions import ask

EXAMPLES_DIR = PROJECT_DIR / "tests" / "examples"
OTHER_FORMATS_DIR = PROJECT_DIR / "tests" / "intake" / "files"
KINDS = ("xlsx", "csv", "ods", "xls", "parquet")
FILES_PER_HOME = 500  # then a new one, so that every file meets a past of its own
RECEIVED_AT = datetime(2026, 11, 11, 2, tzinfo=UTC)
NUMBER = re.compile(rb"(?<=<v>)\d+(?=</v>)|(?<=value=\")\d+(?=\")")

Spoil = Callable[[bytes, random.Random], bytes]


@dataclass
class Mutants:
    """What became of the files. `faults` lists what must not happen; nothing in it means that all held."""

    seed: int
    files_count: int = 0
    statuses: Counter[str] = field(default_factory=Counter)
    kinds: Counter[str] = field(default_factory=Counter)
    ways: Counter[str] = field(default_factory=Counter)
    rules: Counter[str] = field(default_factory=Counter)
    child_peak_mib: float = 0.0
    server_growth_mib: float = 0.0
    faults: list[str] = field(default_factory=list)


def torment(folder: Path, files_count: int, seed: int, tell: Callable[[str], None]) -> Mutants:
    """Take in so many spoilt files, two children reading at a time."""
    result = Mutants(seed)
    chance = random.Random(seed)
    sources = originals()
    before_mib, peak_before_mib = _own_mib(), _children_peak_mib()
    while result.files_count < files_count:
        count = min(FILES_PER_HOME, files_count - result.files_count)
        store = open_store(folder / f"mutants-{result.files_count}")
        try:
            _torment_one_home(store, list(spoilt(sources, chance, count)), result)
        finally:
            store.close()
        tell(f"{result.files_count} spoilt files: {dict(result.statuses)}, {len(result.faults)} faults")
    result.server_growth_mib = _own_mib() - before_mib
    result.child_peak_mib = _children_peak_mib()
    # The peak is of all children this process ever had: only what rose during the run is told against it.
    if result.child_peak_mib > max(settings().read_memory_mib, peak_before_mib):
        result.faults.append(f"a child used {result.child_peak_mib:.0f} MiB")
    return result


@dataclass(frozen=True)
class Spoilt:
    """A spoilt file, and how it came to be."""

    name: str
    kind: str
    way: str
    content: bytes


def originals() -> Mapping[str, Sequence[tuple[str, bytes]]]:
    """Good files by kind, with their names."""
    paths = sorted([*EXAMPLES_DIR.glob("*_2026-11-1*"), *OTHER_FORMATS_DIR.glob("*_2026-11-1*")])
    found = {kind: [(it.stem, it.read_bytes()) for it in paths if it.suffix == f".{kind}"] for kind in KINDS}
    text = (EXAMPLES_DIR / "wintel_2026-11-11.csv").read_text(encoding="utf-16").encode()
    packed = BytesIO()
    write_table(read_csv(BytesIO(text), parse_options=ParseOptions(delimiter="\t")), packed)
    return found | {"parquet": [("wintel_2026-11-11", packed.getvalue())]}


def spoilt(
    sources: Mapping[str, Sequence[tuple[str, bytes]]], chance: random.Random, count: int
) -> Iterator[Spoilt]:
    """So many files, each kind and each way of spoiling as often."""
    for _ in range(count):
        kind, way = chance.choice(list(sources)), chance.choice(list(WAYS))
        name, content = chance.choice(sources[kind])
        yield Spoilt(f"{name}.{kind}", kind, way, WAYS[way](content, chance))


def _torment_one_home(store: Store, files: list[Spoilt], result: Mutants) -> None:
    moments = (RECEIVED_AT + timedelta(seconds=number) for number in range(len(files)))
    requests = [
        IntakeRequest(file.name, file.content, moment, "torture", "torture")
        for file, moment in zip(files, moments, strict=True)
    ]
    receipts = take_in_each(((request, None) for request in requests), store)
    known: set[str] = set()
    for file, receipt in zip(files, receipts, strict=True):
        _count(file, receipt, result)
        if receipt.status.is_accepted and receipt.submission_id:
            known.add(receipt.submission_id)
        result.faults += [f"{file.kind}, {file.way}: {it}" for it in faults_of(receipt, known, store)]


def _count(file: Spoilt, receipt: Receipt, result: Mutants) -> None:
    result.files_count += 1
    result.kinds[file.kind] += 1
    result.ways[file.way] += 1
    result.statuses[receipt.status.value] += 1
    result.rules.update({finding.rule for finding in receipt.findings})


def faults_of(receipt: Receipt, known: set[str], store: Store) -> list[str]:
    """What is wrong after a file: figures without a receipt, or a receipt that does not say why."""
    with store.reader() as cursor:
        stored = set(ask(cursor, "intake/submission_ids")["submission_id"].to_pylist())
    found = []
    if stored != known:
        found.append(f"figures without a receipt: {sorted(stored ^ known)[:3]}")
    if receipt.status == "rejected" and not receipt.errors_count:
        found.append("refused without saying why")
    counts = receipt.totals
    if receipt.status.is_accepted and (
        counts["total_count"] != (counts["verified_count"] or 0) + (counts["unverified_count"] or 0)
    ):
        found.append(f"accepted although its sums differ: {dict(counts)}")
    return found


def _flip(content: bytes, chance: random.Random) -> bytes:
    changed = bytearray(content)
    for _ in range(chance.choice([1, 1, 3, 20])):
        changed[chance.randrange(len(changed))] = chance.randrange(256)
    return bytes(changed)


def _cut(content: bytes, chance: random.Random) -> bytes:
    return content[: chance.randrange(len(content))]


def _move(content: bytes, chance: random.Random) -> bytes:
    start, size = chance.randrange(len(content)), chance.choice([1, 16, 512, 4096])
    piece, at = content[start : start + size], chance.randrange(len(content))
    return content[:at] + piece + content[at + chance.choice([0, len(piece)]) :]


def _lie(content: bytes, chance: random.Random) -> bytes:
    """Another size (or checksum, or method) in a zip's headers; other files get a wrong number anywhere."""
    starts = [it.start() for it in re.finditer(rb"PK\x01\x02|PK\x03\x04|PK\x05\x06", content)]
    changed = bytearray(content)
    at = chance.choice(starts) + chance.choice([8, 14, 18, 20, 22, 24, 42]) if starts else len(content) // 2
    value = chance.choice([0, 1, 0xFFFFFFFF, 0x7FFFFFFF, 1 << 20, chance.getrandbits(32)])
    with suppress(struct.error):
        struct.pack_into("<I", changed, min(at, len(changed) - 4), value)
    return bytes(changed)


def _swap_cells(content: bytes, chance: random.Random) -> bytes:
    """Numbers of a zip's sheets, or lines and fields of a text, change places; other files are flipped."""
    if content.startswith(b"PK"):
        return _rezipped(content, chance)
    if b"\x00" in content[:1000]:
        return _flip(content, chance)
    lines = content.split(b"\n")
    one, other = chance.randrange(len(lines)), chance.randrange(len(lines))
    lines[one], lines[other] = lines[other], lines[one]
    fields = re.split(rb"([;,\t])", lines[one])
    chance.shuffle(fields)
    lines[one] = b"".join(fields)
    return b"\n".join(lines)


def _rezipped(content: bytes, chance: random.Random) -> bytes:
    packed = BytesIO()
    with zipfile.ZipFile(BytesIO(content)) as old, zipfile.ZipFile(packed, "w") as new:
        for name in old.namelist():
            part = old.read(name)
            changed = _numbers_changed(part, chance) if name.endswith(".xml") else part
            new.writestr(zipfile.ZipInfo(name), changed, zipfile.ZIP_DEFLATED)  # without the time of day
    return packed.getvalue()


def _numbers_changed(part: bytes, chance: random.Random) -> bytes:
    numbers = NUMBER.findall(part)
    if not numbers:
        return part
    wanted = set(chance.sample(range(len(numbers)), min(len(numbers), chance.choice([1, 2, 10]))))
    odd = [b"-1", b"1e308", b"99999999999999999999", b"NaN", b"", b"0.5", chance.choice(numbers)]
    place = iter(range(len(numbers)))
    return NUMBER.sub(lambda it: chance.choice(odd) if next(place) in wanted else it[0], part)


WAYS: Mapping[str, Spoil] = {
    "bytes flipped": _flip,
    "cut off": _cut,
    "pieces moved": _move,
    "sizes lied about": _lie,
    "cells swapped": _swap_cells,
}


def _own_mib() -> float:
    return float(psutil.Process().memory_info().rss) / MIB


def _children_peak_mib() -> float:
    """The most resident memory that any child ended so far has had; 0 where the system does not tell."""
    try:
        import resource
    except ImportError:
        return 0.0
    return resource.getrusage(resource.RUSAGE_CHILDREN).ru_maxrss / 1024
