"""Figures on the terminal, for people."""

from typing import Any

from rich import box
from rich.console import Console
from rich.table import Table

from dashboard.figures.words import SIMULATED_MARK
from dashboard.measures.cube import COUNTS
from dashboard.measures.headline import Headline
from dashboard.measures.wording import count_text, day_text, pct_text
from dashboard.reference.carriers import carrier_by_code
from dashboard.reference.columns import columns

NAMES = ("commune_code", "commune_name", "carrier_name")
PAPER_WIDTH = 120  # characters, where the table goes to a file or another program


def show_figures(head: Headline, rows: list[dict[str, Any]]) -> None:
    """A few lines about the round, then the rows as a table."""
    out = Console()
    if not out.is_terminal:
        out.width = PAPER_WIDTH
    if head.is_simulated:
        out.print(f"[bold red]{SIMULATED_MARK}[/]")
    basis = "chỉ số liệu của kỳ" if head.basis == "this-week" else "giá trị gần nhất đã báo cáo"
    out.print(f"Kỳ {day_text(head.round_on)}, {basis}", highlight=False)
    out.print(_reported(head), highlight=False)
    out.print(_table(rows))


def _reported(head: Headline) -> str:
    names = [carrier_by_code()[code].name for code in head.carriers_missing]
    missing = f"; còn thiếu: {', '.join(names)}" if names else ""
    return f"{head.carriers_reported_count}/{head.carriers_expected_count} nhà mạng đã báo cáo{missing}"


def _table(rows: list[dict[str, Any]]) -> Table:
    names = [name for name in NAMES if rows and name in rows[0]]
    table = Table(box=box.SIMPLE_HEAD, padding=(0, 1, 0, 0))
    for name in names:
        table.add_column(columns()[name].short_label, no_wrap=name != "commune_name")
    for name in (*COUNTS, "verified_pct", "carriers_reported_count"):
        table.add_column(columns()[name].short_label, justify="right", no_wrap=True)
    for row in rows:
        table.add_row(
            *(row[name] for name in names),
            *(count_text(row[name]) for name in COUNTS),
            pct_text(row["verified_pct"]),
            f"{row['carriers_reported_count']}/{row['carriers_expected_count']}",
        )
    return table
