"""What was decided, as a table to take away: of a meeting, and of earlier ones what was still open."""

from collections.abc import Iterator
from datetime import date
from typing import Any

import duckdb
import pyarrow as pa

from dashboard.briefing.tables import table_as_xlsx
from dashboard.briefing.workbook import Heading
from dashboard.figures.words import SIMULATED_MARK, round_line
from dashboard.measures.wording import time_text
from dashboard.meeting.decisions import MeetingDecision, brought_back, decided, decisions_of
from dashboard.meeting.screen import Watch
from dashboard.meeting.shown import standing_now

THIS, EARLIER = "Cuộc họp này", "Cuộc họp trước"
OPEN, OVERDUE, DONE = "Đang làm", "Quá hạn", "Đã xong"
COLUMNS = pa.schema(
    [
        ("decision_of", pa.string()),
        ("decision_what", pa.string()),
        ("decision_who", pa.string()),
        ("decision_by_on", pa.date32()),
        ("decision_state", pa.string()),
        ("decision_shown_on", pa.string()),
        ("verified_pct_then", pa.float64()),
        ("unverified_count_then", pa.int64()),
        ("verified_pct_now", pa.float64()),
        ("unverified_count_now", pa.int64()),
        ("decided_by", pa.string()),
        ("decided_at", pa.timestamp("us", tz="UTC")),
    ]
)


def minutes(cursor: duckdb.DuckDBPyConnection, watch: Watch) -> pa.Table:
    """COLUMNS, a row per decision: those of the meeting in the order typed, then those that came back."""
    known = decided(cursor)
    own, back = decisions_of(known, watch.meeting), brought_back(known, watch.meeting, watch.until)
    told = [*((THIS, each) for each in own), *((EARLIER, each) for each in back)]
    return pa.Table.from_pylist([_row(of, each, watch) for of, each in told], schema=COLUMNS)


def minutes_workbook(cursor: duckdb.DuckDBPyConnection, watch: Watch) -> bytes:
    """The table as XLSX, with whose figures they are and as of when."""
    lines = (round_line(watch.meeting.selection), f"Số liệu chốt lúc {time_text(watch.meeting.as_of)}")
    mark = SIMULATED_MARK if watch.then.is_simulated else ""
    return table_as_xlsx(minutes(cursor, watch), Heading("Quyết định của cuộc họp", lines, mark))


def _row(of: str, decision: MeetingDecision, watch: Watch) -> dict[str, Any]:
    typed, then = decision.typed, decision.typed.shown.standing
    now = standing_now(watch.then, typed.shown.selection)
    return {
        "decision_of": of,
        "decision_what": typed.what,
        "decision_who": typed.who,
        "decision_by_on": typed.by_on,
        "decision_state": ": ".join(_state(decision, watch.today)),
        "decision_shown_on": typed.shown.step_title,
        "verified_pct_then": then.verified_pct,
        "unverified_count_then": then.unverified_count,
        "verified_pct_now": now.verified_pct,
        "unverified_count_now": now.unverified_count,
        "decided_by": decision.typed_by,
        "decided_at": decision.typed_at,
    }


def _state(decision: MeetingDecision, today: date) -> Iterator[str]:
    if decision.done_at is None:
        yield OVERDUE if decision.is_overdue(today) else OPEN
        return
    yield DONE
    if decision.done_note:
        yield decision.done_note
