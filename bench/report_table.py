"""Tables of the page of figures: rows of cells, a figure beside its aim, numbers as people read them."""

from collections.abc import Iterator, Sequence
from typing import TypeAlias

Cells: TypeAlias = Sequence[str]


def table(head: Cells, rows: Sequence[Cells]) -> Iterator[str]:
    """Lines of Markdown; none where there are no rows."""
    for cells in (head, ["---", *["---:"] * (len(head) - 1)], *rows) if rows else ():
        yield f"| {' | '.join(cells)} |"


def aim(aimed: float | None, reached: float | None, unit: str = "") -> str:
    """What was aimed at, and whether it was reached; "" where nothing was."""
    if aimed is None:
        return ""
    verdict = "" if reached is None else ", reached" if reached <= aimed else ", missed"
    return f"{number(aimed)}{unit}{verdict}"


def number(value: float) -> str:
    """Three figures that count, thousands apart."""
    if value >= 100 or value == int(value):
        return f"{value:,.0f}"
    return f"{value:.1f}" if value >= 10 else f"{value:.2f}"
