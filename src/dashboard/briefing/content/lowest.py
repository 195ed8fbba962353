"""The lowest communes, each with what its figures say about why."""

from collections.abc import Iterator

import pyarrow as pa

from dashboard.briefing.content.facts import Facts, Row
from dashboard.briefing.content.model import Section, Table
from dashboard.briefing.content.words import inline, listed, points_moved, since_text
from dashboard.measures.wording import NO_BREAK_SPACE, count_text, day_text, pct_text, points_text

SHOWN_COUNT = 10  # the letter's "lowest": what one page and one slide hold
COLUMNS = pa.schema(
    [
        ("rank", pa.int64()),
        ("commune_name", pa.string()),
        ("verified_pct", pa.float64()),
        ("verified_pct_change", pa.float64()),
        ("unverified_count", pa.int64()),
        ("why_low", pa.string()),
    ]
)
# What stands out: a carrier's rate so far below the commune's, locks so much more frequent than in the whole,
# a rise so much slower than the whole's.
CARRIER_BELOW_POINTS = 3.0
LOCKS_TIMES = 1.5
SLOWER_POINTS = 0.3


def lowest_section(facts: Facts) -> Section | None:
    """None where fewer than two communes have a rate."""
    rows = ranked(facts.by_commune.to_pylist())
    if len(rows) < 2:
        return None
    shown = rows[:SHOWN_COUNT]
    return Section(
        part="lowest",
        title=f"{_number(shown)} xã, phường có tỷ lệ thấp nhất",
        message=_message(shown),
        paragraphs=(" ".join(_sentences(facts, shown)),),
        tables=(_table(facts, shown),),
    )


def ranked(rows: list[Row]) -> list[Row]:
    """Communes with a rate, the lowest first; equal ones by code."""
    rated = [row for row in rows if row["verified_pct"] is not None]
    return sorted(rated, key=lambda row: (row["verified_pct"], row["commune_code"]))


def _number(shown: list[Row]) -> str:
    return "Mười" if len(shown) == SHOWN_COUNT else str(len(shown))


def _message(shown: list[Row]) -> str:
    first, last = shown[0], shown[-1]
    return (
        f"Thấp nhất là {inline(first['commune_name'])} ({pct_text(first['verified_pct'])}); "
        f"{_number(shown).lower()} nơi thấp nhất từ {pct_text(first['verified_pct'])} "
        f"đến {pct_text(last['verified_pct'])}"
    )


def _sentences(facts: Facts, shown: list[Row]) -> Iterator[str]:
    yield f"{_message(shown)}."
    moved = [row for row in shown if row["verified_pct_change"] is not None]
    if not moved:
        return
    best = max(moved, key=lambda row: row["verified_pct_change"])
    worst = min(moved, key=lambda row: row["verified_pct_change"])
    if round(best["verified_pct_change"], 1) > round(worst["verified_pct_change"], 1):
        yield (
            f"Trong số này, {since_text(facts.compare_on)}, {inline(best['commune_name'])} chuyển biến nhanh "
            "nhất "
            f"({points_moved(best['verified_pct_change'])}), {inline(worst['commune_name'])} chậm nhất "
            f"({points_moved(worst['verified_pct_change'])})."
        )


def _table(facts: Facts, shown: list[Row]) -> Table:
    pairs: dict[str, list[Row]] = {}
    for row in facts.by_commune_and_carrier.to_pylist():
        pairs.setdefault(row["commune_code"], []).append(row)
    rows = [
        {name: row.get(name) for name in COLUMNS.names}
        | {"rank": place, "why_low": "; ".join(reasons(facts, row, pairs[row["commune_code"]]))}
        for place, row in enumerate(shown, start=1)
    ]
    note = "" if facts.compare_on is None else f"±: thay đổi {since_text(facts.compare_on)}."
    title = f"{_number(shown)} xã, phường có tỷ lệ xác thực thấp nhất, kỳ {day_text(facts.request.round_on)}"
    return Table("lowest", title, pa.Table.from_pylist(rows, schema=COLUMNS), note=note)


def reasons(facts: Facts, row: Row, pairs: list[Row]) -> list[str]:
    """What sets a commune apart in its figures; at least where most of the work left lies."""
    return [
        reason[0].upper() + reason[1:] if place == 0 else reason
        for place, reason in enumerate(
            [*_of_carriers(facts, row, pairs), *_of_pace(facts, row), *_of_locks(facts, row)]
        )
    ]


def _of_carriers(facts: Facts, row: Row, pairs: list[Row]) -> Iterator[str]:
    if lacking := facts.lacking_in(row):
        yield f"chưa có số liệu của {listed(lacking)}"
    known = [pair for pair in pairs if pair["verified_pct"] is not None]
    if len(known) < 2 or not row["unverified_count"]:
        return
    most = max(known, key=lambda pair: pair["unverified_count"])
    share = 100 * most["unverified_count"] / row["unverified_count"]
    yield (
        f"{most['carrier_name']} còn {count_text(most['unverified_count'])} thuê bao ({pct_text(share, 0)} "
        "số còn lại)"
    )
    low = min(known, key=lambda pair: pair["verified_pct"])
    if row["verified_pct"] - low["verified_pct"] >= CARRIER_BELOW_POINTS:
        yield f"{low['carrier_name']} chỉ đạt {pct_text(low['verified_pct'])}"


def _of_pace(facts: Facts, row: Row) -> Iterator[str]:
    change, whole = row["verified_pct_change"], facts.province["verified_pct_change"]
    if change is None or whole is None:
        return
    if round(change, 1) <= 0:
        yield f"tỷ lệ {points_moved(change)} {since_text(facts.compare_on)}"
    elif whole - change >= SLOWER_POINTS:
        slower = points_text(change).removeprefix("+").replace(f"{NO_BREAK_SPACE}điểm{NO_BREAK_SPACE}%", "")
        yield f"tăng chậm ({slower} so với {points_text(whole).removeprefix('+')} chung)"


def _of_locks(facts: Facts, row: Row) -> Iterator[str]:
    """Locks as a share of the subscribers to verify, so that small communes compare with large ones."""
    for name, label in (("locked_one_way_count", "khóa 1 chiều"), ("locked_two_way_count", "khóa 2 chiều")):
        if not row["total_count"] or not facts.province[name]:
            continue
        share = 100 * row[name] / row["total_count"]
        whole = 100 * facts.province[name] / facts.province["total_count"]
        if share >= LOCKS_TIMES * whole:
            yield f"{label} {pct_text(share)} thuê bao (chung {pct_text(whole)})"
