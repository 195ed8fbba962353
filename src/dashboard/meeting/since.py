"""What came in since a meeting and changes what it showed: restated figures, reports missing then."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass

import duckdb

from dashboard.briefing.content.facts import Facts
from dashboard.briefing.content.replaced import Replaced, replaced_since
from dashboard.briefing.content.words import communes_text
from dashboard.measures.standing import standing_files
from dashboard.measures.wording import (
    count_change_text,
    count_text,
    day_text,
    pct_text,
    points_text,
    time_text,
)
from dashboard.meeting.records import Meeting
from dashboard.meeting.request import request_of
from dashboard.reference.carriers import carrier_by_code

COUNTS_TOLD = ("unverified_count", "locked_one_way_count", "locked_two_way_count", "verified_count_change")


@dataclass(frozen=True)
class Since:
    """`lines` say what came in; the rest is what figures read now, by their key, only where they differ.

    `figures` of the whole, `communes` code -> key -> text, `carriers` code -> rate.
    """

    lines: tuple[str, ...] = ()
    figures: Mapping[str, str] | None = None
    communes: Mapping[str, Mapping[str, str]] | None = None
    carriers: Mapping[str, str] | None = None


def since(cursor: duckdb.DuckDBPyConnection, meeting: Meeting, then: Facts, now: Facts) -> Since:
    """What differs between the facts of a meeting and those of the same filters today."""
    if then.data_version == now.data_version:
        return Since()
    restated = replaced_since(cursor, request_of(meeting.selection, None), meeting.as_of)
    return Since(
        lines=(*map(_restated, restated), *_newly_come(cursor, meeting, then)),
        figures=_differing(then.province, now.province) | _reported(then, now),
        communes=dict(_communes(then, now)),
        carriers=dict(_carriers(then, now)),
    )


def _restated(it: Replaced) -> str:
    change = count_change_text(it.now["verified_count"] - it.before["verified_count"])
    return (
        f"{it.carrier_name} đính chính kỳ {day_text(it.round_on)} (nhận lúc {time_text(it.received_at)}): "
        f"{communes_text(it.communes_count)} đổi số, đã xác thực {change}"
    )


def _newly_come(cursor: duckdb.DuckDBPyConnection, meeting: Meeting, then: Facts) -> Iterator[str]:
    """Reports of the round and before that were missing then."""
    had = {(file.carrier_code, file.round_on) for file in standing_files(cursor, meeting.as_of)}
    asked = {then.expected.carriers[place].code for place in then.expected.carriers_in(then.scope)}
    for file in standing_files(cursor):
        is_new = (file.carrier_code, file.round_on) not in had and file.round_on <= meeting.selection.round_on
        if is_new and file.carrier_code in asked:
            name = carrier_by_code()[file.carrier_code].name
            yield f"{name} gửi báo cáo kỳ {day_text(file.round_on)} sau khi chốt số liệu"


def _communes(then: Facts, now: Facts) -> Iterator[tuple[str, Mapping[str, str]]]:
    rows = {row["commune_code"]: row for row in now.by_commune.to_pylist()}
    for was in then.by_commune.to_pylist():
        if found := _differing(was, rows[was["commune_code"]]):
            yield was["commune_code"], found


def _carriers(then: Facts, now: Facts) -> Iterator[tuple[str, str]]:
    rows = {row["carrier_code"]: row for row in now.by_carrier.to_pylist()}
    for was in then.by_carrier.to_pylist():
        if found := _differing(was, rows[was["carrier_code"]]).get("verified_pct"):
            yield was["carrier_code"], found


def _differing(was: Mapping[str, float | None], now: Mapping[str, float | None]) -> dict[str, str]:
    """Key -> what it reads now, where it reads otherwise."""
    found = {
        "verified_pct": (pct_text(was["verified_pct"]), pct_text(now["verified_pct"])),
        "verified_pct_change": (
            points_text(was["verified_pct_change"]),
            points_text(now["verified_pct_change"]),
        ),
    }
    for key in COUNTS_TOLD:
        tell = count_change_text if key.endswith("_change") else count_text
        found[key] = (tell(_whole(was[key])), tell(_whole(now[key])))
    return {key: new for key, (old, new) in found.items() if old != new}


def _whole(value: float | None) -> int | None:
    return None if value is None else int(value)


def _reported(then: Facts, now: Facts) -> dict[str, str]:
    told = [f"{len(it.reporting) - len(it.missing)}/{len(it.reporting)}" for it in (then, now)]
    return {} if told[0] == told[1] else {"carriers_reported": told[1]}
