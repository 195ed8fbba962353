"""The lowest communes, a page each: the close-up, its carriers and why."""

from collections.abc import Iterator
from dataclasses import dataclass, replace

import pyarrow as pa
import pyarrow.compute as pc

from dashboard.briefing.content.facts import Facts, Row
from dashboard.briefing.content.lowest import ranked, reasons
from dashboard.briefing.content.words import points_moved, since_text
from dashboard.measures.sums import sum_by
from dashboard.measures.wording import count_text, pct_text
from dashboard.meeting.model import Bar, Bars, Figure, Step
from dashboard.meeting.steps.carriers import earlier_text
from dashboard.meeting.steps.support import session_points
from dashboard.meeting.support import Support
from dashboard.meeting.trend import trend_of


def commune_steps(facts: Facts, support: Support) -> Iterator[Step]:
    """A page for every commune with a rate, from the lowest on."""
    rows = ranked(facts.by_commune.to_pylist())
    pairs: dict[str, list[Row]] = {}
    for pair in facts.by_commune_and_carrier.to_pylist():
        pairs.setdefault(pair["commune_code"], []).append(pair)
    history = sum_by(replace(facts.cube, first_whole=0), facts.scope, "commune")
    for place, row in enumerate(rows, start=1):
        sessions = tuple(session_points(support.in_commune(row["commune_code"]), support))
        yield _step(
            facts, row, _rank(place, len(rows)), _Behind(pairs[row["commune_code"]], history, sessions)
        )


@dataclass(frozen=True)
class _Behind:
    """What stands behind a commune's figures: its carriers, the rounds so far, the support it has."""

    pairs: list[Row]
    history: pa.Table
    sessions: tuple[str, ...]


def _step(facts: Facts, row: Row, place: str, behind: _Behind) -> Step:
    return Step(
        id=f"xa-{row['commune_code']}",
        kind="commune",
        title=place,
        message=row["commune_name"],
        figures=_figures(facts, row),
        points=(*map(_capital, reasons(facts, row, behind.pairs)), *behind.sessions),
        bars=(Bars("Theo nhà mạng", tuple(_bar(facts, pair) for pair in behind.pairs)),),
        trend=trend_of(_rounds(behind.history, row["commune_code"])),
        layer="rate",
        focus=row["commune_code"],
    )


def _capital(text: str) -> str:
    return text[:1].upper() + text[1:]


def _rank(place: int, of_count: int) -> str:
    nth = "nhất" if place == 1 else f"thứ {place}"
    return f"Thấp {nth} trong {of_count} xã, phường"


def _figures(facts: Facts, row: Row) -> tuple[Figure, ...]:
    change = row["verified_pct_change"]
    moved = "" if change is None else f"{points_moved(change)} {since_text(facts.compare_on)}"
    of_all = f"trong {count_text(row['total_count'])} thuê bao"
    return (
        Figure("Đã xác thực", pct_text(row["verified_pct"]), moved, "verified_pct"),
        Figure("Còn chưa xác thực", count_text(row["unverified_count"]), of_all, "unverified_count"),
    )


def _bar(facts: Facts, pair: Row) -> Bar:
    if pair["total_count"] is None:
        return Bar(pair["carrier_name"], "chưa báo cáo", None)
    left = " · ".join(
        filter(None, (f"còn {count_text(pair['unverified_count'])}", earlier_text(facts, pair)))
    )
    return Bar(
        pair["carrier_name"], pct_text(pair["verified_pct"]), pair["verified_pct"], left, pair["carrier_code"]
    )


def _rounds(history: pa.Table, commune_code: str) -> list[Row]:
    rows: list[Row] = history.filter(pc.equal(history["commune_code"], commune_code)).to_pylist()
    return rows
