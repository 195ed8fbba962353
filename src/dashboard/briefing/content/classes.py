"""The communes by the policy's classes of the rate."""

from collections.abc import Iterator

import pyarrow as pa

from dashboard.briefing.content.facts import Facts, Row
from dashboard.briefing.content.model import Chart, Section, Series, Table
from dashboard.briefing.content.words import communes_text, listed, names_of, since_text
from dashboard.measures.wording import NO_BREAK_SPACE, count_text, day_text, pct_text
from dashboard.reference.policy import policy

COLUMNS = pa.schema(
    [
        ("class_label", pa.string()),
        ("communes_count", pa.int64()),
        ("total_count", pa.int64()),
        ("verified_count", pa.int64()),
        ("verified_pct", pa.float64()),
        ("unverified_count", pa.int64()),
    ]
)
COUNTS = ("total_count", "verified_count", "unverified_count")
MOST_NAMED = 12


def classes_section(facts: Facts) -> Section | None:
    """None where no commune has a rate, or only one is looked at."""
    rows = facts.by_commune.to_pylist()
    rated = [row for row in rows if row["verified_pct"] is not None]
    if not rated or len(rows) == 1:
        return None
    return Section(
        part="classes",
        title="Xã, phường theo mức tỷ lệ xác thực",
        message=_message(rated),
        paragraphs=(" ".join(_sentences(facts, rows)),),
        tables=(_table(facts, rows),),
        charts=(_chart(rated),),
    )


def by_class(rows: list[Row]) -> list[list[Row]]:
    """The communes with a rate, by class, the lowest class first."""
    scale = policy().scales["verified_pct"]
    classes: list[list[Row]] = [[] for _ in scale.labels]
    for row in rows:
        place = scale.class_of(row["verified_pct"])
        if place is not None:
            classes[place].append(row)
    return classes


def slow(rows: list[Row]) -> list[Row]:
    """Communes below the rate that the policy calls slow, the lowest first."""
    below = policy().programme.low_below_pct
    found = [row for row in rows if row["verified_pct"] is not None and row["verified_pct"] < below]
    return sorted(found, key=lambda row: (row["verified_pct"], row["commune_code"]))


def _message(rated: list[Row]) -> str:
    below, limit = slow(rated), pct_text(policy().programme.low_below_pct, 0)
    if not below:
        return f"Cả {communes_text(len(rated))} đã đạt từ {limit} trở lên"
    return f"Còn {len(below)}/{communes_text(len(rated))} dưới {limit}"


def _sentences(facts: Facts, rows: list[Row]) -> Iterator[str]:
    rated = [row for row in rows if row["verified_pct"] is not None]
    below, limit = slow(rated), pct_text(policy().programme.low_below_pct, 0)
    yield f"{_message(rated)}."
    if below:
        left = sum(row["unverified_count"] for row in below)
        share = 100 * left / max(1, sum(row["unverified_count"] for row in rated))
        yield (
            f"Các xã, phường dưới {limit} còn {count_text(left)} thuê bao chưa xác thực, bằng "
            f"{pct_text(share)} "
            "số chưa xác thực của các xã, phường có số liệu."
        )
    lowest = by_class(rated)[0]
    label = policy().scales["verified_pct"].labels[0]
    if lowest and len(lowest) <= MOST_NAMED:
        yield f"Mức {label} có {communes_text(len(lowest))}: {listed(names_of(lowest))}."
    yield from _moves(facts, rated)
    if len(rated) < len(rows):
        names = names_of([row for row in rows if row["verified_pct"] is None])
        yield f"Chưa có số liệu của {communes_text(len(names))}: {listed(names, MOST_NAMED)}."


def _moves(facts: Facts, rated: list[Row]) -> Iterator[str]:
    changes = [
        round(row["verified_pct_change"], 1) for row in rated if row["verified_pct_change"] is not None
    ]
    if not changes:
        return
    risen, fallen = sum(change > 0 for change in changes), sum(change < 0 for change in changes)
    still = len(changes) - risen - fallen
    parts = [(risen, "tăng"), (fallen, "giảm"), (still, "không đổi")]
    told = listed([f"{verb} ở {communes_text(count)}" for count, verb in parts if count])
    yield f"{since_text(facts.compare_on).capitalize()}, tỷ lệ {told}."


def _table(facts: Facts, rows: list[Row]) -> Table:
    labels = policy().scales["verified_pct"].labels
    made = [_row(label, group) for label, group in zip(labels, by_class(rows), strict=True)]
    without = [row for row in rows if row["verified_pct"] is None]
    made += [_row(policy().no_data.label, without)] if without else []
    made.append(_row("Cộng", rows))
    return Table(
        key="classes",
        title=f"Số xã, phường theo mức tỷ lệ xác thực, kỳ {day_text(facts.request.round_on)}",
        rows=pa.Table.from_pylist(made, schema=COLUMNS),
        has_total=True,
    )


def _row(label: str, group: list[Row]) -> Row:
    known = [row for row in group if row["total_count"] is not None]
    sums = {name: sum(row[name] for row in known) if known else None for name in COUNTS}
    total = sums["total_count"]
    rate = 100 * (sums["verified_count"] or 0) / total if total else None
    capital = label[0].upper() + label[1:]
    return {"class_label": capital, "communes_count": len(group), "verified_pct": rate} | sums


def _chart(rated: list[Row]) -> Chart:
    scale = policy().scales["verified_pct"]
    counts = tuple(len(group) for group in by_class(rated))
    told = [f"{label}: {count}" for label, count in zip(scale.labels, counts, strict=True)]
    return Chart(
        key="classes",
        title="Số xã, phường theo mức tỷ lệ xác thực",
        kind="column",
        categories=tuple(label.replace(NO_BREAK_SPACE, " ") for label in scale.labels),
        series=(Series("Số xã, phường", counts, scale.colours[0]),),
        number_format="#,##0",
        alt=f"Số xã, phường theo mức tỷ lệ xác thực: {'; '.join(told)}.",
        point_colours=scale.colours,
    )
