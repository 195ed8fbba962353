"""Notices that somebody edited a file of the policy: its values as they are now are entered in the journal.

The files are edited by hand (data/policy.toml, data/planning.toml), so nobody says who did it; the journal
says when it was noticed, when the file was last written, its checksum, and by the entry before, what changed.
"""

import tomllib
from collections.abc import Iterator, Mapping
from datetime import UTC, datetime
from pathlib import Path
from typing import Any

from dashboard.paths import DATA_DIR
from dashboard.store.chain import checksum
from dashboard.store.database import Store
from dashboard.store.journal import read_lines
from dashboard.store.notes import Note, NoteKind, enter

ACT: NoteKind = "policy_changed"
FILES = ("policy.toml", "planning.toml")


def notice_policy(store: Store, folder: Path = DATA_DIR) -> tuple[str, ...]:
    """Enter every file of the policy that differs from its last entry; returns their names. At each start."""
    known = {line["key"]: line["content"]["sha256"] for line in read_lines(store.home) if line["act"] == ACT}
    changed = []
    for name in FILES:
        content = (folder / name).read_bytes()
        if checksum(content) != known.get(name):
            written = datetime.fromtimestamp((folder / name).stat().st_mtime, UTC)
            enter(store, Note(ACT, name, _told(content, written)))
            changed.append(name)
    return tuple(changed)


def _told(content: bytes, written: datetime) -> dict[str, Any]:
    values = dict(_flat(tomllib.loads(content.decode("utf-8"))))
    return {"sha256": checksum(content), "written_at": written.isoformat(timespec="seconds")} | values


def _flat(values: Mapping[str, Any], above: str = "") -> Iterator[tuple[str, Any]]:
    """Each value under the names that lead to it; days and times of day as text."""
    for name, value in values.items():
        place = f"{above}.{name}" if above else name
        if isinstance(value, Mapping):
            yield from _flat(value, place)
        else:
            yield place, value if isinstance(value, str | int | float | bool) else str(value)
