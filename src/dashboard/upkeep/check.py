"""Whether database, archive, journal and layers agree."""

from collections.abc import Iterator
from dataclasses import asdict, dataclass
from pathlib import Path
from typing import Literal

from dashboard.boundaries.layers import LAYERS_FOLDER, PUBLICATIONS_NAME, is_intact
from dashboard.intake.archive import ARCHIVE_NAME, UNFINISHED, path_of
from dashboard.intake.journal import Act, Entry, entry_of, is_of_a_file
from dashboard.store.chain import verify
from dashboard.store.database import Store
from dashboard.store.decisions import ACT
from dashboard.store.journal import JOURNAL_NAME, JournalError, read_lines
from dashboard.store.questions import ask
from dashboard.upkeep.manifest import checksum_of_file

Kind = Literal["chain", "journal", "lacking", "unknown", "differs", "file_missing", "file_changed", "layer"]


@dataclass(frozen=True)
class Problem:
    """Something that does not agree; `about` names the line, submission, decision, file or layer."""

    kind: Kind
    about: str

    def as_json(self) -> dict[str, str]:
        """The command line's contract."""
        return asdict(self)


def check_store(
    store: Store, noted_head: str | None = None, promised: "Told | None" = None
) -> tuple[Problem, ...]:
    """Everything that does not agree, after what a crash left was mended (reconcile); nothing is changed.

    May be asked of a copy while files come in: what the journal told before the copy was made (`promised`)
    must be in it, and what it holds must be in the journal afterwards. `noted_head` as in chain.verify.
    """
    chain = verify(_journal_bytes(store), noted_head)
    problems = (
        [] if chain.is_whole else [Problem("chain", f"{JOURNAL_NAME}, {chain.fault}: {chain.broken_line}")]
    )
    try:
        promised = promised or Told.by(store.home)
        problems += [*_of_database(promised, store), *_of_archive(promised.entries, store)]
    except JournalError as error:
        problems.append(Problem("journal", str(error)))
    return (*problems, *_of_layers(store))


def _journal_bytes(store: Store) -> bytes:
    path = store.home / JOURNAL_NAME
    return path.read_bytes() if path.exists() else b""


@dataclass(frozen=True)
class Told:
    """What the journal tells: acts with files, ordinals of decisions."""

    entries: tuple[Entry, ...]
    decided: frozenset[int]

    @classmethod
    def by(cls, home: Path) -> "Told":
        """Read it now. Raises JournalError where a line cannot be read."""
        lines = read_lines(home)
        entries = tuple(entry_of(line, home) for line in lines if is_of_a_file(line))
        return cls(entries, frozenset(int(line["ordinal"]) for line in lines if line["act"] == ACT))

    def taken_in(self) -> dict[str, Entry]:
        """The files that became submissions, by the submission's id."""
        return {entry.submission_id: entry for entry in self.entries if entry.act is Act.TAKEN_IN}


def _of_database(promised: Told, store: Store) -> Iterator[Problem]:
    with store.reader() as cursor:
        stored = {row["submission_id"]: row for row in ask(cursor, "upkeep/submissions").to_pylist()}
        decided = set(ask(cursor, "decisions/ordinals")["ordinal"].to_pylist())
    for submission_id, entry in promised.taken_in().items():
        row = stored.get(submission_id)
        if row is None:
            yield Problem("lacking", submission_id)
        elif (row["sha256"], row["carrier_code"], row["round_on"]) != (
            entry.sha256,
            entry.carrier_code,
            entry.round_on,
        ):
            yield Problem("differs", submission_id)
    yield from (Problem("lacking", str(ordinal)) for ordinal in sorted(promised.decided - decided))
    known = Told.by(store.home)
    unknown = stored.keys() - known.taken_in().keys()
    yield from (Problem("unknown", submission_id) for submission_id in sorted(unknown))
    yield from (Problem("unknown", str(ordinal)) for ordinal in sorted(decided - known.decided))


def _of_archive(entries: tuple[Entry, ...], store: Store) -> Iterator[Problem]:
    """Files that the journal tells of and the archive lacks; files there whose bytes are not their name's."""
    for sha256 in dict.fromkeys(entry.sha256 for entry in entries):
        if not path_of(store.home, sha256).is_file():
            yield Problem("file_missing", sha256)
    for path in sorted((store.home / ARCHIVE_NAME).glob("*/*")):
        if not path.name.startswith(UNFINISHED) and checksum_of_file(path) != path.name:
            yield Problem("file_changed", path.name)


def _of_layers(store: Store) -> Iterator[Problem]:
    for noted in sorted((store.home / LAYERS_FOLDER).glob(f"*/{PUBLICATIONS_NAME}")):
        if not is_intact(noted.parent):
            yield Problem("layer", noted.parent.name)
