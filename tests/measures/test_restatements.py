"""A restatement keeps what was first published beside what is known now."""

from datetime import datetime, timedelta

import pytest

from dashboard.intake.reading.sheet import CellValue
from dashboard.intake.restatement_reason import give_reason
from dashboard.intake.take_in import store_examined
from dashboard.measures.cube import COUNTS
from dashboard.measures.figures import figures_by_carrier, figures_by_commune
from dashboard.measures.restatements import CHANGE, FIRST, Restatement, restated_communes, restatements
from dashboard.measures.scope import Scope
from dashboard.reference.rounds import due_at
from dashboard.store.database import Store
from tests.intake.reports import RECEIVED_AT, ROUND_ON, examined, good_rows, sheet_of

DUE = due_at(ROUND_ON)
CLOSED = DUE + timedelta(days=8)


def send(store: Store, verified: int, received_at: datetime, rows_count: int = 166) -> str:
    """A file of MobiFone in which the first commune has so many verified of 100."""
    rows: list[list[CellValue]] = good_rows()[:rows_count]
    rows[0][3:5] = [verified, 100 - verified]
    content = f"{verified} {received_at} {rows_count}".encode()
    receipt = store_examined(examined(store, sheet_of(rows), content=content, received_at=received_at), store)
    assert receipt.status.is_accepted, receipt.findings
    assert receipt.submission_id
    return receipt.submission_id


def found(store: Store, as_of: datetime | None = None) -> tuple[Restatement, ...]:
    with store.reader() as cursor:
        return restatements(cursor, as_of=as_of)


def test_a_file_alone_and_one_resent_before_the_hour_restate_nothing(store: Store):
    send(store, 60, RECEIVED_AT - timedelta(hours=2))
    assert found(store) == ()
    send(store, 65, RECEIVED_AT)
    assert found(store) == ()


def test_first_published_is_what_stood_when_the_round_was_due(store: Store):
    send(store, 60, RECEIVED_AT - timedelta(hours=2))
    due = send(store, 65, RECEIVED_AT)
    send(store, 68, DUE + timedelta(hours=3))
    last = send(store, 70, CLOSED)
    [it] = found(store)
    assert (it.first.submission_id, it.now.submission_id, len(it.files)) == (due, last, 4)
    assert (it.change("verified_count"), it.change("unverified_count"), it.change("total_count")) == (
        5,
        -5,
        0,
    )
    assert it.is_after_closing


def test_of_a_late_carrier_it_is_the_first_file(store: Store):
    late = send(store, 60, DUE + timedelta(hours=1))
    send(store, 65, DUE + timedelta(days=1))
    [it] = found(store)
    assert (it.at_due, it.first.submission_id, it.is_after_closing) == (None, late, False)


def test_both_figures_are_those_that_are_known_as_of_their_moments(store: Store):
    send(store, 60, RECEIVED_AT)
    send(store, 70, CLOSED, rows_count=160)
    [it] = found(store)
    with store.reader() as cursor:
        for file, moments in ((it.first, (it.first.received_at, DUE)), (it.now, (it.now.received_at, None))):
            for as_of in moments:
                [row] = figures_by_carrier(cursor, Scope(ROUND_ON, ("mobifone",), as_of=as_of)).to_pylist()
                assert {name: row[name] for name in COUNTS} == file.totals
                assert row["verified_pct"] == pytest.approx(file.verified_pct)


def test_commune_by_commune_only_what_differs_and_missing_is_not_zero(store: Store):
    send(store, 60, RECEIVED_AT)
    send(store, 70, CLOSED, rows_count=160)
    [it] = found(store)
    with store.reader() as cursor:
        rows = restated_communes(cursor, it).to_pylist()
        then = figures_by_commune(cursor, Scope(ROUND_ON, ("mobifone",), as_of=DUE)).to_pylist()
        now = figures_by_commune(cursor, Scope(ROUND_ON, ("mobifone",))).to_pylist()
    assert len(rows) == 1 + 6
    told = {row["commune_code"]: row for row in rows}
    for was, known in zip(then, now, strict=True):
        row = told.get(was["commune_code"])
        for name in COUNTS:
            if row is None:
                assert was[name] == known[name]
            else:
                assert (row[FIRST + name], row[name]) == (was[name], known[name])
    first = told[str(good_rows()[0][0])]
    assert first[CHANGE.format("verified_count")] == 10
    assert told[str(good_rows()[165][0])][CHANGE.format("verified_count")] is None


def test_the_newest_comes_first_and_a_round_can_be_asked_for(store: Store):
    send(store, 60, RECEIVED_AT)
    send(store, 70, CLOSED)
    other = [*good_rows()]
    given = {"round_on": ROUND_ON - timedelta(weeks=1), "file_name": "wintel.xlsx", "carrier_code": "wintel"}
    for days, verified in ((-7, 61), (30, 62)):
        other[0][3:5] = [verified, 100 - verified]
        sheet = sheet_of(other)
        sheet = type(sheet)(sheet.name, sheet.rows[1:])  # without the title that names the round
        moment = RECEIVED_AT + timedelta(days=days)
        store_examined(examined(store, sheet, content=bytes([verified]), received_at=moment, **given), store)
    assert [it.carrier_code for it in found(store)] == ["wintel", "mobifone"]
    with store.reader() as cursor:
        assert [it.carrier_code for it in restatements(cursor, ROUND_ON)] == ["mobifone"]


def test_why_belongs_to_the_file_that_took_the_place(store: Store):
    send(store, 60, RECEIVED_AT)
    last = send(store, 70, CLOSED)
    assert found(store)[0].now.reason is None
    give_reason(store, last, "tính thừa", "cán bộ")
    reason = found(store)[0].now.reason
    assert reason
    assert (reason.text, reason.given_by) == ("tính thừa", "cán bộ")
    assert found(store, as_of=CLOSED - timedelta(hours=1)) == ()
