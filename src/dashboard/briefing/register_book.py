"""A kind of the register as a workbook: the form to fill in, or what is known, to be changed and taken in."""

from collections.abc import Iterable, Mapping
from io import BytesIO
from typing import Any

from xlsxwriter import Workbook
from xlsxwriter.utility import xl_range
from xlsxwriter.worksheet import Worksheet

from dashboard.briefing.tables import AS_TEXT_IS
from dashboard.briefing.workbook import HEADER_COLOUR, LINE_COLOUR
from dashboard.reference.columns import columns
from dashboard.reference.communes import communes
from dashboard.store.contacts import Contact
from dashboard.support.register.kinds import Field, Kind
from dashboard.support.register.records import Entry

ROWS_TO_FILL = 1_000  # that have the lists to choose from; more rows are read all the same
WIDTHS = {"date": 12, "integer": 12, "number": 12}
WIDEST, NARROWEST = 40, 14
LISTS_SHEET = "Danh sách"
TITLE_ROW, HINT_ROW, HEADER_ROW = 0, 1, 3
DATE_FORMAT = "dd/mm/yyyy"


def register_as_xlsx(
    kind: Kind, entries: Iterable[Entry] = (), contacts: Mapping[str, Contact] | None = None
) -> bytes:
    """A workbook whose sheet is read again as it is; `contacts` by the entry's id."""
    stream = BytesIO()
    with Workbook(stream, {"in_memory": True, **AS_TEXT_IS}) as book:
        sheet = book.add_worksheet(kind.sheet_name)
        lists = book.add_worksheet(LISTS_SHEET)
        names = [commune.name for commune in communes()]
        lists.write_column(0, 0, names)
        lists.hide()
        _head(book, sheet, kind)
        for place, each in enumerate(kind.fields, start=1):
            _offer_choices(sheet, place, each, len(names))
        _fill(book, sheet, kind, (entries, contacts or {}))
        _explain(book, kind)
    return stream.getvalue()


def _head(book: Workbook, sheet: Worksheet, kind: Kind) -> None:
    bold = {"bold": True, "text_wrap": True, "valign": "vcenter", "border": 1, "border_color": LINE_COLOUR}
    needed = book.add_format({**bold, "bg_color": "#FCE8B2"})
    free = book.add_format({**bold, "bg_color": HEADER_COLOUR})
    sheet.write(TITLE_ROW, 0, kind.title.upper(), book.add_format({"bold": True, "font_size": 14}))
    hint = "Ô màu vàng là bắt buộc. Giữ nguyên cột Mã khi sửa dòng đã có; để trống khi thêm dòng mới."
    sheet.write(HINT_ROW, 0, hint, book.add_format({"italic": True}))
    sheet.write(HEADER_ROW, 0, columns()["entry_id"].label, free)
    sheet.set_column(0, 0, NARROWEST)
    for place, each in enumerate(kind.fields, start=1):
        said = each.said
        sheet.write(HEADER_ROW, place, said.label, needed if each.is_needed else free)
        sheet.write_comment(HEADER_ROW, place, said.description)
        wide = WIDTHS.get(said.type, max(NARROWEST, min(WIDEST, len(said.label) + 6)))
        sheet.set_column(place, place, wide)
    sheet.freeze_panes(HEADER_ROW + 1, 2)
    sheet.set_landscape()
    sheet.repeat_rows(HEADER_ROW)
    sheet.fit_to_pages(1, 0)


def _offer_choices(sheet: Worksheet, place: int, each: Field, communes_count: int) -> None:
    """A list to choose from where the value is one of a few; what is written beside it is warned of."""
    cells = (HEADER_ROW + 1, place, HEADER_ROW + ROWS_TO_FILL, place)
    if each.name == "commune_code":
        source: Any = f"='{LISTS_SHEET}'!$A$1:$A${communes_count}"
    elif each.value.choices:
        source = list(each.value.choices)
    elif each.said.type == "integer":
        rule = {"validate": "integer", "criteria": ">=", "value": 0, "error_type": "stop"}
        sheet.data_validation(*cells, rule | {"error_message": "Ghi số nguyên không âm."})
        return
    else:
        return
    rule = {"validate": "list", "source": source, "error_type": "warning"}
    sheet.data_validation(*cells, rule | {"error_message": "Không có trong danh sách; vẫn ghi?"})


def _fill(
    book: Workbook, sheet: Worksheet, kind: Kind, known: tuple[Iterable[Entry], Mapping[str, Contact]]
) -> None:
    entries, contacts = known
    as_day = book.add_format({"num_format": DATE_FORMAT})
    known_entries = tuple(entries)
    for row, entry in enumerate(known_entries, start=HEADER_ROW + 1):
        sheet.write_string(row, 0, entry.entry_id)
        for place, each in enumerate(kind.fields, start=1):
            cell = shown(each, entry, contacts.get(entry.entry_id, Contact()))
            if cell is not None and cell != "":
                sheet.write(row, place, cell, *([as_day] if each.said.type == "date" else []))
    sheet.autofilter(xl_range(HEADER_ROW, 0, HEADER_ROW + len(known_entries), len(kind.fields)))


def shown(each: Field, entry: Entry, contact: Contact) -> Any:
    """What a cell shows of an entry or of its contact."""
    return each.value.write(getattr(contact if each.is_contact else entry, each.name))


def _explain(book: Workbook, kind: Kind) -> None:
    sheet = book.add_worksheet("Giải thích")
    bold, wrapped = book.add_format({"bold": True}), book.add_format({"text_wrap": True, "valign": "top"})
    for place, (name, wide) in enumerate(
        (("Cột", 28), ("Bắt buộc", 10), ("Ý nghĩa", 70), ("Chọn một trong", 60))
    ):
        sheet.write(0, place, name, bold)
        sheet.set_column(place, place, wide)
    for row, each in enumerate(kind.fields, start=1):
        cells = (
            each.said.label,
            "có" if each.is_needed else "",
            each.said.description,
            "; ".join(each.value.choices),
        )
        for place, text in enumerate(cells):
            sheet.write_string(row, place, text, wrapped)
