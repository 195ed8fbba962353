"""Finding the header: the sheet, and the one to three rows, whose words name the most columns we know."""

import re
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass

from dashboard.intake.layout.known import Layout
from dashboard.intake.layout.vocabulary import (
    COUNT_COLUMNS,
    LONGEST_LABEL,
    PLACE_COLUMNS,
    header_columns,
    phrase_key,
)
from dashboard.intake.reading.sheet import CellValue, Sheet, SheetRow, cell_text

SEARCHED_ROWS = 60  # rows from the top in which a header is looked for; letterheads take up to about 15
TALLEST_HEADER_ROWS = 3
IN_BRACKETS = re.compile(r"\([^()]*\)")  # "Khóa 1 chiều (chiều đi)": an explanation that may be left out
JOINT = " – "  # between labels above one another
FEWEST_KNOWN_COLUMNS = 3  # a place and two figures: fewer is a sentence that happens to use the words


@dataclass(frozen=True)
class Header:
    """A header found: the numbers of its rows, and column -> index from 0 of each column known.

    `doubled` holds what more than one column claims to be; `unknown` the labels nobody knows, by index;
    `labels` all texts of its rows; `texts` what stands over each column, from the left, labels above one
    another joined. `layout` is the known layout that says which column is which, None where the words do.
    """

    sheet: Sheet
    first_row: int
    last_row: int
    columns: Mapping[str, int]
    doubled: Mapping[str, tuple[int, ...]]
    unknown: Mapping[int, str]
    labels: frozenset[str]
    texts: tuple[str, ...]
    layout: Layout | None = None

    @property
    def missing(self) -> tuple[str, ...]:
        """Required columns that are not there; a name can stand for a code and the other way round."""
        counts = tuple(column for column in COUNT_COLUMNS if column not in self.columns)
        has_place = any(column in self.columns for column in PLACE_COLUMNS)
        return counts if has_place else ("commune_name", *counts)


def find_headers(sheets: tuple[Sheet, ...]) -> tuple[Header, ...]:
    """The best header of each sheet that has one, the best of all first; visible sheets before hidden ones.

    The first is the report; what the others hold is for the rules to judge.
    """
    return best_first(header for sheet in sheets if (header := _best_header(sheet)) is not None)


def best_first(headers: Iterable[Header]) -> tuple[Header, ...]:
    """Visible sheets before hidden ones, known layouts before what is read by its words, then the fuller."""
    return tuple(sorted(headers, key=_worth, reverse=True))  # the first of equals


def _worth(header: Header) -> tuple[bool, bool, int]:
    return header.sheet.is_visible, header.layout is not None, _known_required(header)


def _known_required(header: Header) -> int:
    return sum(column in header.columns for column in (*PLACE_COLUMNS, *COUNT_COLUMNS))


def _best_header(sheet: Sheet) -> Header | None:
    candidates = [
        header
        for header in _candidates(sheet)
        if len(header.columns) >= FEWEST_KNOWN_COLUMNS and _known_required(header) >= FEWEST_KNOWN_COLUMNS - 1
    ]
    return max(candidates, key=lambda header: len(header.columns), default=None)  # the first of equals


def _candidates(sheet: Sheet) -> Iterator[Header]:
    """Every run of one to three adjoining rows with a label among them, the lower runs before the taller."""
    is_labelled = {row.number: _has_label(row) for row in sheet.rows[:SEARCHED_ROWS]}
    for rows in runs_of(sheet):
        if any(is_labelled[row.number] for row in rows):
            yield header_of(sheet, rows)


def runs_of(sheet: Sheet) -> Iterator[tuple[SheetRow, ...]]:
    """Every run of one to three adjoining rows that may be a header, the lower runs before the taller."""
    top = sheet.rows[:SEARCHED_ROWS]
    for height in range(1, TALLEST_HEADER_ROWS + 1):
        for start in range(len(top) - height + 1):
            rows = top[start : start + height]
            if rows[-1].number - rows[0].number == height - 1:
                yield rows


def _has_label(row: SheetRow) -> bool:
    """Whether a cell alone names a column; no header is without one, and most rows of a sheet have none."""
    return any(isinstance(cell, str) and column_meant((cell[:LONGEST_LABEL],)) for cell in row.cells)


def header_of(sheet: Sheet, rows: tuple[SheetRow, ...]) -> Header:
    """These rows as the header of a sheet, each column as its words say."""
    claims: dict[str, list[int]] = {}
    unknown = {}
    stacked = _stacked(rows)
    for index, parts in enumerate(stacked):
        column = column_meant(parts)
        if column is not None:
            claims.setdefault(column, []).append(index)
        elif parts:
            unknown[index] = JOINT.join(parts)
    return Header(
        sheet=sheet,
        first_row=rows[0].number,
        last_row=rows[-1].number,
        columns={column: indexes[0] for column, indexes in claims.items()},
        doubled={column: tuple(indexes) for column, indexes in claims.items() if len(indexes) > 1},
        unknown=unknown,
        labels=frozenset(cell_text(cell) for row in rows for cell in row.cells if cell is not None),
        texts=tuple(JOINT.join(parts) for parts in stacked),
    )


def column_meant(parts: tuple[str, ...]) -> str | None:
    """Column that the labels above one another stand for: all of them said together, else the lower ones."""
    for start in range(len(parts)):
        label = " ".join(parts[start:])
        for text in (label, IN_BRACKETS.sub("", label)):
            if column := header_columns().get(phrase_key(text)):
                return column
    return None


def _stacked(rows: tuple[SheetRow, ...]) -> list[tuple[str, ...]]:
    """For each column the labels from the top down; a label merged over several columns stands over each."""
    width = max(len(row.cells) for row in rows)
    *uppers, lowest = [_labels(row.cells, width) for row in rows]
    spread = [_spread(upper, lowest) for upper in uppers]
    columns = zip(*spread, lowest, strict=True)
    return [tuple(dict.fromkeys(label for label in labels if label)) for labels in columns]


def _labels(cells: tuple[CellValue, ...], width: int) -> list[str]:
    return [cell_text(cell)[:LONGEST_LABEL] for cell in cells] + [""] * (width - len(cells))


def _spread(upper: list[str], lowest: list[str]) -> list[str]:
    """A merged label is kept by its first cell only; it reaches on to the right where labels stand below."""
    reached = ""
    spread = []
    for label, below in zip(upper, lowest, strict=True):
        reached = label or (reached if below else "")
        spread.append(reached)
    return spread
