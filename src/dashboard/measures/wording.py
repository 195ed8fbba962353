"""Figures as they are read: 1.234.567, 85,3 %, +0,4 điểm %, 11/11/2026."""

from datetime import date, datetime

from babel.numbers import format_decimal

from dashboard.settings import LOCAL_ZONE

NOTHING = "–"  # where there is no figure; never 0
NO_BREAK_SPACE = "\u00a0"
MINUS = "\u2212"
MINUTES_PER_HOUR, MINUTES_PER_DAY = 60, 1440


def count_text(count: int | None) -> str:
    """1234567 -> "1.234.567"."""
    return NOTHING if count is None else _signed(format_decimal(count, locale="vi"))


def pct_text(pct: float | None, decimals: int = 1) -> str:
    """85.34 -> "85,3 %", with a no-break space."""
    return NOTHING if pct is None else f"{_rounded(pct, decimals)}{NO_BREAK_SPACE}%"


def count_change_text(change: int | None) -> str:
    """-1234 -> "−1.234", 12 -> "+12", 0 -> "0"."""
    return NOTHING if change is None else _plus(change) + count_text(change)


def points_text(points: float | None, decimals: int = 1) -> str:
    """0.44 -> "+0,4 điểm %": a change of a rate, in percentage points."""
    if points is None:
        return NOTHING
    return (
        f"{_plus(round(points, decimals))}{_rounded(points, decimals)}{NO_BREAK_SPACE}điểm{NO_BREAK_SPACE}%"
    )


def day_text(day: date | None) -> str:
    """11/11/2026."""
    return NOTHING if day is None else f"{day:%d/%m/%Y}"


def time_text(moment: datetime | None) -> str:
    """09:05 ngày 11/11/2026, at the Department's clock."""
    return NOTHING if moment is None else f"{moment.astimezone(LOCAL_ZONE):%H:%M ngày %d/%m/%Y}"


def duration_text(minutes: float) -> str:
    """How long, in whole minutes gone by: "12 phút", "3 giờ 5 phút", "2 ngày 4 giờ"."""
    whole = int(minutes)
    if whole >= MINUTES_PER_DAY:
        days, rest = divmod(whole, MINUTES_PER_DAY)
        return f"{days} ngày {rest // MINUTES_PER_HOUR} giờ"
    hours, rest = divmod(whole, MINUTES_PER_HOUR)
    return f"{hours} giờ {rest} phút" if hours else f"{rest} phút"


def late_text(late_minutes: int) -> str:
    """How late, of minutes that count the one begun: the whole ones gone by, as the clock shows."""
    return duration_text(max(1, late_minutes - 1))


def _rounded(number: float, decimals: int) -> str:
    pattern = "#,##0" + ("." + "0" * decimals if decimals else "")
    # Adding 0 turns the -0.0 that rounding may leave into 0.
    return _signed(format_decimal(round(number, decimals) + 0, format=pattern, locale="vi"))


def _signed(text: str) -> str:
    return text.replace("-", MINUS)


def _plus(number: float) -> str:
    return "+" if number > 0 else ""
