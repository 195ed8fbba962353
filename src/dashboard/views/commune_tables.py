"""Tables of a commune: cells hold numbers, so that they sort as numbers, and show as Vietnamese text.

Streamlit's own number formats follow the browser's language; a pandas Styler says itself what a cell shows.
"""

from collections.abc import Callable, Mapping, Sequence
from datetime import date
from typing import Any

import pandas as pd
import pyarrow as pa
from pandas.io.formats.style import Styler

from dashboard.measures.wording import NOTHING, count_text, day_text, pct_text
from dashboard.reference.commune_notes import Note
from dashboard.views.changes import points_change

FIGURES = {
    "verified_pct": "Tỷ lệ",
    "verified_pct_change": "So với kỳ trước",
    "total_count": "Tổng thuê bao",
    "verified_count": "Đã xác thực",
    "unverified_count": "Chưa xác thực",
    "locked_one_way_count": "Khóa 1 chiều",
    "locked_two_way_count": "Khóa 2 chiều",
}


def by_carrier(figures: pa.Table, round_on: date) -> Styler:
    """A row per carrier of `figures_by_commune_and_carrier`; who did not report stays, and is said to."""
    table = _figures(figures)
    table.insert(0, "Nhà mạng", figures["carrier_name"].to_pylist())
    table["Ghi chú"] = [_note(row, round_on) for row in figures.to_pylist()]
    return _shown(table)


def by_round(figures: pa.Table, notes: Sequence[Note] = ()) -> Styler:
    """A row per round of `history_by_commune`, newest first, with the notes on its week."""
    table = _figures(figures)
    table.insert(0, "Kỳ", pd.to_datetime(figures["round_on"].to_pylist()))
    table["Nhà mạng đã báo cáo"] = [
        f"{row['carriers_reported_count']}/{row['carriers_expected_count']}" for row in figures.to_pylist()
    ]
    if notes:
        told = [[it.text for it in notes if it.round_on == day] for day in figures["round_on"].to_pylist()]
        table["Ghi chú"] = ["; ".join(texts) for texts in told]
    return _shown(table.iloc[::-1])


def _figures(figures: pa.Table) -> pd.DataFrame:
    """Numbers under their Vietnamese names; what was not reported is null and never 0."""
    return pd.DataFrame(
        {
            label: pd.array(
                figures[name].to_pylist(), dtype="Int64" if name.endswith("_count") else "Float64"
            )
            for name, label in FIGURES.items()
        }
    )


def _shown(table: pd.DataFrame) -> Styler:
    tell: Mapping[str, Callable[[Any], str]] = {
        label: pct_text if name == "verified_pct" else points_change if "change" in name else count_text
        for name, label in FIGURES.items()
    }
    if "Kỳ" in table:
        tell = {**tell, "Kỳ": day_text}
    return table.style.format(dict(tell), na_rep=NOTHING)


def _note(row: Mapping[str, Any], round_on: date) -> str:
    if row["total_count"] is None:
        return "chưa báo cáo kỳ này"
    return "" if row["reported_on"] == round_on else f"số của kỳ {day_text(row['reported_on'])}"
