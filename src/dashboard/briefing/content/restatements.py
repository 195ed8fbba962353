"""Figures that carriers restated since the comparison round was due."""

import pyarrow as pa

from dashboard.briefing.content.facts import Facts
from dashboard.briefing.content.model import Section, Table
from dashboard.briefing.content.replaced import Replaced
from dashboard.briefing.content.words import communes_text, count_moved, listed
from dashboard.measures.wording import count_text, day_text, pct_text, time_text

MOMENT = pa.timestamp("us", tz="UTC")
COLUMNS = pa.schema(
    [
        ("carrier_name", pa.string()),
        ("round_on", pa.date32()),
        ("received_at", MOMENT),
        ("restated_communes_count", pa.int64()),
        ("verified_count_before", pa.int64()),
        ("verified_count", pa.int64()),
        ("verified_pct_before", pa.float64()),
        ("verified_pct", pa.float64()),
    ]
)
TITLE = "Số liệu được điều chỉnh"


def restatements_section(facts: Facts) -> Section | None:
    """None without a comparison round: then there was no meeting before this one."""
    if facts.compare_on is None:
        return None
    if not facts.replaced:
        message = f"Không có số liệu nào đã báo cáo bị điều chỉnh kể từ kỳ {day_text(facts.compare_on)}"
        return Section("restatements", TITLE, message, (f"{message}.",))
    return Section(
        part="restatements",
        title=TITLE,
        message=_message(facts),
        paragraphs=tuple(_told(each) for each in facts.replaced),
        tables=(_table(facts),),
    )


def _message(facts: Facts) -> str:
    told = [f"{each.carrier_name} (kỳ {day_text(each.round_on)})" for each in facts.replaced]
    return f"{listed(told)} đã điều chỉnh số liệu sau khi kỳ {day_text(facts.compare_on)} đến hạn"


def _told(each: Replaced) -> str:
    change = each.now["verified_count"] - each.before["verified_count"]
    return (
        f"{each.carrier_name} gửi lại báo cáo kỳ {day_text(each.round_on)} lúc "
        f"{time_text(each.received_at)}, thay báo cáo "
        f"nhận lúc {time_text(each.replaced_received_at)}: số liệu của {communes_text(each.communes_count)} "
        "thay đổi; "
        f"số đã xác thực {count_moved(change)} (từ {count_text(each.before['verified_count'])} thành "
        f"{count_text(each.now['verified_count'])}), tỷ lệ từ {pct_text(_rate(each.before))} thành "
        f"{pct_text(_rate(each.now))}. Số liệu trong báo cáo này là số đã điều chỉnh."
    )


def _rate(sums: dict[str, int]) -> float | None:
    return 100 * sums["verified_count"] / sums["total_count"] if sums["total_count"] else None


def _table(facts: Facts) -> Table:
    rows = [
        {
            "carrier_name": each.carrier_name,
            "round_on": each.round_on,
            "received_at": each.received_at,
            "restated_communes_count": each.communes_count,
            "verified_count_before": each.before["verified_count"],
            "verified_count": each.now["verified_count"],
            "verified_pct_before": _rate(each.before),
            "verified_pct": _rate(each.now),
        }
        for each in facts.replaced
    ]
    return Table(
        key="restatements",
        title="Số liệu được điều chỉnh",
        rows=pa.Table.from_pylist(rows, schema=COLUMNS),
        note=f"So với số đã biết lúc {time_text(facts.due.before_at)}.",
    )
