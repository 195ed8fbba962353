"""Days and moments as the command line takes them."""

from datetime import date, datetime

import typer

from dashboard.settings import LOCAL_ZONE

# Beyond these years a day is a slip; the programme runs from 2026 to 2027 (Circular 08/2026/TT-BKHCN).
FIRST_YEAR, LAST_YEAR = 2020, 2099


def round_day(text: str) -> date:
    """The day of --round, for instance 2026-11-11. Raises typer.BadParameter."""
    try:
        day = date.fromisoformat(text)
    except ValueError as error:
        raise typer.BadParameter(f"“{text}” không phải ngày dạng YYYY-MM-DD, ví dụ 2026-11-11") from error
    _check_year(day.year, text)
    return day


def moment(text: str) -> datetime:
    """A moment; without its zone it is of the Department's clock. Raises typer.BadParameter."""
    try:
        told = datetime.fromisoformat(text)
    except ValueError as error:
        raise typer.BadParameter(f"“{text}” không phải thời điểm, ví dụ 2026-11-11T09:30") from error
    _check_year(told.year, text)
    return told if told.tzinfo else told.replace(tzinfo=LOCAL_ZONE)


def _check_year(year: int, text: str) -> None:
    if not FIRST_YEAR <= year <= LAST_YEAR:
        raise typer.BadParameter(f"“{text}”: năm phải từ {FIRST_YEAR} đến {LAST_YEAR}")
