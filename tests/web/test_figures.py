"""Figures by address: kept by the browser only for today's data, never a failure for a strange address."""

from urllib.parse import quote

import pytest
from starlette.testclient import TestClient

from dashboard.measures import figures_by_commune, headline
from dashboard.measures.selection import Selection
from dashboard.reference.communes import communes
from dashboard.store.database import Store
from dashboard.web.figures import KEPT_BY_READER
from dashboard.web.state import data_state
from tests.web.prepared import LAST, ROUNDS, WHOLE, report
from tests.web.reading import read_payload

NONSENSE = [
    "tuan=2026-02-30",
    "tuan=hôm nay",
    "tuan=" + "9" * 5_000,
    "nha-mang=nobody,,;",
    "loai=thành phố",
    "chi-so=__class__",
    "so-lieu=1",
    "xa=00000",
    "layout=../../passwd",
    "as_of=2020-01-01",
    "%00=%ff&&&===",
]
INJECTIONS = [
    "2026-11-11' or 1=1 --",
    "'; drop table submission; --",
    "\"; attach 'x.duckdb' as x; --",
    "$round_on",
    "<script>alert(1)</script>",
    "{{7*7}}",
    "\u0000",
]


def address(store: Store, query: str = "") -> str:
    return f"/board/{data_state(store).version}?{query}"


@pytest.mark.parametrize(
    "selection",
    [
        Selection(LAST),
        Selection(WHOLE, carriers=("viettel", "wintel"), kind="xã"),
        Selection(LAST, measure="verified_pct_change", basis="last-known"),
        Selection(LAST, carriers=("wintel",), commune_code=communes()[3].code),
    ],
    ids=Selection.as_query,
)
def test_an_address_is_answered_with_the_figures_of_the_measures(
    filled: Store, client: TestClient, selection: Selection
):
    answer = client.get(address(filled, selection.as_query()))
    read = read_payload(answer.content, data_state(filled).layer.codes)
    rows = figures_by_commune(filled.reader(), selection.scope).to_pylist()
    within = {row["commune_code"]: row["total_count"] for row in rows}
    assert {code: figure.total_count for code, figure in read.figures.items() if code in within} == within
    found = headline(filled.reader(), selection.scope)
    assert (read.header["now"] or [None])[0] == found.total_count
    assert read.header["query"] == selection.as_query()


def test_figures_of_today_are_kept_by_the_reader_and_by_nobody_between(filled: Store, client: TestClient):
    answer = client.get(address(filled))
    assert answer.headers["cache-control"] == KEPT_BY_READER
    assert "private" in KEPT_BY_READER
    assert answer.headers["content-type"] == "application/octet-stream"


def test_a_page_left_open_gets_todays_figures_and_keeps_them_not(filled: Store, client: TestClient):
    old = address(filled)
    before = client.get(old).content
    report(filled, "wintel_2026-11-11.csv", LAST)
    answer = client.get(old)
    assert answer.headers["cache-control"] == "no-store"
    assert answer.content == client.get(address(filled)).content != before


def test_the_layout_asked_for_is_the_one_told(filled: Store, client: TestClient):
    codes = data_state(filled).layer.codes
    layouts = {
        asked: read_payload(client.get(address(filled, f"layout={asked}")).content, codes).header["layout"]
        for asked in ("overview", "map", "anything")
    }
    assert layouts == {"overview": "overview", "map": "map", "anything": "overview"}


@pytest.mark.parametrize("query", NONSENSE, ids=lambda query: query[:30])
def test_what_makes_no_sense_falls_back_to_what_opens_by_itself(
    filled: Store, client: TestClient, query: str
):
    answer = client.get(address(filled, query))
    assert answer.status_code == 200
    assert answer.content == client.get(address(filled)).content


@pytest.mark.parametrize("key", ["tuan", "nha-mang", "loai", "chi-so", "so-lieu", "xa", "layout"])
def test_what_tries_to_be_code_stays_a_word(filled: Store, client: TestClient, key: str):
    plain = client.get(address(filled)).content
    for text in INJECTIONS:
        answer = client.get(address(filled, f"{key}={quote(text)}"))
        assert answer.content == plain, text
    assert data_state(filled).rounds == ROUNDS


def test_without_figures_there_is_no_answer(empty: Store, client: TestClient):
    assert client.get(address(empty)).status_code == 404


def test_the_context_tells_rounds_layer_and_marks(filled: Store, client: TestClient):
    state = data_state(filled)
    answer = client.get(f"/context/{state.version}.json")
    told = answer.json()
    assert told["rounds"] == [day.isoformat() for day in ROUNDS]
    assert told["is_simulated"]
    assert told["layer"]["is_schematic"]
    assert not told["layer"]["is_large"]
    assert told["layer"]["note"] == state.layer.note
    assert told["layer"]["bounds"] == list(state.layer.bounds)
    assert answer.headers["cache-control"] == KEPT_BY_READER
    assert client.get("/context/000000000000.json").headers["cache-control"] == "no-store"


def test_the_context_of_an_empty_folder_has_no_rounds(empty: Store, client: TestClient):
    told = client.get(f"/context/{data_state(empty).version}.json").json()
    assert told["rounds"] == []
    assert not told["is_simulated"]


def test_polygons_come_in_the_order_of_the_payload(filled: Store, client: TestClient):
    layer = data_state(filled).layer
    answer = client.get(f"/layers/{layer.layer_id}.json")
    assert [area["id"] for area in answer.json()["objects"]["communes"]["geometries"]] == list(layer.codes)
    assert answer.headers["content-encoding"] == "gzip"
    assert "immutable" in answer.headers["cache-control"]
    assert client.get("/layers/0000000000000000.json").status_code == 404
