"""A table of the register that somebody edited, as changes: what was typed is read as a cell of a file is."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field, replace
from datetime import date
from typing import Any, TypeAlias

from dashboard.intake.reading.sheet import CellValue, cell_text
from dashboard.store.contacts import Contact, Key
from dashboard.store.decisions import Decision
from dashboard.support.register.ids import new_id
from dashboard.support.register.keeping import Change, Kept
from dashboard.support.register.kinds import Field, Kind
from dashboard.support.register.values import Unreadable, is_a_place

Cells: TypeAlias = Mapping[str, Any]  # column of the dictionary -> what stands in the cell


@dataclass(frozen=True)
class Edits:
    """What was done to a table: cells of rows by id, new rows, and ids of rows taken out."""

    edited: Mapping[str, Cells] = field(default_factory=dict)
    added: Sequence[Cells] = ()
    removed: Sequence[str] = ()

    def __len__(self) -> int:
        """How many rows are touched."""
        return len(self.edited) + len(self.added) + len(self.removed)


@dataclass(frozen=True)
class Known:
    """A kind's entries and their contacts as the table showed them."""

    kind: Kind
    entries: Mapping[str, Kept]
    contacts: Mapping[str, Contact]
    withdrawn: Mapping[str, Decision] = field(default_factory=dict)


@dataclass(frozen=True)
class Wanted:
    """The changes, the contacts that change with them, and why some rows cannot be kept (Vietnamese)."""

    changes: tuple[Change, ...] = ()
    contacts: Mapping[Key, Contact] = field(default_factory=dict)
    objections: tuple[str, ...] = ()


@dataclass
class _Row:
    kind: Kind
    values: dict[str, Any] = field(default_factory=dict)
    contact: dict[str, str] = field(default_factory=dict)
    objections: list[str] = field(default_factory=list)

    def read(self, cells: Cells) -> None:
        for each in self.kind.fields:
            column = each.column or each.name
            if column in cells:
                self._take(each, _cell(each, cells[column]))

    def _take(self, each: Field, cell: CellValue) -> None:
        told = self.contact if each.is_contact else self.values
        if not cell_text(cell):
            told[each.name] = "" if each.is_contact else _nothing(self.kind, each)
            return
        value = each.value.read(cell)
        if isinstance(value, Unreadable):
            self.objections.append(
                f"{each.said.label} “{cell_text(cell)}”: {value.message} {value.suggestion}"
            )
        else:
            told[each.name] = value


def wanted(known: Known, edits: Edits) -> Wanted:
    """What the edits come to; rows that cannot be kept are named, and then nothing is to be kept."""
    results = [_of_known(known, entry_id, cells) for entry_id, cells in edits.edited.items()]
    results += [_of_new(known, number, cells) for number, cells in enumerate(edits.added, start=1)]
    for entry_id in edits.removed:
        change = Change(known.kind, entry_id, None, known.entries[entry_id].decision)
        results.append(Wanted((change,), {(known.kind.subject, entry_id): Contact()}))
    contacts: dict[Key, Contact] = {}
    for result in results:
        contacts |= result.contacts
    return Wanted(
        tuple(change for result in results for change in result.changes),
        contacts,
        tuple(objection for result in results for objection in result.objections),
    )


def _of_known(known: Known, entry_id: str, cells: Cells) -> Wanted:
    kept = known.entries[entry_id]
    row = _Row(known.kind)
    row.read(cells)
    entry = replace(kept.entry, **row.values)
    objections = [*row.objections, *_missing(known.kind, entry), *_misplaced(entry)]
    if objections:
        return Wanted(objections=tuple(f"{kept.entry.name}: {each}" for each in objections))
    changes = (Change(known.kind, entry_id, entry, kept.decision),) if entry != kept.entry else ()
    return Wanted(changes, _contact(known, entry_id, row.contact))


def _of_new(known: Known, number: int, cells: Cells) -> Wanted:
    row = _Row(known.kind)
    row.read(cells)
    lacking = [
        each.said.label for each in known.kind.kept if each.is_needed and not row.values.get(each.name)
    ]
    if lacking or row.objections:
        said = [*([f"thiếu {', '.join(lacking)}."] if lacking else []), *row.objections]
        return Wanted(objections=tuple(f"Dòng mới thứ {number}: {each}" for each in said))
    entry_id = new_id(known.kind, row.values)
    if entry_id in known.entries:
        return Wanted(
            objections=(f"Dòng mới thứ {number}: đã có “{known.entries[entry_id].entry.name}” ở nơi này.",)
        )
    values = {name: value for name, value in row.values.items() if value is not None}
    entry = known.kind.record(entry_id=entry_id, **values)
    if misplaced := _misplaced(entry):
        return Wanted(objections=tuple(f"Dòng mới thứ {number}: {each}" for each in misplaced))
    change = Change(known.kind, entry_id, entry, known.withdrawn.get(entry_id))
    return Wanted((change,), _contact(known, entry_id, row.contact))


def _contact(known: Known, entry_id: str, told: Mapping[str, str]) -> dict[Key, Contact]:
    if not told:
        return {}
    standing = known.contacts.get(entry_id, Contact())
    name, phone = standing.contact_name, standing.contact_phone
    changed = replace(
        standing,
        contact_name=told.get("contact_name", name),
        contact_phone=told.get("contact_phone", phone),
    )
    return {} if changed == standing else {(known.kind.subject, entry_id): changed}


def _missing(kind: Kind, entry: Any) -> list[str]:
    lacking = [
        each.said.label for each in kind.kept if each.is_needed and getattr(entry, each.name) in ("", None)
    ]
    return [f"thiếu {', '.join(lacking)}."] if lacking else []


def _misplaced(entry: Any) -> list[str]:
    lon, lat = getattr(entry, "lon", None), getattr(entry, "lat", None)
    return [] if is_a_place(lon, lat) else ["tọa độ không nằm trong tỉnh, hoặc chỉ có một trong hai số."]


def _nothing(kind: Kind, each: Field) -> Any:
    """What a field is where nobody has said anything: its default; None where it is needed."""
    return kind.record.__dataclass_fields__[each.name].default if not each.is_needed else None


def _cell(each: Field, cell: Any) -> CellValue:
    """A cell as the table hands it over: days come as text."""
    if each.said.type == "date" and isinstance(cell, str) and cell:
        return date.fromisoformat(cell[:10])
    return cell  # type: ignore[no-any-return]
