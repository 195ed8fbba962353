"""Figures restated since a meeting: what a carrier's file said then, and what its later file says."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date, datetime
from itertools import groupby
from typing import Any

import duckdb

from dashboard.briefing.content.request import BriefingRequest
from dashboard.measures.cube import COUNTS
from dashboard.reference.carriers import carrier_by_code
from dashboard.store.questions import ask


@dataclass(frozen=True)
class Replaced:
    """A carrier's figures of a round, as known at a moment (`before`) and as they stand (`now`).

    Both hold the sums of the five counts over the briefing's communes; `communes_count` of these differ.
    """

    carrier_name: str
    round_on: date
    replaced_received_at: datetime
    received_at: datetime
    before: dict[str, int]
    now: dict[str, int]
    communes_count: int


def replaced_since(
    cursor: duckdb.DuckDBPyConnection, request: BriefingRequest, since: datetime
) -> tuple[Replaced, ...]:
    """Files of the scope's carriers that took the place of what stood at `since` and say something else."""
    files = ask(cursor, "briefing/all_files", round_on=request.round_on, as_of=request.as_of).to_pylist()
    expected = request.expected
    codes = {expected.carriers[place].code for place in expected.carriers_in(request.scope)}
    pairs = [
        pair for pair in _pairs([file for file in files if file["carrier_code"] in codes], since) if pair
    ]
    ids = [file["submission_id"] for pair in pairs for file in pair]
    counts = _counts(cursor, ids, {commune.code for commune in expected.communes})
    found = (_replaced(before, now, counts) for before, now in pairs)
    return tuple(each for each in found if each.communes_count)


def _pairs(
    files: list[dict[str, Any]], since: datetime
) -> Iterator[tuple[dict[str, Any], dict[str, Any]] | None]:
    for _, group in groupby(files, key=lambda file: (file["round_on"], file["carrier_code"])):
        versions = list(group)
        known = [file for file in versions if file["received_at"] <= since]
        yield (known[-1], versions[-1]) if known and versions[-1] is not known[-1] else None


def _counts(
    cursor: duckdb.DuckDBPyConnection, submission_ids: list[str], communes: set[str]
) -> dict[str, dict[str, tuple[int, ...]]]:
    """Submission -> commune -> the five counts."""
    found: dict[str, dict[str, tuple[int, ...]]] = {each: {} for each in submission_ids}
    for row in ask(cursor, "measures/reported_counts", submission_ids=submission_ids).to_pylist():
        if row["commune_code"] in communes:
            found[row["submission_id"]][row["commune_code"]] = tuple(row[name] for name in COUNTS)
    return found


def _replaced(
    before: dict[str, Any], now: dict[str, Any], counts: dict[str, dict[str, tuple[int, ...]]]
) -> Replaced:
    then, today = counts[before["submission_id"]], counts[now["submission_id"]]
    return Replaced(
        carrier_name=carrier_by_code()[now["carrier_code"]].name,
        round_on=now["round_on"],
        replaced_received_at=before["received_at"],
        received_at=now["received_at"],
        before=_sum(then),
        now=_sum(today),
        communes_count=sum(then.get(code) != today.get(code) for code in {*then, *today}),
    )


def _sum(rows: dict[str, tuple[int, ...]]) -> dict[str, int]:
    sums = (sum(column) for column in zip(*rows.values(), strict=True)) if rows else (0,) * len(COUNTS)
    return dict(zip(COUNTS, sums, strict=True))
