"""Headers that are known: read by the layout that says which column is which, before words are asked."""

from collections.abc import Iterable, Iterator
from dataclasses import replace

from dashboard.intake.layout.header import SEARCHED_ROWS, Header, best_first, header_of, runs_of
from dashboard.intake.layout.headerless import headerless
from dashboard.intake.layout.known import KnownLayouts, Layout, fingerprint_of
from dashboard.intake.reading.sheet import Sheet, SheetRow
from dashboard.reference.names import fold


def known_headers(sheets: tuple[Sheet, ...], known: KnownLayouts) -> tuple[Header, ...]:
    """The first header of each sheet that is somebody's, still by its words; the best of all first."""
    return best_first(
        header
        for sheet in sheets
        if (header := next(_known_in(sheet, known), None) or _known_without_header(sheet, known)) is not None
    )


def by_layouts(
    headers: Iterable[Header], known: KnownLayouts, carrier_code: str | None
) -> tuple[Header, ...]:
    """Of known headers those that are this carrier's, or everybody's, read by their layout."""
    found = ((header, known.find(carrier_code, fingerprint_of(header.texts))) for header in headers)
    return tuple(read_by(header, layout) for header, layout in found if layout is not None)


def read_by(header: Header, layout: Layout) -> Header:
    """A header with the columns of a layout in place of what its words say."""
    read = set(layout.columns.values())
    others = {index: text for index, text in enumerate(header.texts) if text and index not in read}
    return replace(header, columns=layout.columns, doubled={}, unknown=others, layout=layout)


def put_before(by_layout: tuple[Header, ...], by_words: tuple[Header, ...]) -> tuple[Header, ...]:
    """One header for each sheet: by its layout where it has one, else by its words; the best first."""
    names = {header.sheet.name for header in by_layout}
    others = (header for header in by_words if header.sheet.name not in names)
    return best_first((*by_layout, *others))


def _known_in(sheet: Sheet, known: KnownLayouts) -> Iterator[Header]:
    top = sheet.rows[:SEARCHED_ROWS]
    may_start = {row.number for row in top if _may_start(row, known.starts)}
    for rows in runs_of(sheet):
        if any(row.number in may_start for row in rows):
            header = header_of(sheet, rows)
            if fingerprint_of(header.texts) in known.fingerprints:
                yield header


def _known_without_header(sheet: Sheet, known: KnownLayouts) -> Header | None:
    if not known.has_headerless:  # to look for one takes longer than all else
        return None
    header = headerless(sheet)
    return header if header and fingerprint_of(header.texts) in known.fingerprints else None


def _may_start(row: SheetRow, starts: frozenset[str]) -> bool:
    """Whether a text stands there that some known header begins with."""
    return any(fold(cell) in starts for cell in row.cells if isinstance(cell, str))
