"""The document's numbered parts, and its tables as they are read on paper."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date, datetime
from typing import Any

from dashboard.briefing.content.model import BriefingContent, Section, Table
from dashboard.briefing.content.request import Part
from dashboard.measures.wording import NOTHING, count_change_text, count_text, day_text
from dashboard.measures.wording import pct_text as with_unit
from dashboard.reference.columns import columns
from dashboard.settings import LOCAL_ZONE

CHAPTERS: tuple[tuple[str, tuple[Part, ...]], ...] = (
    ("Kết quả xác thực", ("result", "carriers", "classes", "lowest", "trend", "map")),
    ("Khóa thuê bao; SIM rác, SIM không chính chủ", ("locks", "sims")),
    ("Tình hình triển khai", ("plans", "support", "restatements")),
    ("Đề xuất, kiến nghị", ("proposals",)),
)
NUMERALS = ("I", "II", "III", "IV", "V")
# Paper has more room than a screen's table: no abbreviations that the reader would have to know.
HEADERS = {
    "rank": "TT",
    "total_count": "Phải xác thực",
    "verified_count": "Đã xác thực",
    "verified_pct": "Tỷ lệ (%)",
    "verified_pct_change": "± tỷ lệ (điểm %)",
    "unverified_count": "Chưa xác thực",
    "locked_one_way_count": "Khóa 1 chiều",
    "locked_two_way_count": "Khóa 2 chiều",
    "locked_one_way_count_change": "± khóa 1 chiều",
    "locked_two_way_count_change": "± khóa 2 chiều",
    "two_way_soon_at_most_count": "Tối đa chuyển sang khóa 2 chiều trong 7 ngày",
    "communes_count": "Số xã, phường",
    "class_label": "Mức tỷ lệ",
    "junk_sim_found_count": "SIM rác phát hiện",
    "junk_sim_handled_count": "SIM rác đã xử lý",
    "sim_not_own_name_count": "SIM không chính chủ",
    "status": "Tình trạng",
    "received_at": "Nhận lúc",
    "restated_communes_count": "Số xã, phường thay đổi",
    "verified_count_before": "Đã xác thực, trước",
    "verified_pct_before": "Tỷ lệ trước (%)",
    "round_on": "Kỳ",
}


@dataclass(frozen=True)
class Chapter:
    """A part with its Roman numeral; its sections are numbered 1, 2, ... unless it has only one."""

    numeral: str
    title: str
    sections: tuple[Section, ...]


def chapters(content: BriefingContent) -> Iterator[Chapter]:
    """The parts that have anything to say, in order; the annex is none of them."""
    found = [
        (title, tuple(section for part in parts if (section := content.section(part))))
        for title, parts in CHAPTERS
    ]
    kept = [(title, sections) for title, sections in found if sections]
    for numeral, (title, sections) in zip(NUMERALS, kept, strict=False):
        yield Chapter(numeral, title, sections)


def table_header(name: str) -> str:
    """What stands above a column on paper and slides."""
    return HEADERS.get(name) or columns()[name].label


def is_number(name: str) -> bool:
    """Whether a column is set to the right."""
    return columns()[name].type in {"integer", "number"}


def table_cells(table: Table) -> list[list[str]]:
    """The rows as they are read: 1.234.567, 85,3, +1,5, 18/11/2026, and a dash where there is nothing."""
    names = table.rows.column_names
    return [[cell_text(name, value) for name, value in zip(names, row, strict=True)] for row in _rows(table)]


def cell_text(name: str, value: Any) -> str:
    """A cell as it is read; units stand in the header."""
    if value is None:
        return NOTHING
    if isinstance(value, datetime):
        return f"{value.astimezone(LOCAL_ZONE):%H:%M %d/%m/%Y}"
    if isinstance(value, date):
        return day_text(value)
    if isinstance(value, float):
        sign = "+" if name.endswith("_change") and round(value, 1) > 0 else ""
        return sign + with_unit(value).removesuffix("\u00a0%")
    if isinstance(value, int):
        return count_change_text(value) if name.endswith("_change") else count_text(value)
    return str(value)


def _rows(table: Table) -> list[tuple[Any, ...]]:
    return list(zip(*(column.to_pylist() for column in table.rows.columns), strict=True))
