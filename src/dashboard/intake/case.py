"""Everything known of a file when the rules look at it."""

from collections.abc import Iterator
from dataclasses import dataclass
from functools import cached_property

from dashboard.intake.annexes.records import NO_ANNEXES, Annexes
from dashboard.intake.figures import CommuneFigure, has_all_counts
from dashboard.intake.layout.header import Header
from dashboard.intake.layout.known import Layout
from dashboard.intake.layout.origin import Origin
from dashboard.intake.layout.table import Cell, DataRow, Table
from dashboard.intake.matching.match import Match, Matches
from dashboard.intake.past import Past, Standing
from dashboard.intake.reading.sheet import Reading
from dashboard.intake.request import IntakeRequest


@dataclass(frozen=True)
class Case:
    """A file as far as it could be understood: without a header no table, without a table no matches.

    `headers` holds one header for each sheet that looks like the report, the one that was read first;
    `last_layout` is the carrier's last known one, by which the file may be read or not.
    """

    request: IntakeRequest
    reading: Reading
    headers: tuple[Header, ...]
    origin: Origin
    past: Past
    table: Table | None = None
    matches: Matches | None = None
    figures: tuple[CommuneFigure, ...] = ()
    handling_plan: str | None = None
    last_layout: Layout | None = None
    annexes: Annexes = NO_ANNEXES

    @property
    def rows(self) -> tuple[Match, ...]:
        """The rows of figures with their matches; none where there is no table."""
        return self.matches.rows if self.matches else ()

    @property
    def replaced(self) -> Standing | None:
        """The submission that the file would replace; None for the same bytes again or an older file.

        Of a carrier and round the file received last stands (store/sql/intake/submission_in_force.sql).
        """
        standing = self._other_standing
        return standing if standing and self.request.received_at >= standing.received_at else None

    @property
    def outranked_by(self) -> Standing | None:
        """The submission that stands on although the file comes after it: it has a later time of receipt."""
        standing = self._other_standing
        return standing if standing and self.request.received_at < standing.received_at else None

    @property
    def _other_standing(self) -> Standing | None:
        origin = self.origin
        is_same = self.past.same_report(origin.carrier.value, origin.round_on.value) is not None
        return None if is_same else self.past.standing

    def cell_of(self, commune_code: str, column: str) -> Cell:
        """The cell of a commune's count; of several rows (old communes) the last. KeyError for neither."""
        return self._last_rows[commune_code].cells[column]

    @cached_property
    def _last_rows(self) -> dict[str | None, DataRow]:
        return {match.commune_code: match.row for match in self.rows}

    def whole_rows(self) -> Iterator[Match]:
        """Rows whose five counts are all numbers."""
        return (match for match in self.rows if has_all_counts(match))
