"""How the rate went over the rounds."""

from collections.abc import Iterator

from dashboard.briefing.content.facts import Facts, Row
from dashboard.briefing.content.model import Chart, Section, Series
from dashboard.briefing.content.words import listed, points_moved, whose
from dashboard.measures.wording import count_text, day_text, pct_text, points_text
from dashboard.reference.carriers import carrier_by_code

INK = "#1F2933"
FEWEST = 2  # rounds that make a trend
MOST_SHOWN = 26  # rounds: half a year stays readable on paper


def trend_section(facts: Facts) -> Section | None:
    """None where the round has no figures; with one round only it says so."""
    rows = shown_rounds(facts.history.to_pylist())
    known = [row for row in rows if row["verified_pct"] is not None]
    if not known:
        return None
    title = "Diễn biến qua các kỳ"
    if len(known) < FEWEST:
        message = "Mới có số liệu của một kỳ, nên chưa có diễn biến để trình bày"
        return Section("trend", title, message, (f"{message}.",))
    return Section(
        part="trend",
        title=title,
        message=_message(facts, known),
        paragraphs=(" ".join(_sentences(facts, rows, known)),),
        charts=tuple(_charts(facts, rows)),
    )


def shown_rounds(rows: list[Row]) -> list[Row]:
    """The last half year."""
    return rows[-MOST_SHOWN:]


def _message(facts: Facts, known: list[Row]) -> str:
    first, last = known[0], known[-1]
    return (
        f"{whose(facts)} từ {pct_text(first['verified_pct'])} (kỳ {day_text(first['round_on'])}) "
        f"đến {pct_text(last['verified_pct'])} (kỳ {day_text(last['round_on'])})"
    )


def _sentences(facts: Facts, rows: list[Row], known: list[Row]) -> Iterator[str]:
    yield (
        f"Qua {count_text(len(known))} kỳ có số liệu, tỷ lệ xác thực của {_within(facts)}: {_from_to(known)}."
    )
    changes = [row for row in known[1:] if row["verified_pct_change"] is not None]
    if changes:
        yield _changes(changes)
    lacking = [row for row in rows if row["carriers_reported_count"] < row["carriers_expected_count"]]
    if lacking:
        days = listed([day_text(row["round_on"]) for row in lacking])
        yield (
            f"Kỳ {days} thiếu nhà mạng, nên tỷ lệ chung của kỳ đó không so sánh trực tiếp với kỳ đủ nhà mạng."
        )


def _changes(changes: list[Row]) -> str:
    """The mean change of a round, and between which it lies where there are several."""
    mean = sum(row["verified_pct_change"] for row in changes) / len(changes)
    alike = "Tính trên các nhà mạng có báo cáo ở hai kỳ liền nhau,"
    if len(changes) == 1:
        return f"{alike} tỷ lệ {points_moved(mean)}."
    best = max(changes, key=lambda row: row["verified_pct_change"])
    least = min(changes, key=lambda row: row["verified_pct_change"])
    return (
        f"{alike} mỗi kỳ {points_moved(mean)} bình quân; "
        f"cao nhất là kỳ {day_text(best['round_on'])} ({points_text(best['verified_pct_change'])}), "
        f"thấp nhất là kỳ {day_text(least['round_on'])} ({points_text(least['verified_pct_change'])})."
    )


def _within(facts: Facts) -> str:
    name = whose(facts)
    return name if facts.request.carrier_code else f"{name[0].lower()}{name[1:]}"


def _from_to(known: list[Row]) -> str:
    return f"từ {pct_text(known[0]['verified_pct'])} đến {pct_text(known[-1]['verified_pct'])}"


def _charts(facts: Facts, rows: list[Row]) -> Iterator[Chart]:
    days = tuple(f"{row['round_on']:%d/%m}" for row in rows)
    whole = Series(whose(facts), tuple(row["verified_pct"] for row in rows), INK)
    known = [row for row in rows if row["verified_pct"] is not None]
    told = f"từ {day_text(rows[0]['round_on'])} đến {day_text(rows[-1]['round_on'])}"
    lines = [whole] if facts.request.carrier_code else [whole, *_by_carrier(facts, len(rows))]
    yield Chart(
        key="trend",
        title="Tỷ lệ xác thực qua các kỳ (%)",
        kind="line",
        categories=days,
        series=tuple(lines),
        number_format="0.0",
        alt=f"Tỷ lệ xác thực qua các kỳ {told}: {_from_to(known)}.",
    )


def _by_carrier(facts: Facts, rounds_count: int) -> Iterator[Series]:
    values: dict[str, list[float | None]] = {}
    for row in facts.history_by_carrier.to_pylist():
        values.setdefault(row["carrier_code"], []).append(row["verified_pct"])
    for code, each in values.items():
        carrier = carrier_by_code()[code]
        yield Series(carrier.name, tuple(each[-rounds_count:]), carrier.colour)
