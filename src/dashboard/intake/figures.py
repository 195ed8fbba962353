"""Matched rows to one figure per commune of today."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from dashboard.intake.layout.vocabulary import COUNT_COLUMNS, SIM_COLUMNS
from dashboard.intake.matching.match import Match, Matches
from dashboard.intake.matching.places import Lists


@dataclass(frozen=True)
class CommuneFigure:
    """Counts of one commune: the five always, those of SIMs None where the file does not say."""

    commune_code: str
    counts: Mapping[str, int | None]


def figures_of(matches: Matches) -> tuple[CommuneFigure, ...]:
    """Figures of every commune that a whole row speaks of, ordered by code.

    Rows of old communes are added up. Rows without a commune or with a count that is none have no part in it:
    a finding names each. Of a commune of today that stands twice only the first row counts.
    """
    by_commune: dict[str, list[Match]] = {}
    for match in matches.rows:
        if match.commune_code is not None and has_all_counts(match):
            by_commune.setdefault(match.commune_code, []).append(match)
    rows_used = None if matches.lists is Lists.BEFORE else 1
    return tuple(_figure(code, by_commune[code][:rows_used]) for code in sorted(by_commune))


def has_all_counts(match: Match) -> bool:
    """Whether the five counts of a row are all numbers."""
    return all(match.row.counts[column].value is not None for column in COUNT_COLUMNS)


def totals_of(figures: Iterable[CommuneFigure]) -> dict[str, int | None]:
    """Sum of each of the five counts; None for each where there are no figures: nothing is not zero."""
    known = list(figures)
    return {column: _sum(figure.counts[column] for figure in known) for column in COUNT_COLUMNS}


def _figure(commune_code: str, rows: list[Match]) -> CommuneFigure:
    counted = (*COUNT_COLUMNS, *(column for column in SIM_COLUMNS if column in rows[0].row.counts))
    sums = {column: _sum(match.row.counts[column].value for match in rows) for column in counted}
    return CommuneFigure(commune_code, dict.fromkeys(SIM_COLUMNS) | sums)


def _sum(values: Iterable[int | None]) -> int | None:
    known = [value for value in values if value is not None]
    return sum(known) if known else None
