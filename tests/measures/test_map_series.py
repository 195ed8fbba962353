"""Frames of the map: each round and each carrier, the same figures as asked for one by one."""

from dataclasses import replace

import pytest

from dashboard.measures import Scope, figures_by_commune
from dashboard.measures.cube import read_history
from dashboard.measures.map_series import frames_by_carrier, frames_by_round
from dashboard.reference.carriers import carriers
from dashboard.reference.communes import communes
from dashboard.store.database import Store
from tests.web.homes import filled_by_itself  # noqa: F401
from tests.web.prepared import LAST, ROUNDS

CODES = tuple(reversed([commune.code for commune in communes()]))  # any order may be asked for


@pytest.mark.parametrize("scope", [Scope(LAST), Scope(LAST, ("mobifone",)), Scope(LAST, kind="phường")])
def test_frames_of_rounds_are_the_figures_of_each_round(filled: Store, scope: Scope):
    with filled.reader() as cursor:
        frames = frames_by_round(read_history(cursor, LAST), scope, "verified_pct", CODES)
        for frame in frames:
            of_round = replace(scope, round_on=next(day for day in ROUNDS if day.isoformat() == frame.key))
            rows = {row["commune_code"]: row for row in figures_by_commune(cursor, of_round).to_pylist()}
            wanted = tuple(rows.get(code, {}).get("verified_pct") for code in CODES)
            assert frame.values == wanted
            assert {CODES[place] for place in frame.partly} == {
                code
                for code, row in rows.items()
                if row["is_partly_reported"] and row["verified_pct"] is not None
            }
    assert len(frames) == (2 if scope.carriers else 3)  # in the first round only viettel reported


def test_frames_of_carriers_leave_none_out(filled: Store):
    with filled.reader() as cursor:
        frames = frames_by_carrier(read_history(cursor, LAST), Scope(LAST), "unverified_count", CODES)
        viettel = figures_by_commune(cursor, Scope(LAST, ("viettel",)))
    assert [frame.key for frame in frames] == [carrier.code for carrier in carriers()]
    by_key = {frame.key: frame for frame in frames}
    assert set(by_key["wintel"].values) == {None}
    assert by_key["mobifone"].values.count(None) == 3
    counts = dict(
        zip(viettel["commune_code"].to_pylist(), viettel["unverified_count"].to_pylist(), strict=True)
    )
    assert by_key["viettel"].values == tuple(counts[code] for code in CODES)
