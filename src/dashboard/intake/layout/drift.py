"""What is different between a header and the carrier's last known layout."""

from collections.abc import Mapping
from dataclasses import dataclass

from dashboard.intake.layout.header import Header
from dashboard.intake.layout.known import Layout
from dashboard.intake.layout.vocabulary import SILENT_COLUMNS
from dashboard.reference.names import fold

ALIKE_FROM = 0.5  # share of the last layout's texts that are still there: with fewer it is another layout


@dataclass(frozen=True)
class Drift:
    """Changes since a layout: columns by our names, or what stands over them.

    `is_another` says that so little is left that there is nothing to compare.
    """

    lost: tuple[str, ...] = ()
    gained: tuple[str, ...] = ()
    renamed: tuple[tuple[str, str], ...] = ()  # what stood there, what stands there
    added_texts: tuple[str, ...] = ()
    gone_texts: tuple[str, ...] = ()
    is_moved: bool = False
    is_another: bool = False

    @property
    def is_only_moved(self) -> bool:
        """Whether all is there as it was, in other columns of the sheet."""
        return not any((self.lost, self.gained, self.renamed, self.added_texts, self.gone_texts))


def drift_since(layout: Layout, header: Header) -> Drift:
    """What has changed in a header that is read since a layout."""
    if _share_left(layout, header) < ALIKE_FROM:
        return Drift(is_another=True)
    then, now = _read(layout.columns), _read(header.columns)
    both = [column for column in then if column in now]
    unread_then, unread_now = _unread(layout.texts, then), _unread(header.texts, now)
    return Drift(
        lost=tuple(column for column in then if column not in now),
        gained=tuple(column for column in now if column not in then),
        renamed=tuple(
            (layout.texts[then[column]], header.texts[now[column]])
            for column in both
            if fold(layout.texts[then[column]]) != fold(header.texts[now[column]])
        ),
        added_texts=_without(unread_now, unread_then),
        gone_texts=_without(unread_then, unread_now),
        is_moved=sorted(both, key=then.__getitem__) != sorted(both, key=now.__getitem__),
    )


def _read(columns: Mapping[str, int]) -> dict[str, int]:
    return {column: index for column, index in columns.items() if column not in SILENT_COLUMNS}


def _unread(texts: tuple[str, ...], columns: Mapping[str, int]) -> list[str]:
    return [text for index, text in enumerate(texts) if text and index not in columns.values()]


def _share_left(layout: Layout, header: Header) -> float:
    known = {fold(text) for text in layout.texts if text}
    return len(known & set(map(fold, header.texts))) / len(known)


def _without(texts: list[str], others: list[str]) -> tuple[str, ...]:
    known = set(map(fold, others))
    return tuple(text for text in texts if fold(text) not in known)
