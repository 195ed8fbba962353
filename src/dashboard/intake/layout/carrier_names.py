"""Which carriers a report names."""

import re
from collections.abc import Sequence
from functools import lru_cache
from pathlib import PurePath

from dashboard.intake.layout.header import Header
from dashboard.intake.layout.letterhead import row_text, texts_above
from dashboard.intake.reading.sheet import Sheet
from dashboard.reference.carriers import Carrier, carriers
from dashboard.reference.names import fold

NO_WORD = re.compile(r"[\W_]+")
GAP = " \x00 "


def carriers_in(text: str) -> tuple[str, ...]:
    """Codes of the carriers that a text names, in order; the longer name wins where one holds the other."""
    remaining = _words(text)
    positions: dict[str, int] = {}
    for name, code in _names(carriers()):
        if name in remaining:
            positions.setdefault(code, remaining.find(name))
            remaining = remaining.replace(name, GAP)
    return tuple(sorted(positions, key=positions.__getitem__))


def carriers_in_content(sheets: Sequence[Sheet], header: Header | None) -> tuple[str, ...]:
    """Carriers named above the table; only where none is, those below it, and those that name a sheet."""
    above = carriers_in("\n".join(texts_above(sheets, header)))
    if above or header is None:
        return above
    titles = [sheet.name for sheet in sheets]
    below = [row_text(row) for row in header.sheet.rows if row.number > header.last_row]
    return carriers_in("\n".join((*titles, *below)))


def carriers_in_name(file_name: str) -> tuple[str, ...]:
    """Carriers in a file's name."""
    return carriers_in(PurePath(file_name).stem)


@lru_cache(maxsize=8)
def _names(known: tuple[Carrier, ...]) -> tuple[tuple[str, str], ...]:
    """Every name of every carrier, the longest first, with the carrier's code."""
    names = [(_words(name), carrier.code) for carrier in known for name in (*carrier.names, carrier.code)]
    return tuple(sorted(names, key=lambda pair: -len(pair[0])))


def _words(text: str) -> str:
    """Folded words between blanks, a blank at either end, so that only whole words are found."""
    return f" {NO_WORD.sub(' ', fold(text)).strip()} "
