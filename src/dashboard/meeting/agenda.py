"""The agenda of a meeting: computed once from what was known when it was opened."""

from collections.abc import Iterator, Sequence

import duckdb

from dashboard.briefing.content.facts import Facts, gather
from dashboard.figures.words import SIMULATED_MARK, round_line
from dashboard.measures.wording import time_text
from dashboard.meeting.model import Agenda, Step
from dashboard.meeting.records import Meeting
from dashboard.meeting.request import request_of
from dashboard.meeting.sheets import layers, outside
from dashboard.meeting.steps.carriers import carriers_step
from dashboard.meeting.steps.changed import changed_step
from dashboard.meeting.steps.decisions import decisions_step
from dashboard.meeting.steps.lowest import commune_steps
from dashboard.meeting.steps.missing import missing_step
from dashboard.meeting.steps.now import now_step
from dashboard.meeting.steps.support import support_step
from dashboard.meeting.steps.weeks import weeks_step
from dashboard.meeting.support import Support, support_of
from dashboard.reference.carriers import carrier_by_code

LOWEST_COUNT = 5  # pages of single communes that a meeting has patience for


def facts_of(cursor: duckdb.DuckDBPyConnection, meeting: Meeting) -> Facts:
    """The figures as the meeting knew them, whenever they are asked for."""
    return gather(cursor, request_of(meeting.selection, meeting.as_of))


def agenda(facts: Facts, meeting: Meeting, codes: Sequence[str]) -> Agenda:
    """The pages in order and the maps beside them; `codes` are the communes in the order of the polygons."""
    support = support_of(facts, meeting.held_on)
    of_communes = tuple(commune_steps(facts, support))
    return Agenda(
        heading=_heading(meeting),
        notes=(f"Số liệu chốt lúc {time_text(meeting.as_of)}",),
        mark=SIMULATED_MARK if facts.is_simulated else "",
        version=facts.data_version,
        steps=tuple(step for step in _steps(facts, support, of_communes[:LOWEST_COUNT]) if step is not None),
        layers=layers(facts, codes),
        communes={step.focus: step for step in of_communes if step.focus},
        outside=outside(facts, codes),
    )


def _steps(facts: Facts, support: Support, lowest: tuple[Step, ...]) -> Iterator[Step | None]:
    yield now_step(facts)
    yield changed_step(facts)
    yield weeks_step(facts)
    yield from lowest
    yield carriers_step(facts)
    yield missing_step(facts)
    yield support_step(facts, support)
    yield decisions_step()


def _heading(meeting: Meeting) -> str:
    """Round and filters in a line: "Kỳ báo cáo 11/11/2026, chỉ xã · Viettel, MobiFone"."""
    names = [carrier_by_code()[code].name for code in meeting.selection.carriers]
    return " · ".join(filter(None, (round_line(meeting.selection), ", ".join(names))))
