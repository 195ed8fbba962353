"""All rounds, or all carriers, in one answer that is as small as what it saves."""

import pytest
from starlette.testclient import TestClient

from dashboard.measures import Scope, figures_by_commune
from dashboard.reference.policy import policy
from dashboard.store.database import Store
from dashboard.web.assets import FOREVER
from dashboard.web.map_series import SCALES, series
from dashboard.web.state import data_state, selection_in
from tests.web.prepared import LAST, ROUNDS

MOST_BYTES_OF_A_ROUND = 700  # packed; the board's own answer for one is 1.4 KB


def test_every_round_comes_in_one_answer(client: TestClient, filled: Store):
    version = data_state(filled).version
    answer = client.get(f"/series/{version}?tuan=2026-11-04&nha-mang=viettel&theo=ky")
    told = answer.json()
    assert told["keys"] == [day.isoformat() for day in ROUNDS]
    assert [sheet["title"] for sheet in told["sheets"]] == ["28/10/2026", "04/11/2026", "11/11/2026"]
    assert int(answer.headers["content-length"]) < MOST_BYTES_OF_A_ROUND * len(ROUNDS)
    assert "immutable" in answer.headers["cache-control"]
    assert "immutable" in FOREVER
    old = client.get("/series/000000000000?theo=ky")
    assert old.headers["cache-control"] == "no-store"


@pytest.mark.parametrize("measure", policy().scales)
def test_no_value_changes_its_class_on_the_way(client: TestClient, filled: Store, measure: str):
    keys = {"verified_pct": "ty-le", "unverified_count": "chua-xac-thuc", "verified_pct_change": "thay-doi"}
    key = keys.get(measure, "khoa-1-chieu" if "one_way" in measure else "khoa-2-chieu")
    told = client.get(f"/series/x?tuan={LAST}&chi-so={key}&theo=ky").json()
    with filled.reader() as cursor:
        rows = {
            row["commune_code"]: row[measure] for row in figures_by_commune(cursor, Scope(LAST)).to_pylist()
        }
    scale, of_class = told["scale"], policy().scales[measure].class_of
    for code, value in zip(data_state(filled).layer.codes, told["sheets"][-1]["values"], strict=True):
        assert of_class(None if value is None else value / scale) == of_class(rows[code])
    assert scale == SCALES.get(measure, 1)


def test_carriers_of_the_round_that_is_asked_for(client: TestClient, filled: Store):
    told = client.get(f"/series/x?tuan={LAST}&loai=phuong&theo=nha-mang").json()
    assert told["keys"][-1] == "wintel"
    assert set(told["sheets"][-1]["values"]) == {None}
    codes = data_state(filled).layer.codes
    assert all(
        value is None for place, value in enumerate(told["sheets"][0]["values"]) if place in told["outside"]
    )
    assert len(told["outside"]) > len(codes) / 2


def test_rounds_are_the_same_whatever_round_is_looked_at(filled: Store):
    state = data_state(filled)
    asked = [selection_in({"tuan": day.isoformat()}, filled) for day in ROUNDS[1:]]
    first, second = (series(each, "ky", filled, state) for each in asked if each)
    assert first is second


def test_without_figures_there_is_nothing_to_play(client: TestClient, empty: Store):
    assert client.get("/series/x?theo=ky").status_code == 404
