"""The single items of a handling plan: what, where, until when, how many."""

from dashboard.intake.annexes.records import PlanItem, Problem
from dashboard.intake.annexes.rows import RowReader
from dashboard.intake.annexes.tables import AnnexTable
from dashboard.intake.annexes.values import is_whole_province
from dashboard.intake.matching.aliases import NO_ALIASES, Aliases


def plan_items(table: AnnexTable, aliases: Aliases = NO_ALIASES) -> tuple[list[PlanItem], list[Problem]]:
    """An item for each row that says what will be done; the others with what is wrong."""
    items: list[PlanItem] = []
    problems: list[Problem] = []
    for row in table.rows:
        reader = RowReader(table.kind, row, aliases)
        item = _item(reader)
        if not reader.is_left_out:
            items.append(item)
        problems += reader.problems
    return items, problems


def _item(reader: RowReader) -> PlanItem:
    is_everywhere = not reader.row.text("commune_code") and is_whole_province(reader.row.text("commune_name"))
    return PlanItem(
        activity=reader.needed("activity"),
        commune_code=None if is_everywhere else reader.commune(),
        due_on=reader.day("due_on"),
        target_count=reader.count("target_count"),
    )
