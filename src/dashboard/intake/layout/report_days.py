"""Which day a report speaks for."""

import re
from collections.abc import Iterable, Sequence
from datetime import date
from pathlib import PurePath

from dashboard.intake.layout.dates import DateInText, dates_in
from dashboard.intake.layout.header import Header
from dashboard.intake.layout.letterhead import texts_above
from dashboard.intake.reading.sheet import Sheet
from dashboard.reference.round_calendar import RoundCalendar

# Folded words that stand before the day a report speaks for ...
ROUND_WORDS = re.compile(
    r"\b(tuan|ky bao cao|ngay bao cao|bao cao (tuan|nhanh|den|tinh den)? ?(het )?ngay"
    r"|so lieu|tinh den|thoi diem)\b"
)
# ... and before days that are of other papers.
PAPER_WORDS = re.compile(r"\b(thong tu|nghi dinh|cong van|quyet dinh|ke hoach|thong bao|van ban|ban hanh)\b")
WEEKLY = RoundCalendar()  # no ad hoc rounds
LONGEST_JOINT = 15  # characters between the first and the last day of a period: " den het ngay ", " - "
RANGE_JOINT = re.compile(r"[-–—~→]|\b(den|toi)\b")  # folded; what makes two days the ends of one period
FROM = re.compile(r"\btu( het)?( ngay)?\W*$")  # the day after it begins a period


def days_in_content(
    sheets: Sequence[Sheet], header: Header | None, calendar: RoundCalendar = WEEKLY
) -> tuple[date, ...]:
    """The days that the text above the table says it speaks for; of "from ... to ..." the later one.

    A period that no such word introduces counts only where none does. The last resort is the date of the
    letter, if that day names a round of the calendar: a letter of another day may be early for the next round
    or late for the one before.
    """
    texts = tuple(texts_above(sheets, header))
    for is_bare in (False, True):
        spoken = dict.fromkeys(day for text in texts for day in days_spoken_for(text, is_bare=is_bare))
        if spoken:
            return tuple(spoken)
    letter = _letter_days(texts)
    return letter if all(map(calendar.names_round, letter)) else ()


def doubtful_days(
    sheets: Sequence[Sheet], header: Header | None, calendar: RoundCalendar = WEEKLY
) -> tuple[date, ...]:
    """The dates of a letter that leave two rounds open, where the content says nothing better."""
    if days_in_content(sheets, header, calendar):
        return ()
    return tuple(day for day in _letter_days(texts_above(sheets, header)) if not calendar.names_round(day))


def days_in_name(file_name: str) -> tuple[date, ...]:
    """The day in a file's name; of several the last, which ends a period."""
    return tuple(found.day for found in dates_in(PurePath(file_name).stem))[-1:]


def days_spoken_for(text: str, *, is_bare: bool = False) -> tuple[date, ...]:
    """The days that words of a report's period introduce, each period by its last day.

    With `is_bare` the ends of periods that only "from ... to ..." introduces. A period that ends before it
    begins contradicts itself: both its days are given.
    """
    days: list[date] = []
    periods = _periods(text)
    for number, (first, *ends) in enumerate(periods, start=1):
        is_start_only = not ends and bool(FROM.search(first.before)) and number < len(periods)
        if is_start_only or not _is_introduced(first, FROM if is_bare else ROUND_WORDS):
            continue
        if ends and ends[0].day < first.day:
            days.append(first.day)
        if ends or not is_bare:
            days.append((ends or [first])[0].day)
    return tuple(dict.fromkeys(days))


def _periods(text: str) -> list[list[DateInText]]:
    """The dates of a text, the two ends of a period together."""
    periods: list[list[DateInText]] = []
    for found in dates_in(text):
        if periods and len(periods[-1]) == 1 and _ends_period(found):
            periods[-1].append(found)
        else:
            periods.append([found])
    return periods


def _letter_days(texts: Iterable[str]) -> tuple[date, ...]:
    """Days that nothing introduces; those of circulars and other papers never count."""
    found = (it for text in texts for it in dates_in(text) if not PAPER_WORDS.search(it.before))
    return tuple(dict.fromkeys(it.day for it in found))


def _is_introduced(found: DateInText, words: re.Pattern[str]) -> bool:
    return bool(words.search(found.before)) and not PAPER_WORDS.search(found.before)


def _ends_period(found: DateInText) -> bool:
    """Whether a day is the end of the period that the day before it in the text begins."""
    is_joint = len(found.before) <= LONGEST_JOINT and RANGE_JOINT.search(found.before)
    return bool(is_joint) and not ROUND_WORDS.search(found.before)
