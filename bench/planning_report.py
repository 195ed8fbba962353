"""The planner, as a part of the page of figures."""

from collections.abc import Iterator
from textwrap import fill

from bench.planning import Planning
from bench.report_table import Cells, aim, number, table

WIDTH = 110  # of the text, in letters
PROTOTYPE_GREEDY = 1_061_621  # prices of that prototype were not kept: compares roughly, see docs/planner.md


def planning_lines(planning: Planning | None) -> Iterator[str]:
    """The table, and what it says; nothing where it was not measured."""
    if planning is None:
        return
    yield from table(("what", "figure", "aim"), list(_rows(planning)))
    above = 100 * (planning.last.objective / PROTOTYPE_GREEDY - 1)
    yield "\n" + fill(
        "Reference instance: 166 communes, 4,451 halls, 120 groups, 8 carriers, 4 weeks, 70 communes a week, "
        f"one thread. State told: {planning.last.state}. Value in weighted people: greedy "
        f"{number(planning.first.objective)}, then {number(planning.last.objective)}, never above "
        f"{number(planning.last.bound)}; {number(above)} % over the prototype's greedy plan "
        f"({number(PROTOTYPE_GREEDY)}), whose prices were not kept.",
        WIDTH,
    )


def _rows(planning: Planning) -> Iterator[Cells]:
    first, seconds = planning.first_seconds, planning.seconds
    yield "first plan, with the start of its process", f"{number(first)} s", aim(5, first, " s")
    yield "last plan", f"{number(seconds)} s", aim(120, seconds, " s")
    gained = "reached" if planning.gain_pct >= 20 else "missed"
    yield "better than greedy", f"{number(planning.gain_pct)} %", f"20 %, {gained}"
    yield "at most better", f"{number(planning.gap_pct)} %", aim(5, planning.gap_pct, " %")
    yield (
        "memory of its process",
        f"{number(planning.memory_mib)} MiB",
        aim(1024, planning.memory_mib, " MiB"),
    )
