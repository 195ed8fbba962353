"""Notices that somebody edited a file of the policy: its values as they are now are entered in the journal.

The files are edited by hand (policy, planning, carriers: hand_edited.py), so nobody says who did it; the
journal says when it was noticed, when the file was last written, its checksum, and by the entry before what
changed.
"""

import tomllib
from collections.abc import Iterator, Mapping
from datetime import UTC, datetime
from pathlib import Path
from typing import Any

from dashboard.paths import DATA_DIR
from dashboard.reference.carriers import Carrier
from dashboard.reference.tables import header_of, read_rows
from dashboard.store.chain import checksum
from dashboard.store.database import Store
from dashboard.store.journal import read_lines
from dashboard.store.notes import Note, NoteKind, enter
from dashboard.upkeep.hand_edited import hand_edited

ACT: NoteKind = "policy_changed"


def notice_policy(store: Store, folder: Path = DATA_DIR) -> tuple[str, ...]:
    """Enter every file of the policy that differs from its last entry; returns their names. At each start."""
    known = {line["key"]: line["content"]["sha256"] for line in read_lines(store.home) if line["act"] == ACT}
    changed = []
    for name, path in hand_edited(store.home, folder).items():
        content = path.read_bytes()
        if checksum(content) != known.get(name):
            written = datetime.fromtimestamp(path.stat().st_mtime, UTC)
            told = {"sha256": checksum(content), "written_at": written.isoformat(timespec="seconds")}
            enter(store, Note(ACT, name, told | _values(path)))
            changed.append(name)
    return tuple(changed)


def _values(path: Path) -> dict[str, Any]:
    """What stands in the file: each value under the names that lead to it, a carrier's under its code."""
    if path.suffix == ".toml":
        return dict(_flat(tomllib.loads(path.read_text(encoding="utf-8"))))
    rows = read_rows(path, header_of(Carrier))
    return dict(_flat({row["code"]: {name: row[name] for name in row if name != "code"} for row in rows}))


def _flat(values: Mapping[str, Any], above: str = "") -> Iterator[tuple[str, Any]]:
    """Each value under the names that lead to it; days and times of day as text."""
    for name, value in values.items():
        place = f"{above}.{name}" if above else name
        if isinstance(value, Mapping):
            yield from _flat(value, place)
        else:
            yield place, value if isinstance(value, str | int | float | bool) else str(value)
