"""Locked subscribers, and how many of them may be near the next step of the lock's clock.

Circular 08/2026/TT-BKHCN, Article 8: within 2 hours of a change of device outgoing service is suspended (a
one-way lock); 30 days later, without verification, both ways; 5 days after that the contract is ended.
How many may be near it is measures/lock_clock.py's to say.
"""

from collections.abc import Iterator

import pyarrow as pa

from dashboard.briefing.content.facts import Facts, Row
from dashboard.briefing.content.model import Chart, Section, Series, Table
from dashboard.briefing.content.trend import shown_rounds
from dashboard.briefing.content.words import count_moved, listed, since_text, whose
from dashboard.measures.lock_clock import rounds_on_the_clock, two_way_soon_at_most
from dashboard.measures.wording import count_text, day_text, pct_text
from dashboard.reference.policy import policy

COLUMNS = pa.schema(
    [
        ("carrier_name", pa.string()),
        ("locked_one_way_count", pa.int64()),
        ("locked_one_way_count_change", pa.int64()),
        ("two_way_soon_at_most_count", pa.int64()),
        ("locked_two_way_count", pa.int64()),
        ("locked_two_way_count_change", pa.int64()),
    ]
)
LOCK_NAMES = {"locked_one_way_count": "Khóa 1 chiều", "locked_two_way_count": "Khóa 2 chiều"}


def locks_section(facts: Facts) -> Section | None:
    """None where nobody reported."""
    if facts.province["locked_one_way_count"] is None:
        return None
    return Section(
        part="locks",
        title="Thuê bao bị khóa 1 chiều, 2 chiều",
        message=_message(facts),
        paragraphs=(" ".join(_sentences(facts)), _clock(facts)),
        tables=() if facts.request.carrier_code else (_table(facts),),
        charts=(_chart(facts),),
        source="Báo cáo của các doanh nghiệp viễn thông; Điều 8 Thông tư 08/2026/TT-BKHCN",
    )


def _message(facts: Facts) -> str:
    row = facts.province
    return (
        f"{count_text(row['locked_one_way_count'])} thuê bao bị khóa 1 chiều, "
        f"{count_text(row['locked_two_way_count'])} bị khóa 2 chiều"
    )


def _sentences(facts: Facts) -> Iterator[str]:
    row = facts.province
    share = (
        100 * (row["locked_one_way_count"] + row["locked_two_way_count"]) / max(1, row["unverified_count"])
    )
    yield (f"{whose(facts)} có {_message(facts)}, cộng lại bằng {pct_text(share)} số chưa xác thực.")
    if row["locked_one_way_count_change"] is not None:
        yield (
            f"{since_text(facts.compare_on).capitalize()}, tính trên số liệu có ở cả hai kỳ, khóa 1 chiều "
            f"{count_moved(row['locked_one_way_count_change'])}, khóa 2 chiều "
            f"{count_moved(row['locked_two_way_count_change'])}."
        )
    if facts.missing:
        yield f"Chưa gồm thuê bao của {listed(facts.missing)}."


def _clock(facts: Facts) -> str:
    soon = int(two_way_soon_at_most(facts.cube, facts.scope).sum())
    return (
        "Theo Điều 8 Thông tư 08/2026/TT-BKHCN, thuê bao bị khóa 1 chiều do đổi thiết bị mà không xác thực "
        "trong 30 ngày "
        "thì bị khóa 2 chiều, 5 ngày sau đó thì bị chấm dứt hợp đồng. Báo cáo không nêu ngày khóa của từng "
        "thuê "
        f"bao; căn cứ số tồn của {_rounds_used(facts)} gần nhất, số thuê bao có thể chuyển từ khóa 1 chiều "
        "sang "
        f"khóa 2 chiều trong 7 ngày tới nhiều nhất là {count_text(soon)}; "
        f"{count_text(facts.province['locked_two_way_count'])} thuê bao đang bị khóa 2 chiều có thể mất số "
        "trước kỳ báo cáo tới nếu không xác thực."
    )


def _rounds_used(facts: Facts) -> str:
    count = len(rounds_on_the_clock(facts.cube))
    return f"{count} kỳ" if count > 1 else "kỳ báo cáo"


def _table(facts: Facts) -> Table:
    soon = two_way_soon_at_most(facts.cube, facts.scope).sum(axis=0)
    rows: list[Row] = []
    for place, row in enumerate(facts.by_carrier.to_pylist()):
        known = row["locked_one_way_count"] is not None
        rows.append({**row, "two_way_soon_at_most_count": int(soon[place]) if known else None})
    rows.append({**facts.province, "carrier_name": "Cộng", "two_way_soon_at_most_count": int(soon.sum())})
    kept = [{name: row[name] for name in COLUMNS.names} for row in rows]
    return Table(
        key="locks",
        title=f"Thuê bao bị khóa theo nhà mạng, kỳ {day_text(facts.request.round_on)}",
        rows=pa.Table.from_pylist(kept, schema=COLUMNS),
        has_total=True,
        note="" if facts.compare_on is None else f"±: thay đổi {since_text(facts.compare_on)}.",
    )


def _chart(facts: Facts) -> Chart:
    rows = shown_rounds(facts.history.to_pylist())
    shades = [policy().scales[name].colours[2] for name in LOCK_NAMES]
    series = tuple(
        Series(label, tuple(row[name] for row in rows), shade)
        for (name, label), shade in zip(LOCK_NAMES.items(), shades, strict=True)
    )
    return Chart(
        key="locks",
        title="Số thuê bao bị khóa qua các kỳ",
        kind="stacked-column",
        categories=tuple(f"{row['round_on']:%d/%m}" for row in rows),
        series=series,
        number_format="#,##0",
        alt=f"Số thuê bao bị khóa qua các kỳ. Kỳ {day_text(facts.request.round_on)}: {_message(facts)}.",
    )
