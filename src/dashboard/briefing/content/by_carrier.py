"""The carriers beside one another: a table, a chart, and who leads, lags and weighs most."""

from collections.abc import Iterator

import pyarrow as pa

from dashboard.briefing.content.facts import Facts, Row
from dashboard.briefing.content.model import Chart, Section, Series, Table
from dashboard.briefing.content.words import listed, points_moved, since_text, whose
from dashboard.measures.wording import NOTHING, count_text, day_text, pct_text
from dashboard.reference.policy import policy

COLUMNS = (
    "carrier_name",
    "total_count",
    "verified_count",
    "verified_pct",
    "verified_pct_change",
    "unverified_count",
    "locked_one_way_count",
    "locked_two_way_count",
)
PARTS = ("Đã xác thực", "Chưa xác thực, chưa khóa", "Khóa 1 chiều", "Khóa 2 chiều")


def carriers_section(facts: Facts) -> Section | None:
    """None where nobody reported, or where the briefing is about one carrier anyway."""
    reported = [row for row in facts.by_carrier.to_pylist() if row["total_count"] is not None]
    if not reported or facts.request.carrier_code is not None:
        return None
    return Section(
        part="carriers",
        title="Kết quả theo nhà mạng",
        message=_message(reported),
        paragraphs=(" ".join(_sentences(facts, reported)),),
        tables=(_table(facts),),
        charts=(_chart(facts),),
    )


def _message(reported: list[Row]) -> str:
    ranked = _ranked(reported)
    if len(ranked) == 1:
        return f"{ranked[0]['carrier_name']} đạt {pct_text(ranked[0]['verified_pct'])}"
    high, low = ranked[0], ranked[-1]
    return (
        f"{high['carrier_name']} đạt cao nhất ({pct_text(high['verified_pct'])}), "
        f"{low['carrier_name']} thấp nhất ({pct_text(low['verified_pct'])})"
    )


def _sentences(facts: Facts, reported: list[Row]) -> Iterator[str]:
    ranked = _ranked(reported)
    if len(ranked) > 1:
        yield f"{_message(reported)}."
    most = max(reported, key=lambda row: row["unverified_count"])
    share = 100 * most["unverified_count"] / max(1, facts.province["unverified_count"])
    if most["unverified_count"]:
        yield (
            f"Số thuê bao chưa xác thực tập trung nhiều nhất ở {most['carrier_name']}: "
            f"{count_text(most['unverified_count'])} thuê bao, bằng {pct_text(share)} số còn lại."
        )
    yield from _moves(facts, reported)
    if facts.missing:
        yield f"{listed(facts.missing)} chưa gửi báo cáo nên để trống trong bảng."


def _moves(facts: Facts, reported: list[Row]) -> Iterator[str]:
    moved = [row for row in reported if row["verified_pct_change"] is not None]
    fallen = [row for row in moved if round(row["verified_pct_change"], 1) < 0]
    rising = [row for row in moved if round(row["verified_pct_change"], 1) > 0]
    if len(rising) > 1:
        best = max(rising, key=lambda row: row["verified_pct_change"])
        yield (
            f"{since_text(facts.compare_on).capitalize()}, {best['carrier_name']} tăng nhanh nhất "
            f"({points_moved(best['verified_pct_change']).removeprefix('tăng ')})."
        )
    if fallen:
        told = [f"{row['carrier_name']} ({points_moved(row['verified_pct_change'])})" for row in fallen]
        yield f"Tỷ lệ giảm ở {listed(told)}; đề nghị nhà mạng giải trình."


def _ranked(rows: list[Row]) -> list[Row]:
    return sorted(
        (row for row in rows if row["verified_pct"] is not None), key=lambda row: -row["verified_pct"]
    )


def _table(facts: Facts) -> Table:
    rows = facts.by_carrier.select(COLUMNS).to_pylist()
    total = {name: facts.province.get(name) for name in COLUMNS} | {"carrier_name": "Cộng"}
    schema = facts.by_carrier.select(COLUMNS).schema
    since = (
        ""
        if facts.compare_on is None
        else f"±: thay đổi {since_text(facts.compare_on)}, chỉ tính số có ở cả hai kỳ. "
    )
    missing = f"{NOTHING}: chưa có số liệu." if facts.missing or facts.compare_on is None else ""
    return Table(
        key="carriers",
        title=f"Kết quả xác thực theo nhà mạng, kỳ {day_text(facts.request.round_on)}",
        rows=pa.Table.from_pylist([*rows, total], schema=schema),
        has_total=True,
        note=(since + missing).strip(),
    )


def _chart(facts: Facts) -> Chart:
    rows = facts.by_carrier.to_pylist()
    colours = policy().scales["unverified_count"].colours
    parts = zip(PARTS, zip(*map(_split, rows), strict=True), strict=True)
    shades = (colours[0], colours[1], colours[-2], colours[-1])
    told = [f"{row['carrier_name']}: {pct_text(row['verified_pct'])}" for row in rows]
    return Chart(
        key="carriers",
        title="Số thuê bao theo nhà mạng và tình trạng",
        kind="stacked-bar",
        categories=tuple(_label(row) for row in rows),
        series=tuple(
            Series(name, tuple(values), colour) for (name, values), colour in zip(parts, shades, strict=True)
        ),
        number_format="#,##0",
        alt=f"{whose(facts)}, số thuê bao theo nhà mạng. Tỷ lệ xác thực: {'; '.join(told)}.",
    )


def _label(row: Row) -> str:
    if row["total_count"] is None:
        return f"{row['carrier_name']} (chưa báo cáo)"
    return f"{row['carrier_name']} ({pct_text(row['verified_pct'])})"


def _split(row: Row) -> tuple[int | None, ...]:
    if row["total_count"] is None:
        return (None,) * len(PARTS)
    one_way, two_way = row["locked_one_way_count"], row["locked_two_way_count"]
    return row["verified_count"], row["unverified_count"] - one_way - two_way, one_way, two_way
