"""What a document tells, and every number that the figures account for, without the briefing's own code."""

import io
import re
from collections.abc import Iterable, Iterator, Mapping
from datetime import date
from itertools import accumulate, combinations
from pathlib import Path
from typing import Any, TypeAlias

import docx
import duckdb
import openpyxl
from pptx import Presentation

from dashboard.measures import (
    Scope,
    figures_by_carrier,
    figures_by_commune,
    figures_by_commune_and_carrier,
    figures_by_province,
)
from dashboard.reference.policy import policy
from tests.briefing.office_files import text_of

Row: TypeAlias = Mapping[str, Any]
COUNTS = (
    "total_count",
    "verified_count",
    "unverified_count",
    "locked_one_way_count",
    "locked_two_way_count",
)
QUESTIONS = (figures_by_province, figures_by_carrier, figures_by_commune, figures_by_commune_and_carrier)
COUNT = re.compile(
    r"(?<![\d.,])\d{1,3}(?:\.\d{3})+(?!\d)"
)  # a thousand and more; smaller ones are ranks and days too
PERCENT = re.compile(r"(?<![\d.,])(\d{1,3}(?:,\d)?)[\s\u00a0]?%")
WORD = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"


def text_of_word(content: bytes) -> str:
    """All paragraphs, those of tables, headers and footers too."""
    document = docx.Document(io.BytesIO(content))
    roots = [document.element.body, *(section.footer._element for section in document.sections)]
    paragraphs = (paragraph for root in roots for paragraph in root.iter(f"{WORD}p"))
    return "\n".join("".join(run.text or "" for run in each.iter(f"{WORD}t")) for each in paragraphs)


def text_of_slides(content: bytes) -> str:
    """Texts, tables and notes of every slide."""
    return "\n".join(_slide_texts(Presentation(io.BytesIO(content)).slides))


def text_of_workbook(content: bytes) -> str:
    """Every cell of every sheet; whole numbers as the other documents write them."""
    book = openpyxl.load_workbook(io.BytesIO(content))
    cells = (cell.value for sheet in book for row in sheet.iter_rows() for cell in row)
    return "\n".join(f"{cell:,}".replace(",", ".") if isinstance(cell, int) else str(cell) for cell in cells)


def text_of_pdf(content: bytes, folder: Path) -> str:
    """What pdftotext reads."""
    path = folder / "told.pdf"
    path.write_bytes(content)
    return text_of(path)


def counts_told(text: str) -> set[int]:
    """Every number from a thousand on."""
    return {int(number.replace(".", "")) for number in COUNT.findall(text)}


def ticks_told(text: str) -> set[int]:
    """Numbers of which all figures but the first two are noughts: those that stand at a drawn axis."""
    return {count for count in counts_told(text) if not str(count)[2:].strip("0")}


def percents_told(text: str) -> set[str]:
    """Every percentage as written: "38,8"."""
    return set(PERCENT.findall(text))


def counts_accounted_for(cursor: duckdb.DuckDBPyConnection, rounds: Iterable[date]) -> set[int]:
    """Counts of every area and carrier in every round, what they changed by, and sums that sentences name:
    over classes, over the communes with the most left, over the carriers that reported in both rounds."""
    days = list(rounds)
    found = {
        row[name] for day in days for row in _rows(cursor, day) for name in COUNTS if row[name] is not None
    }
    for one, other in combinations(days, 2):
        found |= _changes(cursor, one, other)
    for day in days:
        found |= {part for row in _rows(cursor, day) if row["total_count"] for part in _parts_drawn(row)}
        communes = figures_by_commune(cursor, Scope(day)).to_pylist()
        left = sorted((row["unverified_count"] for row in communes if row["unverified_count"]), reverse=True)
        found |= set(accumulate(left))
        found |= {sum(row[name] for row in rows) for rows in _classes(communes).values() for name in COUNTS}
    return found


def percents_accounted_for(cursor: duckdb.DuckDBPyConnection, rounds: Iterable[date]) -> set[str]:
    """Rates of every area and carrier, what they changed by, shares of locks and of what is left; limits."""
    found = {
        "100",
        "100,0",
        *(_text(limit).removesuffix(",0") for limit in policy().scales["verified_pct"].limits),
    }
    found.add(_text(policy().programme.low_below_pct).removesuffix(",0"))
    days = list(rounds)
    by_day = [[row for row in _rows(cursor, day) if row["total_count"]] for day in days]
    for rows in by_day:
        for row in rows:
            found |= {_text(100 * row[name] / row["total_count"]) for name in COUNTS[1:]}
            found |= {_text(100 * row["unverified_count"] / whole) for whole in _wholes(rows, row)}
            if row["unverified_count"]:
                found.add(_text(100 * _parts_drawn(row)[0] / row["unverified_count"]))
            found |= {f"{100 * row['unverified_count'] / whole:.0f}" for whole in _wholes(rows, row)}
        total = max(row["unverified_count"] for row in rows)
        found |= {_text(100 * part / total) for part in _class_sums(rows)}
    for one, other in combinations(by_day, 2):
        rates = {_key(row): row["verified_pct"] for row in one}
        changes = (row["verified_pct"] - rates[_key(row)] for row in other if _key(row) in rates)
        found |= {_text(abs(change)) for change in changes}
    return found


def _rows(cursor: duckdb.DuckDBPyConnection, day: date) -> Iterator[Row]:
    for question in QUESTIONS:
        yield from question(cursor, Scope(day)).to_pylist()


def _key(row: Row) -> tuple[str | None, str | None]:
    return row.get("commune_code"), row.get("carrier_code")


def _parts_drawn(row: Row) -> tuple[int, int]:
    """What charts of locks and of carriers stack: locked in either way, and unverified without a lock."""
    locked = row["locked_one_way_count"] + row["locked_two_way_count"]
    return locked, row["unverified_count"] - locked


def _changes(cursor: duckdb.DuckDBPyConnection, one: date, other: date) -> set[int]:
    before = {_key(row): row for row in _rows(cursor, one)}
    found = set()
    carriers: dict[str, list[int]] = {name: [] for name in COUNTS}
    for row in _rows(cursor, other):
        earlier = before.get(_key(row))
        for name in COUNTS:
            if earlier and None not in (row[name], earlier[name]):
                found.add(abs(row[name] - earlier[name]))
                if _key(row)[0] is None and _key(row)[1] is not None:
                    carriers[name].append(row[name] - earlier[name])
    return found | {abs(sum(changes)) for changes in carriers.values()}


def _wholes(rows: list[Row], part: Row) -> set[int]:
    """What is left of the commune, or of the province, that a carrier's part can be held against."""
    return {
        row["unverified_count"]
        for row in rows
        if row["unverified_count"] and _key(row)[1] is None and _key(row)[0] in (None, _key(part)[0])
    }


def _classes(communes: Iterable[Row]) -> dict[int, list[Row]]:
    limits = policy().scales["verified_pct"].limits
    classes: dict[int, list[Row]] = {}
    for row in communes:
        if row["verified_pct"] is not None:
            classes.setdefault(sum(row["verified_pct"] >= limit for limit in limits), []).append(row)
    return classes


def _class_sums(rows: list[Row]) -> Iterator[int]:
    """What is left in each class, and below each limit."""
    by_class = _classes(row for row in rows if _key(row)[0] is not None and _key(row)[1] is None)
    sums = [sum(row["unverified_count"] for row in by_class.get(place, ())) for place in range(5)]
    yield from (*sums, *accumulate(sums))


def _text(number: float) -> str:
    return f"{number:.1f}".replace(".", ",")


def _slide_texts(slides: Any) -> Iterator[str]:
    for slide in slides:
        for shape in slide.shapes:
            if shape.has_text_frame:
                yield shape.text_frame.text
            if shape.has_table:
                yield from (cell.text for row in shape.table.rows for cell in row.cells)
        if slide.has_notes_slide:
            yield slide.notes_slide.notes_text_frame.text
