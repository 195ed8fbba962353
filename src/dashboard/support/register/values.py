"""What stands in a cell of the register, both ways: read from a file or a table on the page, and written.

One value type serves workbooks, the page, the journal and the command line, so that they cannot differ.
"""

import re
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from datetime import date
from typing import Any, TypeAlias

from dashboard.intake.annexes.service_points import is_in_province
from dashboard.intake.annexes.values import day_of, degrees_of, yes_or_no
from dashboard.intake.counts import parse_count
from dashboard.intake.matching.places import today
from dashboard.intake.reading.sheet import CellValue, cell_text
from dashboard.reference.carriers import carriers
from dashboard.reference.communes import commune_by_code
from dashboard.reference.names import fold
from dashboard.support.register.records import EVERY_DAY

BETWEEN = re.compile(r"[;,\n]+")
LONGEST_TEXT = 500  # characters; more is no address or name, and would fill a table
LARGEST_COUNT = 100_000  # people or stations of one place
FARTHEST_KM = 300.0  # the province is 150 km across
WEEKDAYS = ("T2", "T3", "T4", "T5", "T6", "T7", "CN")
WEEKDAY_WORDS: Mapping[str, tuple[int, ...]] = {
    **{fold(name): (number,) for number, name in enumerate(WEEKDAYS, start=1)},
    **{
        f"thu {name}": (number,)
        for number, name in enumerate(("hai", "ba", "tu", "nam", "sau", "bay"), start=1)
    },
    **{f"thu {number + 1}": (number,) for number in range(1, 7)},
    "chu nhat": (7,),
    "hang ngay": EVERY_DAY,
    "tat ca": EVERY_DAY,
    "ca tuan": EVERY_DAY,
    "ngay thuong": (1, 2, 3, 4, 5),
    "cuoi tuan": (6, 7),
}


@dataclass(frozen=True)
class Unreadable:
    """Why a cell says nothing that could be kept, and what to write instead; Vietnamese sentences."""

    message: str
    suggestion: str


Read: TypeAlias = Callable[[CellValue], Any]


@dataclass(frozen=True)
class Value:
    """A type of value: `read` gives it or Unreadable of a cell that is not empty, `write` the cell again;
    `keep` and `restore` go through JSON."""

    read: Read
    write: Callable[[Any], CellValue]
    keep: Callable[[Any], Any] = lambda value: value
    restore: Callable[[Any], Any] = lambda value: value
    choices: tuple[str, ...] = ()


def _text(value: CellValue) -> str | Unreadable:
    text = " ".join(cell_text(value).split())
    if len(text) > LONGEST_TEXT:
        return Unreadable(f"Dài hơn {LONGEST_TEXT} ký tự.", "Viết ngắn lại.")
    return text


def _count(value: CellValue) -> int | Unreadable:
    count = parse_count(value).value
    if count is None or not 0 <= count <= LARGEST_COUNT:
        return Unreadable("Không phải số nguyên không âm.", "Ghi một số nguyên, ví dụ 120.")
    return int(count)


def _km(value: CellValue) -> float | Unreadable:
    text = cell_text(value).replace(",", ".").removesuffix("km").strip()
    try:
        km = float(text)
    except ValueError:
        km = -1.0
    if not 0 <= km <= FARTHEST_KM:
        return Unreadable(
            "Không phải khoảng cách tính bằng km.", f"Ghi một số từ 0 đến {FARTHEST_KM:.0f}, ví dụ 25."
        )
    return km


def _degrees(value: CellValue) -> float | Unreadable:
    degrees = degrees_of(value)
    if degrees is None or not -180 <= degrees <= 180:
        return Unreadable(
            "Không phải tọa độ tính bằng độ.", "Ghi độ thập phân, ví dụ 19,8067, hoặc để trống."
        )
    return degrees


def is_a_place(lon: float | None, lat: float | None) -> bool:
    """Whether two degrees are both there and in the province, or both absent."""
    if lon is None or lat is None:
        return lon is None and lat is None
    return is_in_province(lon, lat)


def _yes_or_no(value: CellValue) -> bool | Unreadable:
    answer = value if isinstance(value, bool) else yes_or_no(cell_text(value))
    return Unreadable("Không phải Có hoặc Không.", "Ghi Có hoặc Không.") if answer is None else answer


def _day(value: CellValue) -> date | Unreadable:
    day = day_of(value)
    return Unreadable("Không phải ngày.", "Ghi ngày/tháng/năm, ví dụ 02/12/2026.") if day is None else day


def _days(value: CellValue) -> tuple[date, ...] | Unreadable:
    days = [day_of(value)] if isinstance(value, date) else [day_of(part) for part in _parts(value)]
    known = tuple(sorted({day for day in days if day is not None}))
    if len(known) < len(set(days)):
        return Unreadable(
            "Có phần không phải ngày.", "Ghi các ngày cách nhau bằng dấu chấm phẩy: 02/12/2026; 05/12/2026."
        )
    return known


def _weekdays(value: CellValue) -> tuple[int, ...] | Unreadable:
    found = [WEEKDAY_WORDS.get(fold(part)) for part in _parts(value)]
    if None in found:
        return Unreadable(
            "Có phần không phải thứ trong tuần.", "Ghi T2, T3, T4, T5, T6, T7, CN hoặc hằng ngày."
        )
    return tuple(sorted({number for numbers in found if numbers for number in numbers}))


def _commune(value: CellValue) -> str | Unreadable:
    text = cell_text(value)
    place = today().by_code(text.zfill(5)) if text.isdecimal() else today().find(text).place
    if place is not None:
        return place.code
    near = ", ".join(item.name for item in today().nearest(text)[:3])
    return Unreadable(
        "Không phải một xã, phường hiện nay của tỉnh.",
        f"Có phải: {near}?" if near else "Ghi tên hoặc mã xã, phường.",
    )


def _communes(value: CellValue) -> tuple[str, ...] | Unreadable:
    return _several(value, _commune)


def _carrier(value: CellValue) -> str | Unreadable:
    text = fold(cell_text(value))
    for carrier in carriers():
        if text in {carrier.code, *map(fold, carrier.names)}:
            return carrier.code
    return Unreadable(
        "Không phải nhà mạng trong danh mục.",
        "Ghi một trong: " + ", ".join(item.name for item in carriers()) + ".",
    )


def _carriers(value: CellValue) -> tuple[str, ...] | Unreadable:
    return _several(value, _carrier)


def _several(value: CellValue, read: Read) -> tuple[str, ...] | Unreadable:
    found = [read(part) for part in _parts(value)]
    wrong = next((each for each in found if isinstance(each, Unreadable)), None)
    return wrong if wrong is not None else tuple(sorted(set(found)))


def _parts(value: CellValue) -> list[str]:
    return [part.strip() for part in BETWEEN.split(cell_text(value)) if part.strip()]


def choice_of(words: Mapping[str, str]) -> Value:
    """One of a few: code -> what people read; a cell says either."""
    by_word = {fold(word): code for code, word in words.items()} | {fold(code): code for code in words}

    def read(value: CellValue) -> str | Unreadable:
        code = by_word.get(fold(cell_text(value)))
        return (
            Unreadable("Không có trong danh sách chọn.", "Chọn: " + "; ".join(words.values()) + ".")
            if code is None
            else code
        )

    return Value(read, lambda code: words.get(code, code), choices=tuple(words.values()))


def carrier_name(code: str) -> str:
    """The name of a carrier, or its code where the table no longer has it."""
    return next((carrier.name for carrier in carriers() if carrier.code == code), code)


def commune_name(code: str) -> str:
    """The name of a commune, or its code where the table no longer has it."""
    commune = commune_by_code().get(code)
    return commune.name if commune else code


TEXT = Value(_text, lambda text: text)
COUNT = Value(_count, lambda count: count)
KM = Value(_km, lambda km: km, restore=float)
DEGREES = Value(_degrees, lambda degrees: degrees, restore=lambda kept: None if kept is None else float(kept))
YES_OR_NO = Value(
    _yes_or_no,
    lambda answer: None if answer is None else ("Có" if answer else "Không"),
    choices=("Có", "Không"),
)
DAY = Value(
    _day,
    lambda day: day,
    keep=lambda day: None if day is None else day.isoformat(),
    restore=lambda text: None if text is None else date.fromisoformat(text),
)
DAYS = Value(
    _days,
    lambda days: "; ".join(f"{day:%d/%m/%Y}" for day in days),
    keep=lambda days: [day.isoformat() for day in days],
    restore=lambda texts: tuple(date.fromisoformat(text) for text in texts),
)
WEEKDAYS_FREE = Value(
    _weekdays,
    lambda numbers: (
        "hằng ngày" if tuple(numbers) == EVERY_DAY else ", ".join(WEEKDAYS[number - 1] for number in numbers)
    ),
    keep=list,
    restore=tuple,
)
COMMUNE = Value(_commune, commune_name)
COMMUNES = Value(_communes, lambda codes: "; ".join(map(commune_name, codes)), keep=list, restore=tuple)
CARRIER = Value(_carrier, carrier_name)
CARRIERS = Value(_carriers, lambda codes: "; ".join(map(carrier_name, codes)), keep=list, restore=tuple)
