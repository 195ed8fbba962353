"""One row of an annex while it is read: values asked for by column, flaws noted as they are met."""

from datetime import date

from dashboard.intake.annexes.records import Flaw, Problem
from dashboard.intake.annexes.tables import AnnexKind, AnnexRow
from dashboard.intake.annexes.values import commune_spoken_of, day_of
from dashboard.intake.counts import parse_count
from dashboard.intake.layout.table import Cell
from dashboard.intake.matching.aliases import NO_ALIASES, Aliases
from dashboard.intake.matching.places import Place


class RowReader:
    """Values of a row, with the problems found on the way."""

    def __init__(self, annex: AnnexKind, row: AnnexRow, aliases: Aliases = NO_ALIASES) -> None:
        self.row = row
        self.problems: list[Problem] = []
        self._annex = annex
        self._aliases = aliases

    @property
    def is_left_out(self) -> bool:
        """Whether a problem keeps the row from being stored."""
        return any(problem.is_row_left_out for problem in self.problems)

    def note(self, flaw: Flaw, column: str, *, leaves_out: bool, others: tuple[Place, ...] = ()) -> None:
        """Keep a problem of the row's cell in a column."""
        cell = self.row.cell(column) or self.row.first
        self.problems.append(Problem(flaw, self._annex, cell, column, leaves_out, others))

    def needed(self, column: str) -> str:
        """Text of a column that a row cannot do without."""
        text = self.row.text(column)
        if not text:
            self.note(Flaw.INCOMPLETE, column, leaves_out=True)
        return text

    def commune(self) -> str:
        """Code of the row's commune; "" with a problem noted where it cannot be told."""
        spoken = commune_spoken_of(self.row, self._aliases)
        if spoken.commune_code is not None:
            return spoken.commune_code
        is_named = self.row.text("commune_name") or self.row.text("commune_code")
        flaw = Flaw.UNKNOWN_COMMUNE if is_named else Flaw.INCOMPLETE
        column = "commune_name" if self.row.text("commune_name") or not is_named else "commune_code"
        self.note(flaw, column, leaves_out=True, others=spoken.others)
        return ""

    def count(self, column: str) -> int | None:
        """A count, or None: not told, or none that can be told; the rest of the row still counts."""
        cell = self.row.cell(column)
        if cell is None or is_empty(cell):
            return None
        count = parse_count(cell.value).value
        if count is None:
            self.note(Flaw.NOT_A_COUNT, column, leaves_out=False)
        return count

    def day(self, column: str) -> date | None:
        """A day, or None; a row whose day cannot be told is left out: for good is not until Friday."""
        cell = self.row.cell(column)
        if cell is None or is_empty(cell):
            return None
        day = day_of(cell.value)
        if day is None:
            self.note(Flaw.NOT_A_DATE, column, leaves_out=True)
        return day


def is_empty(cell: Cell) -> bool:
    """Whether a cell says nothing; a formula without a saved result is not nothing."""
    return not cell.text and cell.formula is None
