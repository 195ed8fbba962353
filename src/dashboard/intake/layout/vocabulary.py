"""The words that headers and labels use, in tables beside this module: phrases to add, not code."""

import re
from collections.abc import Mapping
from functools import cache, lru_cache
from pathlib import Path
from types import MappingProxyType

from dashboard.reference.names import fold
from dashboard.reference.tables import read_rows

TABLES_DIR = Path(__file__).parent

COUNT_COLUMNS = (
    "total_count",
    "verified_count",
    "unverified_count",
    "locked_one_way_count",
    "locked_two_way_count",
)
SIM_COLUMNS = ("junk_sim_found_count", "junk_sim_handled_count", "sim_not_own_name_count")
PLACE_COLUMNS = ("commune_code", "commune_name")
SILENT_COLUMNS = ("ordinal", "note")  # understood and not read: nobody misses them

COLUMN_NUMBER = re.compile(r"\(\s*[0-9]{1,2}\s*\)(\s*=.*)?$")  # "Tổng số (1)", "Còn lại (3)=(1)-(2)"
ENUMERATION = re.compile(r"^\s*([IVX]+|[0-9]{1,2}|[a-zđ])[.)/]\s*", re.IGNORECASE)  # "II. ", "3) ", "b/ "
NO_WORD = re.compile(r"[\W_]+")
LONGEST_LABEL = 200  # characters looked at; the plan in words stands in a cell with its label


@lru_cache(maxsize=4096)
def phrase_key(text: str) -> str:
    """What two ways of writing the same header have in common.

    "Số TB chưa XT", "Thuê bao chưa xác thực" and "CHUA_XAC_THUC" all become "chua xac thuc": folded, signs
    and column numbers dropped, abbreviations written out, words that add nothing left out.
    """
    words = NO_WORD.sub(" ", fold(COLUMN_NUMBER.sub("", text.strip()))).strip()
    return _expanded(words) or words


@cache
def header_columns() -> Mapping[str, str]:
    """Key of a header's phrase -> column. Raises ValueError where the table contradicts itself."""
    return _keyed("vocabulary.csv", "column")


@lru_cache(maxsize=4096)
def row_label(text: str) -> str | None:
    """What a row with this text is: total, subtotal, plan; None for any other.

    "Tổng cộng (166 xã, phường)" and "2. Phương án xử lý: ..." start with their label; a subtotal names its
    district after it.
    """
    plain = without_enumeration(text[:LONGEST_LABEL])
    for part in (plain, re.split(r"[:(]", plain, maxsplit=1)[0]):
        if label := _row_labels().get(phrase_key(part)):
            return label
    starts = (f"{phrase} " for phrase, label in _row_labels().items() if label == "subtotal")
    return "subtotal" if phrase_key(plain).startswith(tuple(starts)) else None


def without_enumeration(text: str) -> str:
    """A text without the number or letter that lists it: "II. Huyện Hà Trung" -> "Huyện Hà Trung"."""
    return ENUMERATION.sub("", text)


@cache
def _row_labels() -> Mapping[str, str]:
    """Key of a label in a row -> what such a row is."""
    return _keyed("row_labels.csv", "label")


def _keyed(table: str, meaning: str) -> Mapping[str, str]:
    keyed: dict[str, str] = {}
    for row in read_rows(TABLES_DIR / table, (meaning, "phrase")):
        key = phrase_key(row["phrase"])
        if keyed.setdefault(key, row[meaning]) != row[meaning]:
            raise ValueError(f"{row['phrase']!r} stands for both {keyed[key]} and {row[meaning]}")
    return MappingProxyType(keyed)


def _expanded(words: str) -> str:
    padded = f" {words} "
    for written, means in _abbreviations():
        padded = written.sub(f" {means} ", padded)
    return " ".join(padded.split())


@cache
def _abbreviations() -> tuple[tuple[re.Pattern[str], str], ...]:
    """Whole words and what they mean, in the order of the table."""
    rows = read_rows(TABLES_DIR / "abbreviations.csv", ("written", "means"))
    return tuple(
        (re.compile(rf"(?<= ){re.escape(fold(row['written']))}(?= )"), fold(row["means"])) for row in rows
    )
