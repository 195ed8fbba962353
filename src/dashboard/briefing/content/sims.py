"""Junk SIMs and SIMs not in the holder's own name."""

from collections.abc import Iterator

import pyarrow as pa

from dashboard.briefing.content.facts import Facts, Row
from dashboard.briefing.content.model import Section, Table
from dashboard.briefing.content.words import carrier_name, listed
from dashboard.measures.wording import count_text, day_text, pct_text

NAMES = ("junk_sim_found_count", "junk_sim_handled_count", "sim_not_own_name_count")
COLUMNS = pa.schema([("carrier_name", pa.string()), *((name, pa.int64()) for name in NAMES)])
TITLE = "SIM rác, SIM không chính chủ"


def sims_section(facts: Facts) -> Section:
    """Who reported on them, how many, and who did not."""
    if not facts.sims:
        who = f"{carrier_name(facts)} chưa" if facts.request.carrier_code else "Chưa nhà mạng nào"
        message = f"{who} báo cáo kết quả rà soát SIM rác, SIM không chính chủ trong kỳ"
        return Section("sims", TITLE, message, (f"{message}.",))
    total = totals(facts)
    return Section(
        part="sims",
        title=TITLE,
        message=_message(facts, total),
        paragraphs=(" ".join(_sentences(facts, total)),),
        tables=(_table(facts, total),),
    )


def totals(facts: Facts) -> Row:
    """Sums over the carriers that reported each figure; None where none did."""
    sums = {}
    for name in NAMES:
        known = [row[name] for row in facts.sims if row[name] is not None]
        sums[name] = sum(known) if known else None
    return sums


def silent(facts: Facts) -> list[str]:
    """Carriers that sent a report for the round without any figure of SIMs."""
    told = {row["carrier_name"] for row in facts.sims}
    return [
        row["carrier_name"]
        for row in facts.reporting
        if not row["is_missing"] and row["carrier_name"] not in told
    ]


def _message(facts: Facts, total: Row) -> str:
    parts = list(_parts(total))
    return f"{listed([row['carrier_name'] for row in facts.sims])} báo cáo {listed(parts)}"


def _parts(total: Row) -> Iterator[str]:
    found, handled, other = (total[name] for name in NAMES)
    if found is not None:
        yield f"{count_text(found)} SIM rác"
    if handled is not None:
        share = f" ({pct_text(100 * handled / found)})" if found else ""
        yield f"đã xử lý {count_text(handled)}{share}"
    if other is not None:
        yield f"{count_text(other)} SIM không chính chủ"


def _sentences(facts: Facts, total: Row) -> Iterator[str]:
    yield f"Kỳ này {_message(facts, total)}."
    if quiet := silent(facts):
        yield f"{listed(quiet)} gửi báo cáo nhưng không có số liệu này, nên kết quả chưa phản ánh toàn tỉnh."


def _table(facts: Facts, total: Row) -> Table:
    known = {row["carrier_name"]: row for row in facts.sims}
    rows = [
        {name: known.get(row["carrier_name"], {}).get(name) for name in NAMES}
        | {"carrier_name": row["carrier_name"]}
        for row in facts.reporting
    ]
    return Table(
        key="sims",
        title=f"Rà soát SIM rác, SIM không chính chủ, kỳ {day_text(facts.request.round_on)}",
        rows=pa.Table.from_pylist([*rows, total | {"carrier_name": "Cộng"}], schema=COLUMNS),
        has_total=True,
        note="–: không có trong báo cáo của nhà mạng.",
    )
