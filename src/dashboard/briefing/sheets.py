"""The briefing as one workbook: every table, the data behind them, what each column means, the files
received."""

from collections.abc import Iterator
from datetime import UTC
from io import BytesIO
from typing import Any

from xlsxwriter import Workbook

from dashboard.briefing.cells import cells
from dashboard.briefing.content import BriefingContent, Table
from dashboard.briefing.receipt_words import STATUS_WORDS
from dashboard.briefing.tables import AS_TEXT_IS
from dashboard.briefing.workbook import Grid, Heading, add_sheet
from dashboard.intake.receipt import Status
from dashboard.reference.columns import Column, columns

# Short, since a sheet's name has room for 31 characters; the whole title stands on the sheet.
SHEETS = {
    "carriers": "Theo nhà mạng",
    "classes": "Theo mức tỷ lệ",
    "lowest": "Thấp nhất",
    "locks": "Khóa thuê bao",
    "sims": "SIM rác, không chính chủ",
    "plans": "Phương án xử lý",
    "support_sessions": "Buổi hỗ trợ",
    "difficulties": "Vướng mắc",
    "restatements": "Số liệu điều chỉnh",
    "annex": "Các xã, phường",
    "communes": "Dữ liệu xã, phường",
    "commune-carrier": "Dữ liệu xã và nhà mạng",
    "history": "Dữ liệu các kỳ",
    "history-carrier": "Dữ liệu các kỳ, nhà mạng",
    "receipts": "Tệp đã nhận",
}
SENTENCES, DICTIONARY = "Nội dung", "Giải thích cột"
COMPUTED, EDITED = "Tính từ số liệu", "Cán bộ đã sửa"


def render_workbook(content: BriefingContent) -> bytes:
    """The workbook's bytes, the same for the same content. Raises KeyError for a column nobody described."""
    stream = BytesIO()
    with Workbook(stream, {"in_memory": True, **AS_TEXT_IS}) as book:
        made_at = content.footer.cut_off_at.astimezone(UTC).replace(tzinfo=None)
        book.set_properties({"title": content.subject, "comments": content.footer.line, "created": made_at})
        add_sheet(book, _heading(content, SENTENCES, content.subject), _sentences(content))
        for table in tables_of(content):
            heading = _heading(content, SHEETS[table.key], table.title, table.note)
            add_sheet(book, heading, _grid(table))
        add_sheet(book, _heading(content, DICTIONARY, "Giải thích các cột"), _dictionary(content))
    return stream.getvalue()


def tables_of(content: BriefingContent) -> Iterator[Table]:
    """All tables in the order of the workbook."""
    for section in content.sections:
        yield from section.tables
    yield from content.long_tables
    yield content.receipts


def _heading(content: BriefingContent, sheet: str, title: str, note: str = "") -> Heading:
    lines = (content.footer.line, *((note,) if note else ()))
    return Heading(title, lines, content.footer.mark, sheet)


def _grid(table: Table) -> Grid:
    names = table.rows.column_names
    values = {name: cells(table.rows[name]) for name in names}
    if table.key == "receipts":
        values["status"] = [STATUS_WORDS[Status(status)] for status in values["status"]]
    rows = list(zip(*values.values(), strict=True))
    return Grid([columns()[name] for name in names], rows)


def _sentences(content: BriefingContent) -> Grid:
    """Every sentence of the document; beside an edited one what was computed."""
    heads = ("Phần", "Câu", "Nguồn của câu", "Câu tính được đã bị thay")
    return Grid([_text_column(head) for head in heads], list(_told(content)))


def _told(content: BriefingContent) -> Iterator[tuple[Any, ...]]:
    wordings = {wording.key: wording for wording in content.wordings}

    def worded(title: str, key: str) -> Iterator[tuple[Any, ...]]:
        wording = wordings.get(key)
        if wording is not None and (wording.text or wording.edited is not None):
            is_edited = wording.edited is not None
            yield (
                title,
                wording.text,
                EDITED if is_edited else COMPUTED,
                wording.computed if is_edited else None,
            )

    yield from worded("Mở đầu", "opening")
    for section in content.sections:
        yield from worded(section.title, f"{section.part}.opening")
        yield from ((section.title, text, COMPUTED, None) for text in section.paragraphs)
        for group in section.points:
            yield from ((f"{section.title}: {group.title}", item, COMPUTED, None) for item in group.items)
        yield from worded(section.title, f"{section.part}.closing")
    yield from worded("Kết thúc", "closing")


def _dictionary(content: BriefingContent) -> Grid:
    used = {name for table in tables_of(content) for name in table.rows.column_names}
    rows = [
        (
            column.label,
            column.short_label,
            column.unit or None,
            column.description,
            column.source,
            column.name,
        )
        for column in columns().values()
        if column.name in used
    ]
    heads = ("Cột", "Tên ngắn", "Đơn vị", "Nghĩa là", "Nguồn", "Tên trong hệ thống")
    return Grid([_text_column(head) for head in heads], rows)


def _text_column(label: str) -> Column:
    return Column(label, "text", "", label, label, label, label)
