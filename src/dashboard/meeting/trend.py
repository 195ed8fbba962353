"""The last rounds as a line."""

from collections.abc import Sequence
from typing import Any

from dashboard.measures.wording import pct_text
from dashboard.meeting.model import Trend

ROUNDS_COUNT = 12  # a quarter of a year


def trend_of(rows: Sequence[dict[str, Any]]) -> Trend | None:
    """Of sums by round (`sums.sum_by`), oldest first; None before the second round with a figure."""
    shown = rows[-ROUNDS_COUNT:]
    known = [row["verified_pct"] for row in shown if row["verified_pct"] is not None]
    if len(known) < 2:
        return None
    return Trend(
        days=tuple(f"{row['round_on']:%d/%m}" for row in shown),
        rates_pct=tuple(row["verified_pct"] for row in shown),
        label=f"{len(shown)} kỳ gần nhất: từ {pct_text(known[0])} đến {pct_text(known[-1])}",
    )
