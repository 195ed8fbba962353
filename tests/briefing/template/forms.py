"""A form as a carrier would fill it in, for tests."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import UTC, date, datetime
from functools import cache
from io import BytesIO
from typing import Any

from openpyxl import Workbook, load_workbook
from openpyxl.worksheet.worksheet import Worksheet

from dashboard.briefing.template import plan_sheet, points_sheet, report_sheet, sim_sheet
from dashboard.briefing.template.book import template_as_xlsx
from dashboard.briefing.template.form import Form
from dashboard.intake.examine import Examination, examine
from dashboard.intake.request import IntakeRequest
from dashboard.reference.carriers import carrier_by_code
from dashboard.reference.communes import communes
from dashboard.store.database import Store

ROUND_ON = date(2026, 11, 18)
RECEIVED_AT = datetime(2026, 11, 18, 2, tzinfo=UTC)
PLAN = "Mở điểm lưu động tại xã Thọ Xuân; số liệu tính đến 15/11/2026 còn thấp.\nPhối hợp VNPT, MobiFone."
POINTS: tuple[tuple[Any, ...], ...] = (
    (
        "Lưu động",
        "Phường Hạc Thành",
        "Nhà văn hóa phố 3, cạnh cửa hàng VinaPhone",
        "7:30-17:00, thứ Hai đến thứ Sáu",
        date(2026, 11, 20),
        date(2026, 11, 22),
        19.80671,
        105.78523,
        40,
        "Có",
    ),
    ("Cố định", "Xã Thọ Xuân", "12 Lê Lợi", None, None, None, None, None, None, "Không"),
)
ITEMS: tuple[tuple[Any, ...], ...] = (
    ("Giải pháp: mở thêm điểm", "Xã Thọ Xuân", date(2026, 11, 25), 500),
    ("Nhắn tin nhắc thuê bao", None, None, None),
)


@dataclass(frozen=True)
class Filling:
    """What is written into a form: by commune code the five counts, and three of SIMs."""

    counts: Mapping[str, tuple[Any, ...]]
    sims: Mapping[str, tuple[Any, ...]] = field(default_factory=dict)
    plan: str | None = None
    items: tuple[tuple[Any, ...], ...] = ()
    points: tuple[tuple[Any, ...], ...] = ()


def whole() -> Filling:
    """Everything filled in."""
    counts = {c.code: (1000 + n, 700 + n, 300, 50, 30 + n % 7) for n, c in enumerate(communes())}
    sims = {c.code: (n, n // 2, n % 5) for n, c in enumerate(communes())}
    return Filling(counts, sims, PLAN, ITEMS, POINTS)


@cache
def empty_form(carrier_code: str = "viettel") -> bytes:
    """The form of a carrier that has not reported before."""
    return template_as_xlsx(Form(carrier_by_code()[carrier_code], ROUND_ON))


def filled(content: bytes, filling: Filling) -> bytes:
    """The form with values written into its cells, all else kept; by openpyxl, which computes nothing."""
    book = load_workbook(BytesIO(content))
    write_into(book, filling)
    stream = BytesIO()
    book.save(stream)
    return stream.getvalue()


def write_into(book: Workbook, filling: Filling) -> None:
    """Write a filling into an open form."""
    report, sims = book[report_sheet.NAME], book[sim_sheet.NAME]
    for place, commune in enumerate(communes()):
        _put(report, report_sheet.FIRST_ROW + place, 2, filling.counts.get(commune.code, ()))
        _put(sims, sim_sheet.FIRST_ROW + place, 2, filling.sims.get(commune.code, ()))
    book[plan_sheet.NAME].cell(plan_sheet.TEXT_ROW + 1, 1).value = filling.plan
    for place, item in enumerate(filling.items):
        _put(book[plan_sheet.NAME], plan_sheet.FIRST_ROW + place, 0, item)
    for place, point in enumerate(filling.points):
        _put(book[points_sheet.NAME], points_sheet.FIRST_ROW + place, 0, point)


def examined(store: Store, content: bytes, file_name: str = "bao-cao.xlsx") -> Examination:
    """What the intake makes of a file whose name says nothing."""
    return examine(IntakeRequest(file_name, content, RECEIVED_AT, "test", "test"), store)


def _put(sheet: Worksheet, row: int, column: int, values: tuple[Any, ...]) -> None:
    """Values side by side from a row and column that count from 0."""
    for place, value in enumerate(values, start=column + 1):
        sheet.cell(row + 1, place).value = value
