"""For a header that is not understood: which rows it may be, and what each column most likely is.

Suggestions to a person, never an answer.
"""

from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass

from rapidfuzz import fuzz, process

from dashboard.intake.layout.header import SEARCHED_ROWS, Header, header_of
from dashboard.intake.layout.headerless import HEADERLESS_ROW, can_be_header, headerless
from dashboard.intake.layout.vocabulary import (
    COUNT_COLUMNS,
    PLACE_COLUMNS,
    SIM_COLUMNS,
    header_columns,
    phrase_key,
)
from dashboard.intake.matching.places import is_a_code, names_a_place
from dashboard.intake.reading.sheet import Sheet, SheetRow, cell_text

# What an officer may say of a column: the needed ones, then what is read where it is there.
NEEDED = (*PLACE_COLUMNS, *COUNT_COLUMNS)
OPTIONAL = ("district_name", *SIM_COLUMNS, "verified_pct")
LEAST_SCORE = 85  # of 100: at 82 "Tồn đọng" is like "Tổng cộng"
SEEN_ROWS = 30  # below the header, to tell a column of names or codes by what stands in it
MOST_ARE = 0.5  # share of these cells that are names or codes


@dataclass(frozen=True)
class Guess:
    """Index of a column and how sure that is: 100 where its words or cells say so, else by rapidfuzz."""

    index: int
    score: int


def header_rows(sheet: Sheet) -> tuple[SheetRow, ...]:
    """The rows that can be a header: words in several cells, and no row of figures."""
    return tuple(row for row in sheet.rows[:SEARCHED_ROWS] if can_be_header(row))


def header_at(sheet: Sheet, first_row: int, rows_count: int) -> Header | None:
    """The header that begins in a row (from 1) and is so many rows high; None where rows are missing.

    Row 0 is none: the columns go by their letters.
    """
    if first_row == HEADERLESS_ROW:
        return headerless(sheet)
    rows = tuple(row for row in sheet.rows if first_row <= row.number < first_row + rows_count)
    return header_of(sheet, rows) if len(rows) == rows_count else None


def guesses(header: Header) -> Mapping[str, Guess]:
    """Column -> where it most likely stands: as its words say, as its cells, then as its words are like."""
    found = {
        column: Guess(index, 100)
        for column, index in header.columns.items()
        if column in (*NEEDED, *OPTIONAL) and column not in header.doubled
    }
    for column, index in _places_by_cells(header):
        if column not in found and index not in _taken(found):
            found[column] = Guess(index, 100)
    for score, column, index in sorted(_alike(header), reverse=True):
        if column not in found and index not in _taken(found):
            found[column] = Guess(index, score)
    return found


def _taken(found: Mapping[str, Guess]) -> set[int]:
    return {guess.index for guess in found.values()}


def _places_by_cells(header: Header) -> Iterator[tuple[str, int]]:
    rows = [row for row in header.sheet.rows if row.number > header.last_row][:SEEN_ROWS]
    for index in (
        index for index, text in enumerate(header.texts) if text
    ):  # a layout names columns by words
        cells = [cell_text(row.cells[index]) for row in rows if index < len(row.cells)]
        if _share(cells, names_a_place) >= MOST_ARE:
            yield "commune_name", index
        elif _share(cells, is_a_code) >= MOST_ARE:
            yield "commune_code", index


def _share(cells: Sequence[str], is_one: Callable[[str], bool]) -> float:
    return sum(map(is_one, cells)) / len(cells) if cells else 0.0


def _alike(header: Header) -> Iterator[tuple[int, str, int]]:
    """Score, column and index of every likeness that is worth a suggestion."""
    known = {key: column for key, column in header_columns().items() if column in (*NEEDED, *OPTIONAL)}
    for index, text in enumerate(header.texts):
        key = phrase_key(text)
        for phrase, score, _ in process.extract(
            key, list(known), scorer=fuzz.token_sort_ratio, limit=3, score_cutoff=LEAST_SCORE
        ):
            yield round(score), known[phrase], index
