"""Finding the column that says which commune each area is."""

import re
from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import lru_cache
from typing import Literal

import pandas as pd

from dashboard.boundaries.commune_names import KIND_WORDS, code_of_name
from dashboard.reference.communes import commune_by_code, communes
from dashboard.reference.names import fold

# "14758", 14758.0, and with the province (38) or the province and an old district before it.
CODE = re.compile(r"^(?:38(?:\d{3})?)?(\d{5})$|^(\d{1,5})(?:\.0+)?$")
PROVINCE_NAMES = frozenset(
    {"thanh hoa", "tinh thanh hoa", "thanh hoa province"}
)  # folded, "_" and "-" as blanks

Codes = tuple[str | None, ...]


@dataclass(frozen=True)
class Match:
    """How the rows of a table found their communes; `codes` has one per row, None for a row of no commune."""

    by: Literal["code", "name"]
    column: str
    codes: Codes

    @property
    def matched_count(self) -> int:
        """How many of the 166 communes were found."""
        return len(set(self.codes) - {None})

    @property
    def missing(self) -> tuple[str, ...]:
        """Codes of communes that no row is of, ordered."""
        return tuple(commune.code for commune in communes() if commune.code not in set(self.codes))

    @property
    def doubled(self) -> tuple[str, ...]:
        """Codes of communes that several rows are of, ordered."""
        counts = Counter(code for code in self.codes if code is not None)
        return tuple(sorted(code for code, count in counts.items() if count > 1))


def match_rows(table: pd.DataFrame) -> Match | None:
    """The column (or kind and name together) whose values find the most communes; a code wins over a name.

    `table` has text columns, None where a cell is empty. Names are looked for only in rows of the province
    where a column tells provinces apart, because other provinces have communes of the same name. None when no
    column finds any commune.
    """
    matches = [*_by_code(table), *_by_name(table)]
    # max keeps the first of equals: codes come first, and of names the column that needs no second one.
    best = max(matches, key=lambda match: (match.matched_count, -len(match.doubled)), default=None)
    return best if best and best.matched_count else None


def _by_code(table: pd.DataFrame) -> Iterator[Match]:
    for column in table.columns:
        yield Match("code", str(column), tuple(_code(text) for text in table[column]))


def _code(text: str | None) -> str | None:
    found = CODE.match(text.strip()) if text else None
    code = (found[1] or found[2].zfill(5)) if found else ""
    return code if code in commune_by_code() else None


def _by_name(table: pd.DataFrame) -> Iterator[Match]:
    ours = _rows_of_province(table)
    columns = {str(column): table[column].tolist() for column in table.columns}
    for column, names in columns.items():
        yield Match("name", column, _codes_of_names(names, ours))
    for kind_column, kinds in columns.items():
        if not _holds_kinds(kinds):
            continue
        for column, names in columns.items():
            if column != kind_column:
                full_names = [_joined(*pair) for pair in zip(kinds, names, strict=True)]
                yield Match("name", f"{kind_column} + {column}", _codes_of_names(full_names, ours))


def _codes_of_names(names: Sequence[str | None], ours: Sequence[bool]) -> Codes:
    pairs = zip(names, ours, strict=True)
    return tuple(code_of_name(name) if name and is_ours else None for name, is_ours in pairs)


def _joined(kind: str | None, name: str | None) -> str | None:
    return f"{kind or ''} {name}".strip() if name else None


def _holds_kinds(column: Sequence[str | None]) -> bool:
    values = {fold(text) for text in column if text}
    return bool(values) and values <= KIND_WORDS


def _rows_of_province(table: pd.DataFrame) -> list[bool]:
    """True for rows of Thanh Hóa by the first column that tells provinces apart; for all rows without one."""
    for column in table.columns:
        is_ours = [_is_province(text) for text in table[column]]
        if sum(is_ours) >= len(communes()) and not all(is_ours):
            return is_ours
    return [True] * len(table)


@lru_cache(maxsize=50_000)
def _is_province(text: str | None) -> bool:
    return bool(text) and fold(re.sub(r"[_-]", " ", str(text))) in PROVINCE_NAMES
