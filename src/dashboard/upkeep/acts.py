"""Every act of the journal as one kind of record: who, when, from where, what before and after, why.

What stood before is not kept twice: it is the last act of the same thing before this one.
"""

import json
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from datetime import date, datetime
from functools import lru_cache
from pathlib import Path
from typing import Any, TypeAlias

from dashboard.intake.journal import Act, is_of_a_file
from dashboard.reference.names import fold
from dashboard.settings import LOCAL_ZONE
from dashboard.store.chain import CAME_FROM
from dashboard.store.decisions import ACT as DECIDED
from dashboard.store.journal import JOURNAL_NAME, read_whole_lines
from dashboard.upkeep.act_words import origin_words, subject_words

Content: TypeAlias = Mapping[str, Any]
REPORT = "report_file"
THE_PROGRAM = "chương trình"
OF_A_FILE = (
    "file_name",
    "sha256",
    "status",
    "carrier_code",
    "round_on",
    "given_carrier_code",
    "given_round_on",
)


@dataclass(frozen=True)
class Done:
    """One act. `before` and `after` are None where there was, or is, nothing; `done_at` is aware."""

    ordinal: int
    subject: str
    key: str
    done_at: datetime
    done_by: str
    way: str
    address: str
    reason: str
    before: Content | None
    after: Content | None

    @property
    def changes(self) -> tuple["Change", ...]:
        """Field by field what is another than before."""
        before, after = dict(_flat(self.before or {})), dict(_flat(self.after or {}))
        names = dict.fromkeys([*before, *after])
        return tuple(
            Change(name, before.get(name, ""), after.get(name, ""))
            for name in names
            if before.get(name, "") != after.get(name, "")
        )

    def as_json(self) -> dict[str, Any]:
        """The command line's and the export's contract."""
        told = {name: getattr(self, name) for name in self.__dataclass_fields__}
        return told | {"done_at": self.done_at.isoformat()}


@dataclass(frozen=True)
class Change:
    """A field of what an act was about, "" where it was not there."""

    name: str
    before: str
    after: str


@dataclass(frozen=True)
class Wanted:
    """What is looked for: part of a name, a subject, days (local, both included), words anywhere."""

    by: str = ""
    subject: str = ""
    first_on: date | None = None
    last_on: date | None = None
    words: str = ""


def acts_of(home: Path) -> tuple[Done, ...]:
    """All acts in order. Raises JournalError where a line cannot be read."""
    path = home / JOURNAL_NAME
    if not path.exists():
        return ()
    found = path.stat()
    return _acts(home, found.st_size, found.st_mtime_ns)


def matching(acts: tuple[Done, ...], wanted: Wanted) -> tuple[Done, ...]:
    """Those that are looked for, newest first; letters with and without marks are the same."""
    by, words = fold(wanted.by), fold(wanted.words).split()
    return tuple(act for act in reversed(acts) if _is_wanted(act, wanted, by) and _holds(act, words))


def _is_wanted(act: Done, wanted: Wanted, by: str) -> bool:
    day = act.done_at.astimezone(LOCAL_ZONE).date()
    return (
        by in fold(act.done_by)
        and wanted.subject in ("", act.subject)
        and (wanted.first_on is None or wanted.first_on <= day)
        and (wanted.last_on is None or day <= wanted.last_on)
    )


def _holds(act: Done, words: list[str]) -> bool:
    if not words:
        return True
    contents = [json.dumps(content, ensure_ascii=False) for content in (act.before, act.after) if content]
    told = [subject_words(act.subject), act.key, act.done_by, act.reason, origin_words(act.way, act.address)]
    text = fold(" ".join([*told, *contents]))
    return all(word in text for word in words)


@lru_cache(maxsize=2)
def _acts(home: Path, _size: int, _modified_ns: int) -> tuple[Done, ...]:
    return tuple(_done(read_whole_lines(home)))


def _done(lines: tuple[Mapping[str, Any], ...]) -> Iterator[Done]:
    last: dict[tuple[str, str], Content | None] = {}
    for line in lines:
        subject, key = _about(line)
        origin = line.get(CAME_FROM, {})
        after = _content(line)
        moment = line.get("recorded_at") or line.get("decided_at") or line["noted_at"]
        yield Done(
            ordinal=int(line["ordinal"]),
            subject=subject,
            key=key,
            done_at=datetime.fromisoformat(moment),
            done_by=_who(line, origin.get("way", "")),
            way=str(line.get("way") or origin.get("way", "")),
            address=str(origin.get("address", "")),
            reason=str(line.get("reason", "")),
            before=last.get((subject, key)),
            after=after,
        )
        if line["act"] != Act.REFUSED:  # a refused file changes nothing
            last[subject, key] = after


def _who(line: Mapping[str, Any], way: str) -> str:
    names = (line.get(name) for name in ("taken_in_by", "decided_by", "noted_by"))
    return next((str(name) for name in names if name), THE_PROGRAM if way == "app" else "")


def _about(line: Mapping[str, Any]) -> tuple[str, str]:
    """Subject and key; of a file whose report it is, since the next one takes its place."""
    if line["act"] == DECIDED:
        return str(line["subject"]), str(line["key"])
    if not is_of_a_file(line):
        return str(line["act"]), str(line.get("key", ""))
    whose = [line["carrier_code"], line["round_on"]]
    return REPORT, "/".join(whose) if all(whose) else str(line["file_name"])


def _content(line: Mapping[str, Any]) -> Content | None:
    if is_of_a_file(line):
        return {name: line[name] for name in OF_A_FILE if line.get(name) is not None}
    content: Content | None = line.get("content")
    return content


def _flat(content: Content, above: str = "") -> Iterator[tuple[str, str]]:
    for name, value in content.items():
        place = f"{above}.{name}" if above else str(name)
        if isinstance(value, Mapping):
            yield from _flat(value, place)
        elif value is not None:
            yield place, value if isinstance(value, str) else json.dumps(value, ensure_ascii=False)
