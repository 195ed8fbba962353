"""Names that are in no list and that a person has said stand for a unit: confirmed once, used from then on.

A code and a name of the lists always come first: an alias only speaks where nothing else does, and none is
made for a text that is a unit's name itself. It belongs to one list of units, and in the list of before
1 July 2025 to a district where the file tells one, since names repeat between districts.
"""

from collections.abc import Iterable, Mapping
from dataclasses import asdict, dataclass
from types import MappingProxyType
from typing import TypeAlias

import duckdb

from dashboard.intake.layout.vocabulary import row_label
from dashboard.intake.matching.places import (
    LONGEST_NAME,
    Lists,
    Place,
    PlaceIndex,
    before,
    before_by_district,
    district_key,
    names_a_place,
    today,
)
from dashboard.reference.names import fold, split_kind
from dashboard.store.database import Store
from dashboard.store.decisions import Decision, Draft, decide_all, decisions_before
from dashboard.store.journal import journal_lock

SUBJECT = "alias"
KEY_SEPARATOR = "/"


@dataclass(frozen=True)
class Written:
    """A name as a file writes it: by which list, and in which district where the file says so."""

    lists: Lists
    name: str
    district: str = ""

    @property
    def key(self) -> str:
        """What two ways of writing the same name have in common: "today_communes//phuong hac thanh"."""
        kind, bare = split_kind(self.name)
        return KEY_SEPARATOR.join((self.lists, district_key(self.district), fold(f"{kind or ''} {bare}")))

    @property
    def index(self) -> PlaceIndex:
        """Where the name is looked up: among the old communes of its district, where that is known."""
        if self.lists is Lists.TODAY:
            return today()
        return before_by_district().get(district_key(self.district), before())

    @property
    def can_be_alias(self) -> bool:
        """Whether nothing but a person can say what it means: no unit of any list has this name."""
        is_name = len(fold(self.name)) > 0 and len(self.name) <= LONGEST_NAME
        return is_name and not names_a_place(self.name) and row_label(self.name) is None


@dataclass(frozen=True)
class Alias:
    """A name, and the code of the unit of its list that it stands for; where it was met, for the record."""

    written: Written
    code: str
    file_name: str = ""

    @property
    def place(self) -> Place | None:
        """The unit; None where the list has no such code any more."""
        return place_in(self.written.lists, self.code)


Aliases: TypeAlias = Mapping[str, Alias]  # by the key of what is written
NO_ALIASES: Aliases = MappingProxyType({})


def place_in(lists: Lists, code: str) -> Place | None:
    """The unit of a list with this five-digit code."""
    return (today() if lists is Lists.TODAY else before()).by_code(code)


def meant_by(written: Written, aliases: Aliases) -> Place | None:
    """The unit that a name stands for by confirmation; None where nobody has said so, or nobody may."""
    alias = aliases.get(written.key)
    return alias.place if alias is not None and written.can_be_alias else None


def aliases_in_force(cursor: duckdb.DuckDBPyConnection, before: int | None = None) -> Aliases:
    """What has been confirmed and not withdrawn; `before` the act with an ordinal, where one is given."""
    found = decisions_before(cursor, SUBJECT, before)
    return MappingProxyType({key: alias_of(decision) for key, decision in found.items()})


def alias_of(decision: Decision) -> Alias:
    """A decision of this subject as the alias that it confirms. Raises KeyError, ValueError for another."""
    content = decision.content or {}
    written = Written(Lists(content["lists"]), content["name"], content["district"])
    return Alias(written, content["code"], content["file_name"])


def confirm_aliases(store: Store, aliases: Iterable[Alias], decided_by: str) -> tuple[Alias, ...]:
    """Keep aliases together; those that somebody has confirmed already stand as they are.

    Returns what was kept. Raises ValueError for a name that may be none or a code that is in no list.
    """
    wanted = {alias.written.key: alias for alias in aliases}
    for alias in wanted.values():
        if not alias.written.can_be_alias or alias.place is None:
            raise ValueError(f"cannot stand for a unit: {alias}")
    with journal_lock:
        with store.reader() as cursor:
            standing = aliases_in_force(cursor)
        fresh = tuple(alias for key, alias in wanted.items() if key not in standing)
        if fresh:
            decide_all(store, tuple(_draft(alias, decided_by) for alias in fresh))
    return fresh


def withdraw_alias(store: Store, key: str, decided_by: str, reason: str = "") -> None:
    """Take a confirmation back: files that come from now on are asked about again, those taken in stay."""
    decide_all(store, (Draft(SUBJECT, key, None, decided_by, reason),))


def _draft(alias: Alias, decided_by: str) -> Draft:
    written = asdict(alias.written)
    content = {**written, "code": alias.code, "file_name": alias.file_name}
    return Draft(SUBJECT, alias.written.key, content, decided_by)
