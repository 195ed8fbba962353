"""A file of the register understood: which kind it is, its rows as entries, and what is wrong with them."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field, replace
from functools import cache
from typing import Any

from dashboard.intake.finding import Finding, Severity
from dashboard.intake.reading.sheet import CellValue, Sheet, SheetRow, cell_text, column_letter
from dashboard.reference.names import fold
from dashboard.support.register.ids import new_id
from dashboard.support.register.kinds import KINDS, Field, Kind
from dashboard.support.register.records import Entry
from dashboard.support.register.values import Unreadable, is_a_place

ROWS_SEARCHED = 30  # for the header: letterheads take fewer
ID_COLUMN = "entry_id"


@dataclass(frozen=True)
class Line:
    """A row that can be kept: its entry, the contact named in it by field, and which fields the file has."""

    entry: Entry
    contact: Mapping[str, str]
    told: frozenset[str]

    def upon(self, standing: Entry) -> Entry:
        """What stood with what the file tells of; a column that it lacks takes nothing away."""
        told = {name: getattr(self.entry, name) for name in self.told}
        return replace(standing, **told)


@dataclass(frozen=True)
class RegisterTable:
    """What a file says; without a kind no table of the register was found in it."""

    kind: Kind | None = None
    lines: tuple[Line, ...] = ()
    rows_read_count: int = 0
    findings: tuple[Finding, ...] = ()


@dataclass(frozen=True)
class _Found:
    kind: Kind
    sheet: Sheet
    header: SheetRow
    fields: Mapping[int, Field]
    id_place: int | None

    @property
    def weight(self) -> tuple[int, int]:
        needed = sum(each.is_needed for each in self.fields.values())
        return needed, len(self.fields)


@dataclass
class _Row:
    """One row while it is read; what is wrong is noted as it is met."""

    table: _Found
    row: SheetRow
    values: dict[str, Any] = field(default_factory=dict)
    findings: list[Finding] = field(default_factory=list)
    is_left_out: bool = False

    def note(self, rule: str, place: int, why: Unreadable, *, leaves_out: bool) -> None:
        self.is_left_out |= leaves_out
        kept = "Dòng này chưa được nhận." if leaves_out else "Ô này bị bỏ trống, các ô khác vẫn được nhận."
        text = cell_text(self.row.cells[place]) if place < len(self.row.cells) else ""
        self.findings.append(
            Finding(
                rule,
                Severity.WARNING,
                f"{why.message} {kept}",
                self.table.sheet.name or None,
                self.row.number,
                column_letter(place),
                text,
                why.suggestion,
            )
        )


def read_register_table(sheets: Iterable[Sheet], expected: Kind | None = None) -> RegisterTable:
    """Entries of the one table found; `expected` says which kind it must be."""
    kinds = (expected,) if expected else tuple(KINDS.values())
    found = [table for sheet in sheets if sheet.is_visible for kind in kinds if (table := _find(sheet, kind))]
    if not found:
        return RegisterTable(findings=(_no_table(kinds),))
    table = max(found, key=lambda each: each.weight)
    return _read(table)


def _find(sheet: Sheet, kind: Kind) -> _Found | None:
    """The header with most of a kind's columns, all needed ones among them."""
    best: _Found | None = None
    for row in sheet.rows[:ROWS_SEARCHED]:
        words = {fold(cell_text(cell)): place for place, cell in reversed(list(enumerate(row.cells)))}
        fields = {words[word]: each for each in kind.fields for word in _words(each) if word in words}
        table = _Found(kind, sheet, row, fields, words.get("ma", words.get(ID_COLUMN)))
        has_all = all(each in fields.values() for each in kind.fields if each.is_needed)
        if has_all and (best is None or table.weight > best.weight):
            best = table
    return best


@cache
def _words(each: Field) -> tuple[str, ...]:
    """What a header may call a column; the label first."""
    said = each.said
    return tuple(dict.fromkeys(fold(word) for word in (said.name, said.short_label, said.label)))


def _read(table: _Found) -> RegisterTable:
    rows = [row for row in table.sheet.rows if row.number > table.header.number and _has_values(table, row)]
    lines: dict[str, Line] = {}
    findings = list(_unknown_columns(table))
    for row in rows:
        reading = _Row(table, row)
        line = _line(reading)
        if line is not None and line.entry.entry_id in lines:
            reading.note(
                "register_doubled",
                next(iter(table.fields)),
                Unreadable(
                    f"Dòng này trùng với một dòng ở trên: {line.entry.name}.",
                    "Giữ một dòng, hoặc đặt tên khác nhau.",
                ),
                leaves_out=True,
            )
        elif line is not None:
            lines[line.entry.entry_id] = line
        findings += reading.findings
    if rows and not lines:
        findings.insert(0, _nothing_usable(table))
    return RegisterTable(table.kind, tuple(lines.values()), len(rows), tuple(findings))


def _has_values(table: _Found, row: SheetRow) -> bool:
    return any(cell_text(row.cells[place]) for place in table.fields if place < len(row.cells))


def _line(reading: _Row) -> Line | None:
    for place, each in sorted(reading.table.fields.items()):
        _value(reading, place, each)
    _check_place(reading)
    if reading.is_left_out:
        return None
    kind, values = reading.table.kind, reading.values
    contact = {each.name: values.pop(each.name) for each in kind.contacts if each.name in values}
    at = reading.table.id_place
    said = cell_text(reading.row.cells[at]) if at is not None and at < len(reading.row.cells) else ""
    told = frozenset(each.name for each in reading.table.fields.values() if not each.is_contact)
    return Line(kind.record(entry_id=said or new_id(kind, values), **values), contact, told)


def _value(reading: _Row, place: int, each: Field) -> None:
    cell: CellValue = reading.row.cells[place] if place < len(reading.row.cells) else None
    if not cell_text(cell):
        if each.is_needed:
            reading.note(
                "register_incomplete",
                place,
                Unreadable(f"Thiếu “{each.said.label}”.", "Điền ô này rồi nhận lại tệp."),
                leaves_out=True,
            )
        return
    value = each.value.read(cell)
    if isinstance(value, Unreadable):
        why = replace(value, message=f"{each.said.label}: {value.message}")
        reading.note("register_unreadable", place, why, leaves_out=each.is_needed)
    else:
        reading.values[each.name] = value


def _check_place(reading: _Row) -> None:
    """Coordinates of both kinds, in the province, or none."""
    lon, lat = reading.values.get("lon"), reading.values.get("lat")
    if is_a_place(lon, lat):
        return
    place = next(place for place, each in reading.table.fields.items() if each.name in ("lat", "lon"))
    reading.values.pop("lon", None)
    reading.values.pop("lat", None)
    reading.note(
        "register_outside_province",
        place,
        Unreadable(
            "Tọa độ không nằm trong tỉnh.",
            "Kiểm tra kinh độ (104,35 đến 106,10) và vĩ độ (19,29 đến 20,68), có thể đã đổi chỗ cho nhau.",
        ),
        leaves_out=False,
    )


def _unknown_columns(table: _Found) -> Iterable[Finding]:
    for place, cell in enumerate(table.header.cells):
        if place in table.fields or place == table.id_place or fold(cell_text(cell)) in {"", "stt", "tt"}:
            continue
        yield Finding(
            "register_unknown_column",
            Severity.INFO,
            f"Cột “{cell_text(cell)}” không có trong mẫu {table.kind.title.lower()}, không được nhận.",
            table.sheet.name or None,
            table.header.number,
            column_letter(place),
            cell_text(cell),
            "Nếu cần, chuyển nội dung sang cột Ghi chú.",
        )


def _nothing_usable(table: _Found) -> Finding:
    return Finding(
        "register_nothing_usable",
        Severity.ERROR,
        "Không dòng nào của bảng nhận được.",
        table.sheet.name or None,
        suggestion="Sửa các lỗi nêu dưới đây rồi nhận lại tệp.",
    )


def _no_table(kinds: tuple[Kind, ...]) -> Finding:
    wanted = "; ".join(
        f"{kind.title}: {', '.join(each.said.label for each in kind.fields if each.is_needed)}"
        for kind in kinds
    )
    return Finding(
        "register_no_table",
        Severity.ERROR,
        "Không tìm thấy bảng nào có đủ các cột bắt buộc.",
        suggestion=f"Dùng mẫu tải tại trang Hỗ trợ. Cột bắt buộc: {wanted}.",
    )
