"""Results on junk SIMs and SIMs not in the holder's own name, commune by commune."""

from collections.abc import Iterable

from dashboard.intake.annexes.records import Flaw, Problem, SimResult
from dashboard.intake.annexes.rows import RowReader
from dashboard.intake.annexes.tables import AnnexTable
from dashboard.intake.figures import CommuneFigure
from dashboard.intake.layout.vocabulary import SIM_COLUMNS
from dashboard.intake.matching.aliases import NO_ALIASES, Aliases


def sim_results(table: AnnexTable, aliases: Aliases = NO_ALIASES) -> tuple[list[SimResult], list[Problem]]:
    """A result for each row of a known commune; of a commune that stands twice only the first counts."""
    results: dict[str, SimResult] = {}
    problems: list[Problem] = []
    for row in table.rows:
        reader = RowReader(table.kind, row, aliases)
        code = reader.commune()
        counts = {column: reader.count(column) for column in SIM_COLUMNS}
        if code in results:
            reader.note(Flaw.DOUBLED_COMMUNE, "commune_name", leaves_out=True)
        elif code:
            results[code] = SimResult(code, counts, dict(row.cells))
        problems += reader.problems
    return list(results.values()), problems


def with_sim_results(
    figures: Iterable[CommuneFigure], results: Iterable[SimResult]
) -> tuple[CommuneFigure, ...]:
    """The figures, with SIM results where the table of communes itself says nothing of them.

    A result for a commune without figures has no place; where both say something the table's stands. A rule
    tells of each.
    """
    by_code = {result.commune_code: result.counts for result in results}
    return tuple(_with(figure, by_code.get(figure.commune_code, {})) for figure in figures)


def _with(figure: CommuneFigure, counts: dict[str, int | None]) -> CommuneFigure:
    lacking = {
        column: value
        for column, value in counts.items()
        if value is not None and figure.counts[column] is None
    }
    return CommuneFigure(figure.commune_code, {**figure.counts, **lacking}) if lacking else figure
