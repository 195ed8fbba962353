"""Names in a file that only a person can say the meaning of, each asked about once."""

from collections.abc import Iterable
from dataclasses import dataclass

from dashboard.intake.annexes.records import Annexes, Flaw
from dashboard.intake.layout.table import Cell
from dashboard.intake.matching.aliases import Written
from dashboard.intake.matching.match import Match, Matches, Problem, written_in
from dashboard.intake.matching.places import Likely, Lists


@dataclass(frozen=True)
class OpenName:
    """A name with the rows that bear it, what they say of subscribers together, and what it is most like.

    `total_count` is None where no row has a total that is a number; `sheet` is the annex it stands in, "" for
    the table of figures.
    """

    written: Written
    row_numbers: tuple[int, ...]
    total_count: int | None
    likely: tuple[Likely, ...]
    sheet: str = ""


def open_names(matches: Matches | None) -> tuple[OpenName, ...]:
    """The names, in the order of the file, that may be confirmed; those that are units' names are not.

    A row with a code is never among them: its code decides, or is what is wrong.
    """
    found: dict[str, list[tuple[Written, Match]]] = {}
    for match in matches.rows if matches else ():
        written = written_in(match.row, matches.lists) if matches else None
        if written and match.problem is Problem.UNKNOWN_NAME and written.can_be_alias:
            found.setdefault(written.key, []).append((written, match))
    return tuple(_open_name(written[0], matches) for written, matches in map(_apart, found.values()))


def open_annex_names(annexes: Annexes, asked: Iterable[OpenName] = ()) -> tuple[OpenName, ...]:
    """The names of annexes that may be confirmed, without those that are `asked` about already.

    As in the table of figures, a row with a code is never among them.
    """
    known = {name.written.key for name in asked}
    coded = {
        (cell.sheet, cell.row)
        for table in annexes.tables
        for row in table.rows
        if (cell := row.cell("commune_code")) is not None and cell.text
    }
    found: dict[str, list[tuple[Written, Cell]]] = {}
    for problem in annexes.problems_of(Flaw.UNKNOWN_COMMUNE):
        written = Written(Lists.TODAY, problem.cell.text)
        has_code = (problem.cell.sheet, problem.cell.row) in coded
        if written.can_be_alias and not has_code and written.key not in known:
            found.setdefault(written.key, []).append((written, problem.cell))
    return tuple(_open_annex_name(pairs) for pairs in found.values())


def _open_annex_name(pairs: list[tuple[Written, Cell]]) -> OpenName:
    written, cell = pairs[0]
    rows = tuple(other.row for _, other in pairs)
    return OpenName(written, rows, None, written.index.likely(written.name), cell.sheet or "")


def _apart(pairs: list[tuple[Written, Match]]) -> tuple[list[Written], list[Match]]:
    return [written for written, _ in pairs], [match for _, match in pairs]


def _open_name(written: Written, matches: list[Match]) -> OpenName:
    return OpenName(
        written,
        tuple(match.row.number for match in matches),
        _sum(match.row.counts["total_count"].value for match in matches),
        written.index.likely(written.name),
    )


def _sum(counts: Iterable[int | None]) -> int | None:
    known = [count for count in counts if count is not None]
    return sum(known) if known else None


def units_in(matches: Matches | None) -> frozenset[str]:
    """Codes of the units that have a row already: a name is most likely one of the others."""
    rows = matches.rows if matches else ()
    return frozenset(match.place.code for match in rows if match.place is not None)
