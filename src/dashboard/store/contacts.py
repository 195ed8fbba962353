"""Names and telephone numbers of those who work with the app, kept where they can be removed.

They are personal data. The journal is chained and never changes, so nothing of them goes into it: it holds
an entry's id, and this file the person behind the id (docs/decisions/0022-register.md). Received files that
name people lie beside it, and go when one of their people is removed.
"""

import json
from collections.abc import Mapping
from dataclasses import asdict, dataclass
from pathlib import Path
from typing import TypeAlias

from dashboard.store.disk import replace_file
from dashboard.store.file_lock import only_one

CONTACTS_FOLDER, BOOK, FILES = "contacts", "contacts.json", "files"
LOCK = "contacts.lock"  # a command erases a contact while the app keeps another


@dataclass(frozen=True)
class Contact:
    """A person to ask; `files` are the checksums of the received files that name them."""

    contact_name: str = ""
    contact_phone: str = ""
    files: tuple[str, ...] = ()

    def __bool__(self) -> bool:
        """Whether anybody is named."""
        return bool(self.contact_name or self.contact_phone)


Key: TypeAlias = tuple[str, str]  # subject and id of the entry that they are the contact of


def read_contacts(home: Path) -> Mapping[Key, Contact]:
    """Everybody on record; nobody before the first."""
    path = home / CONTACTS_FOLDER / BOOK
    if not path.exists():
        return {}
    kept = json.loads(path.read_text(encoding="utf-8"))
    return {(each.pop("subject"), each.pop("entry_id")): _contact(each) for each in kept}


def keep_contacts(home: Path, changed: Mapping[Key, Contact]) -> None:
    """Put people on record; who is empty is taken off it."""
    with only_one(home / CONTACTS_FOLDER / LOCK):
        contacts = {**read_contacts(home), **changed}
        _write(home, {key: contact for key, contact in contacts.items() if contact})


def keep_file(home: Path, sha256: str, content: bytes) -> None:
    """Keep a received file that may name people, under its checksum."""
    path = home / CONTACTS_FOLDER / FILES / sha256
    if not path.exists():
        path.parent.mkdir(parents=True, exist_ok=True)
        replace_file(path, content)


def erase_contact(home: Path, name_or_phone: str) -> int:
    """Remove a person wherever they stand, with the files that name them; how many entries named them."""
    wanted = name_or_phone.strip().casefold()
    with only_one(home / CONTACTS_FOLDER / LOCK):
        contacts = read_contacts(home)
        found = {
            key: contact
            for key, contact in contacts.items()
            if wanted and wanted in {contact.contact_name.casefold(), contact.contact_phone.casefold()}
        }
        for sha256 in {sha256 for contact in found.values() for sha256 in contact.files}:
            (home / CONTACTS_FOLDER / FILES / sha256).unlink(missing_ok=True)
        _write(home, {key: contact for key, contact in contacts.items() if key not in found})
    return len(found)


def _write(home: Path, contacts: Mapping[Key, Contact]) -> None:
    rows = [
        {"subject": subject, "entry_id": entry_id, **asdict(contact)}
        for (subject, entry_id), contact in sorted(contacts.items())
    ]
    path = home / CONTACTS_FOLDER / BOOK
    path.parent.mkdir(parents=True, exist_ok=True)
    replace_file(path, json.dumps(rows, ensure_ascii=False, indent=1).encode())


def _contact(kept: dict[str, object]) -> Contact:
    files = kept.get("files", [])
    return Contact(
        str(kept.get("contact_name", "")),
        str(kept.get("contact_phone", "")),
        tuple(map(str, files)) if isinstance(files, list) else (),
    )
