"""A change since the round before, told as the board tells it: "▲ 1,2 điểm % so với kỳ 04/11"."""

from datetime import date

from dashboard.measures.wording import MINUS, NOTHING, count_text, points_text


def points_change(points: float | None, since: date | None = None) -> str:
    """A change of a rate in percentage points; what rounds to nothing is no change."""
    return _told(points if points is None else round(points, 1), points_text(points), since)


def count_change(change: int | None, since: date | None = None) -> str:
    """A change of a count."""
    return _told(change, count_text(change), since)


def _told(change: float | None, text: str, since: date | None) -> str:
    if change is None:
        return NOTHING if since is None else "chưa có kỳ trước để so"
    mark = "▲" if change > 0 else "▼"
    what = f"{mark} {text.lstrip('+' + MINUS)}" if change else "không đổi"
    return f"{what} so với kỳ {since:%d/%m}" if since else what
