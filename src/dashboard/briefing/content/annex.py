"""Every commune in one table, the lowest first."""

import pyarrow as pa

from dashboard.briefing.content.facts import Facts
from dashboard.briefing.content.lowest import ranked
from dashboard.briefing.content.model import Section, Table
from dashboard.briefing.content.words import communes_text, since_text
from dashboard.measures.wording import day_text
from dashboard.reference.policy import policy

COLUMNS = pa.schema(
    [
        ("rank", pa.int64()),
        ("commune_name", pa.string()),
        ("class_label", pa.string()),
        ("total_count", pa.int64()),
        ("verified_count", pa.int64()),
        ("verified_pct", pa.float64()),
        ("verified_pct_change", pa.float64()),
        ("unverified_count", pa.int64()),
        ("locked_one_way_count", pa.int64()),
        ("locked_two_way_count", pa.int64()),
    ]
)


def annex_section(facts: Facts) -> Section | None:
    """None where no commune has figures."""
    rows = facts.by_commune.to_pylist()
    if all(row["total_count"] is None for row in rows):
        return None
    scale = policy().scales["verified_pct"]
    first = ranked(rows)
    last = [row for row in rows if row["verified_pct"] is None]
    made = []
    for place, row in enumerate([*first, *last], start=1):
        at = scale.class_of(row["verified_pct"])
        label = policy().no_data.label if at is None else scale.labels[at]
        values = {name: row.get(name) for name in COLUMNS.names}
        made.append(values | {"rank": place, "class_label": label[0].upper() + label[1:]})
    title = f"Kết quả xác thực của {communes_text(len(rows))}, kỳ {day_text(facts.request.round_on)}"
    note = (
        ""
        if facts.compare_on is None
        else f"±: thay đổi {since_text(facts.compare_on)}. Xếp từ thấp đến cao."
    )
    table = Table(
        "annex",
        title,
        pa.Table.from_pylist(made, schema=COLUMNS),
        note=note,
        is_long=True,
        grouped_by="class_label",
    )
    return Section("annex", title, title, tables=(table,))
