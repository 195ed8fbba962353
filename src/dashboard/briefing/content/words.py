"""Turns of phrase that several parts of a briefing need."""

from collections.abc import Sequence
from datetime import date

from dashboard.briefing.content.facts import Facts, Row
from dashboard.measures.wording import count_text, day_text, points_text

UNCHANGED = "không đổi"


def listed(names: Sequence[str], most: int | None = None) -> str:
    """ "A, B và C"; with `most` the rest is counted: "A, B và 3 đơn vị khác"."""
    shown = list(names) if most is None or len(names) <= most else list(names[:most])
    if len(shown) < len(names):
        return f"{', '.join(shown)} và {len(names) - len(shown)} đơn vị khác"
    if len(shown) <= 1:
        return "".join(shown)
    return f"{', '.join(shown[:-1])} và {shown[-1]}"


def points_moved(points: float | None) -> str:
    """ "tăng 1,5 điểm %", "giảm 0,2 điểm %"; what rounds to nothing is "không đổi"."""
    if points is None:
        return "chưa so sánh được"
    rounded = round(points, 1)
    return f"{_verb(rounded)} {points_text(abs(rounded)).lstrip('+')}" if rounded else UNCHANGED


def count_moved(change: int | None) -> str:
    """ "tăng 60.315", "giảm 12", "không đổi"."""
    if change is None:
        return "chưa so sánh được"
    return f"{_verb(change)} {count_text(abs(change))}" if change else UNCHANGED


def sentence(text: str) -> str:
    """The text with a capital letter and a full stop."""
    ended = text if text.endswith((".", ":", ";", "./.")) else f"{text}."
    return ended[0].upper() + ended[1:]


def since_text(day: date | None) -> str:
    """ "so với kỳ 11/11/2026"."""
    return f"so với kỳ {day_text(day)}"


def whose(facts: Facts) -> str:
    """Whose figures are told, to begin a sentence with: "Toàn tỉnh", "12 xã, phường được chọn", "Viettel"."""
    chosen = facts.request.communes
    place = "Toàn tỉnh" if not chosen else _chosen(facts)
    if facts.request.carrier_code is None:
        return place
    return carrier_name(facts) if not chosen else f"{carrier_name(facts)} tại {place[0].lower()}{place[1:]}"


def carrier_name(facts: Facts) -> str:
    """Name of the one carrier that the briefing is about."""
    places = facts.expected.carriers_in(facts.scope)
    return facts.expected.carriers[int(places[0])].name


def inline(name: str) -> str:
    """A commune's name inside a sentence: "xã Tam Lư"."""
    return name[0].lower() + name[1:]


def names_of(rows: Sequence[Row]) -> list[str]:
    """Names of communes as they stand inside a sentence."""
    return [inline(row["commune_name"]) for row in rows]


def communes_text(count: int) -> str:
    """ "12 xã, phường"."""
    return f"{count_text(count)} xã, phường"


def _chosen(facts: Facts) -> str:
    communes = facts.expected.communes
    return communes[0].name if len(communes) == 1 else f"{len(communes)} xã, phường được chọn"


def _verb(number: float) -> str:
    return "tăng" if number > 0 else "giảm"
