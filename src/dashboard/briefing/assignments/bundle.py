"""All sheets of a week or a whole plan in one go: Word files, a workbook, a calendar and messages, zipped."""

import re
import zipfile
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from datetime import datetime
from io import BytesIO
from typing import Any

from xlsxwriter import Workbook

from dashboard.boundaries import Layer
from dashboard.briefing.assignments.calendar import calendar_of
from dashboard.briefing.assignments.content import FOR_WORDS, Assignment, message_of
from dashboard.briefing.assignments.word import HEADER, assignment_as_docx
from dashboard.briefing.tables import AS_TEXT_IS
from dashboard.reference.names import fold

UNFIT = re.compile(r"[^a-z0-9]+")  # names are people's, and become names of files
LONGEST_NAME = 80
WIDTHS = (16, 13, 22, 34, 34, 34, 20, 24)


@dataclass(frozen=True)
class Making:
    """What all sheets share: the layer for the maps, the moment, and the mark of simulated sessions or ""."""

    layer: Layer
    made_at: datetime
    mark: str = ""


def bundle(assignments: Sequence[Assignment], making: Making, note: Callable[[int, int], object]) -> bytes:
    """ZIP; `note` is told after each sheet how many of how many are done."""
    stream = BytesIO()
    with zipfile.ZipFile(stream, "w", zipfile.ZIP_DEFLATED) as archive:
        for done, each in enumerate(assignments, start=1):
            archive.writestr(
                f"{file_name(each)}.docx", assignment_as_docx(each, making.layer, making.made_at, making.mark)
            )
            note(done, len(assignments))
        archive.writestr("phan-cong.xlsx", assignments_as_xlsx(assignments, making.mark))
        archive.writestr("lich.ics", calendar_of(assignments, making.made_at))
        archive.writestr("tin-nhan.txt", "\n\n".join(map(message_of, assignments)).encode("utf-8-sig"))
    return stream.getvalue()


def file_name(assignment: Assignment) -> str:
    """ "xa-nga-son_16378": the name people read, and the key that tells two of them apart."""
    words = (fold(assignment.name), fold(assignment.key))
    return "_".join(UNFIT.sub("-", part).strip("-") for part in words)[:LONGEST_NAME]


def assignments_as_xlsx(assignments: Sequence[Assignment], mark: str = "") -> bytes:
    """One sheet with every line of every unit, to be filtered."""
    stream = BytesIO()
    with Workbook(stream, {"in_memory": True, **AS_TEXT_IS}) as book:
        sheet = book.add_worksheet("Phân công")
        bold, wrapped = (
            book.add_format({"bold": True, "border": 1}),
            book.add_format({"text_wrap": True, "valign": "top"}),
        )
        if mark:
            sheet.write_string(0, 0, mark, bold)
        for place, name in enumerate(("Của", *HEADER)):
            sheet.write_string(1, place, name, bold)
            sheet.set_column(place, place, 30 if place == 0 else WIDTHS[place - 1])
        rows = [(each, line) for each in assignments for line in each.lines]
        for row, (each, line) in enumerate(rows, start=2):
            told: tuple[Any, ...] = (
                f"{FOR_WORDS[each.of]}: {each.name}",
                line.day,
                line.hours,
                line.commune,
                line.place,
                line.with_whom,
                line.contacts,
                line.expected,
                line.note,
            )
            for place, text in enumerate(told):
                sheet.write_string(row, place, text, wrapped)
        sheet.freeze_panes(2, 1)
        sheet.autofilter(1, 0, len(rows) + 1, len(HEADER))
    return stream.getvalue()
