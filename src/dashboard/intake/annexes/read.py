"""All annexes of a file."""

from dashboard.intake.annexes.plan_items import plan_items
from dashboard.intake.annexes.records import Annexes, Problem, SimResult
from dashboard.intake.annexes.service_points import service_points
from dashboard.intake.annexes.sim_results import sim_results
from dashboard.intake.annexes.tables import AnnexKind, AnnexTable
from dashboard.intake.matching.aliases import NO_ALIASES, Aliases


def read_annexes(tables: tuple[AnnexTable, ...], aliases: Aliases = NO_ALIASES) -> Annexes:
    """What the further sheets say; several of a kind are read one after the other.

    `aliases` say what names of no list stand for, as in the table of figures.
    """
    sims: list[SimResult] = []
    points, items = [], []
    problems: list[Problem] = []
    for table in tables:
        if table.kind is AnnexKind.SIM_RESULTS:
            results, flawed = sim_results(table, aliases)
            sims += results
        elif table.kind is AnnexKind.SERVICE_POINTS:
            found_points, flawed = service_points(table, aliases)
            points += found_points
        else:
            found_items, flawed = plan_items(table, aliases)
            items += found_items
        problems += flawed
    return Annexes(tables, tuple(sims), tuple(points), tuple(items), tuple(problems))
