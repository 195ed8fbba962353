"""Numbers, dates and places as findings say them."""

from collections.abc import Collection, Mapping, Sequence
from datetime import date, datetime

from dashboard.intake.layout.table import Cell, DataRow
from dashboard.reference.carriers import carrier_by_code
from dashboard.reference.columns import columns
from dashboard.settings import LOCAL_ZONE

# How rows found their communes, as MatchedBy names it (matching/places.py).
MATCH_WORDS = {
    "code": "theo mã",
    "exact_name": "theo đúng tên",
    "spelling_variant": "theo tên viết khác (thiếu chữ xã, phường; dấu thanh kiểu cũ)",
    "name_without_accents": "theo tên không dấu",
    "alias": "theo tên gọi đã xác nhận",
    "old_commune": "theo xã, phường cũ",
    "divided_commune": "theo xã cũ đã chia",
    "nothing": "chưa nhận ra",
}
MOST_LISTED = 12  # names in one sentence; the rest is counted
OR = " hoặc "
SAY_WHICH = "Nếu bảng đủ cột: chỉ rõ cột nào là gì trên trang Báo cáo, hoặc bằng lệnh layouts confirm."


def count_words(number: int) -> str:
    """1234567 -> "1.234.567"."""
    return f"{number:,}".replace(",", ".")


def pct_words(pct: float) -> str:
    """85.3 -> "85,30 %", with a no-break space."""
    return f"{pct:.2f}\u00a0%".replace(".", ",")


def day_words(day: date) -> str:
    """28/10/2026."""
    return f"{day:%d/%m/%Y}"


def time_words(moment: datetime) -> str:
    """09:05 ngày 28/10/2026, at the Department's clock."""
    return f"{moment.astimezone(LOCAL_ZONE):%H:%M ngày %d/%m/%Y}"


def label(column: str) -> str:
    """The column's short Vietnamese label in quotation marks."""
    return f"“{columns()[column].label}”"


def labels(names: Sequence[str]) -> str:
    """Labels of several columns."""
    return ", ".join(label(name) for name in names)


def carrier_words(code: str | None) -> str:
    """Name of a carrier; the code itself where nobody knows it."""
    known = carrier_by_code().get(code or "")
    return known.name if known else str(code)


def listed(names: Collection[str], joint: str = ", ") -> str:
    """Names in a sentence, of many the first dozen and the number of the others."""
    shown = list(names)[:MOST_LISTED]
    rest = len(names) - len(shown)
    return joint.join(shown) + (f" và {count_words(rest)} mục khác" if rest else "")


def sheet_words(sheet: str | None) -> str:
    """ ", trang tính “SoLieu”", nothing for a CSV."""
    return f", trang tính “{sheet}”" if sheet else ""


def cell_words(cell: Cell) -> str:
    """Ô C163, trang tính “SoLieu”."""
    return f"Ô {cell.name}{sheet_words(cell.sheet)}"


def row_words(row: DataRow) -> str:
    """Dòng 163, trang tính “SoLieu” (Phường Tân Dân)."""
    return f"Dòng {row.number}{sheet_words(row.place.sheet)} ({row.place.shown or 'không có tên'})"


def matches_words(matches: Mapping[str, int]) -> str:
    """How many rows were matched in which way: "160 dòng theo mã, 6 dòng theo tên đã xác nhận"."""
    ways = [(MATCH_WORDS.get(way, way), count) for way, count in matches.items() if count]
    return ", ".join(f"{count_words(count)} dòng {words}" for words, count in ways)
