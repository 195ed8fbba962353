"""Which day a report speaks for."""

import re
from collections.abc import Sequence
from datetime import date
from pathlib import PurePath

from dashboard.intake.layout.dates import DateInText, dates_in
from dashboard.intake.layout.header import Header
from dashboard.intake.layout.letterhead import texts_above
from dashboard.intake.reading.sheet import Sheet

# Folded words that stand before the day a report speaks for ...
ROUND_WORDS = re.compile(
    r"\b(tuan|ky bao cao|ngay bao cao|bao cao (tuan|nhanh|den|tinh den)? ?(het )?ngay"
    r"|so lieu|tinh den|thoi diem)\b"
)
# ... and before days that are of other papers.
PAPER_WORDS = re.compile(r"\b(thong tu|nghi dinh|cong van|quyet dinh|ke hoach|thong bao|van ban|ban hanh)\b")
LONGEST_JOINT = 15  # characters between the first and the last day of a period: " den ngay ", " - "


def days_in_content(sheets: Sequence[Sheet], header: Header | None) -> tuple[date, ...]:
    """The days that the text above the table says it speaks for; of "from ... to ..." the later one.

    Days that no such word introduces (a letter's date) count only where there is no other, those of circulars
    never.
    """
    texts = tuple(texts_above(sheets, header))
    introduced = dict.fromkeys(day for text in texts if (day := day_spoken_for(text)) is not None)
    if introduced:
        return tuple(introduced)
    others = (found for text in texts for found in dates_in(text) if not PAPER_WORDS.search(found.before))
    return tuple(dict.fromkeys(found.day for found in others))


def days_in_name(file_name: str) -> tuple[date, ...]:
    """The day in a file's name; of several the last, which ends a period."""
    return tuple(found.day for found in dates_in(PurePath(file_name).stem))[-1:]


def day_spoken_for(text: str) -> date | None:
    """The last day that words of a report's period introduce, directly or as the end of the period."""
    day = None
    for found in dates_in(text):
        if _is_introduced(found, ends_period=day is not None):
            day = found.day
    return day


def _is_introduced(found: DateInText, *, ends_period: bool) -> bool:
    if PAPER_WORDS.search(found.before):
        return False
    return bool(ROUND_WORDS.search(found.before)) or (ends_period and len(found.before) <= LONGEST_JOINT)
