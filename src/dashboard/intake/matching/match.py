"""Each row of a table to the commune of today that takes its figures."""

import re
from collections.abc import Mapping
from dataclasses import dataclass
from enum import StrEnum

from dashboard.intake.layout.table import DataRow, Table
from dashboard.intake.layout.vocabulary import row_label
from dashboard.intake.matching.aliases import NO_ALIASES, Aliases, Written, meant_by
from dashboard.intake.matching.places import (
    NOTHING_FOUND,
    Found,
    Lists,
    MatchedBy,
    Place,
    before,
    today,
)
from dashboard.reference.old_communes import old_commune_by_code

CODE = re.compile(r"^[0-9]{1,5}$")
CODE_DIGITS = 5


class Problem(StrEnum):
    """Why a row found no commune, or found it with a doubt."""

    NAMELESS = "nameless"
    UNKNOWN_CODE = "unknown_code"
    UNKNOWN_NAME = "unknown_name"
    AMBIGUOUS_NAME = "ambiguous_name"
    CONFLICT = "conflict"
    NAME_NOT_RECOGNISED = "name_not_recognised"  # the code decides; a warning


@dataclass(frozen=True)
class Match:
    """What became of a row.

    `place` is the unit it speaks of, `commune_code` the one of today that takes its counts. `others` are the
    places a name could stand for, the one a contradicting name means, or the nearest names.
    """

    row: DataRow
    matched_by: MatchedBy
    place: Place | None = None
    commune_code: str | None = None
    problem: Problem | None = None
    others: tuple[Place, ...] = ()


@dataclass(frozen=True)
class Matches:
    """All rows of a table, matched by one list as a whole: a name of both means another area in each."""

    lists: Lists
    rows: tuple[Match, ...]

    def counts(self) -> Mapping[MatchedBy, int]:
        """How many rows were matched in which way, in the order of MatchedBy."""
        ways = [match.matched_by for match in self.rows]
        return {way: ways.count(way) for way in MatchedBy if way in ways}


def match_table(table: Table, aliases: Aliases = NO_ALIASES) -> Matches:
    """Every row matched. A file is taken as made by the old list when more of its rows exist only there.

    `aliases` say what names of no list stand for; they have no vote in the choice of the list.
    """
    lists = _lists_of(table)
    matched = (_match(row, lists, aliases) for row in table.rows)
    return Matches(lists, tuple(_resolved(match) if lists is Lists.BEFORE else match for match in matched))


def _lists_of(table: Table) -> Lists:
    """Votes of the rows: a name of only one list is for it; a name of both, or of none, abstains.

    Without a vote (only names of both) a column of districts decides: there are none today.
    """
    names = [row.text("commune_name") for row in table.rows if row.text("commune_name")]
    is_today = [bool(today().find(name).places) for name in names]
    is_before = [bool(before().find(name).places) for name in names]
    votes = sum(old - new for old, new in zip(is_before, is_today, strict=True))
    if not names:
        codes = [_code(row) or "" for row in table.rows]
        votes = sum(bool(before().by_code(code)) - bool(today().by_code(code)) for code in codes)
    has_districts = any(row.district for row in table.rows)
    return Lists.BEFORE if votes > 0 or (votes == 0 and has_districts) else Lists.TODAY


def written_in(row: DataRow, lists: Lists) -> Written:
    """The name that a row gives its commune."""
    return Written(lists, row.text("commune_name"), row.district if lists is Lists.BEFORE else "")


def _match(row: DataRow, lists: Lists, aliases: Aliases) -> Match:
    """By code where there is one, held against the name; else by name; at last by what was confirmed."""
    written = written_in(row, lists)
    name, index = written.name, written.index
    found = index.find(name) if name else NOTHING_FOUND
    if not row.text("commune_code"):
        return _by_alias(_by_name(row, found, written), written, aliases)
    place = (today() if lists is Lists.TODAY else before()).by_code(_code(row) or "")
    if place is None:
        others = found.places or (index.nearest(name) if name else ())
        return Match(row, MatchedBy.NOTHING, problem=Problem.UNKNOWN_CODE, others=others)
    if not name or place in found.places:
        return _matched(row, place, MatchedBy.CODE)
    if found.places or _means_another(name, place) or row_label(name):
        return Match(row, MatchedBy.NOTHING, place, problem=Problem.CONFLICT, others=found.places)
    return Match(row, MatchedBy.CODE, place, place.code, Problem.NAME_NOT_RECOGNISED)


def _by_name(row: DataRow, found: Found, written: Written) -> Match:
    if not written.name:
        return Match(row, MatchedBy.NOTHING, problem=Problem.NAMELESS)
    if found.place is not None:
        return _matched(row, found.place, found.matched_by)
    if found.places:
        return Match(row, MatchedBy.NOTHING, problem=Problem.AMBIGUOUS_NAME, others=found.places)
    others = written.index.nearest(written.name)
    return Match(row, MatchedBy.NOTHING, problem=Problem.UNKNOWN_NAME, others=others)


def _by_alias(match: Match, written: Written, aliases: Aliases) -> Match:
    """A row that nothing else could place, by the confirmed meaning of its name."""
    place = meant_by(written, aliases) if match.problem is Problem.UNKNOWN_NAME else None
    return match if place is None else _matched(match.row, place, MatchedBy.ALIAS)


def _means_another(name: str, place: Place) -> bool:
    """Whether a name that is not in the list is in the other one, and so speaks of another area."""
    found = (*today().find(name).places, *before().find(name).places)
    return bool(found) and all(other.code != place.code for other in found)


def _matched(row: DataRow, place: Place, matched_by: MatchedBy) -> Match:
    return Match(row, matched_by, place, place.code)


def _resolved(match: Match) -> Match:
    """A match with an old commune, carried on to the commune of today that takes its counts."""
    if match.place is None or match.commune_code is None:
        return match
    old = old_commune_by_code()[match.place.code]
    way = MatchedBy.DIVIDED_COMMUNE if old.is_divided else MatchedBy.OLD_COMMUNE
    if match.matched_by is MatchedBy.ALIAS:
        way = MatchedBy.ALIAS
    return Match(match.row, way, match.place, old.commune_code, match.problem)


def _code(row: DataRow) -> str | None:
    """The row's code as five digits of text: programs drop leading zeros of what they take for a number."""
    text = row.text("commune_code")
    return text.zfill(CODE_DIGITS) if CODE.match(text) else None
