"""Tables and words by address: the figures of the measures, as numbers, under plain names."""

import csv
import json
from dataclasses import asdict, replace
from io import BytesIO, StringIO
from typing import Any
from urllib.parse import quote

import openpyxl
import pytest
from starlette.testclient import TestClient

from dashboard.figures.words import SIMULATED_MARK
from dashboard.measures import (
    figures_by_carrier,
    figures_by_commune,
    figures_by_commune_and_carrier,
    history_by_carrier,
)
from dashboard.measures.carrier_gaps import communes_by_carrier
from dashboard.measures.cube import COUNTS, read_history
from dashboard.measures.outlook import next_aim, outlook_by_commune
from dashboard.measures.priority import priorities
from dashboard.measures.scope import Scope
from dashboard.measures.selection import Selection
from dashboard.reference.columns import columns
from dashboard.reference.communes import communes
from dashboard.store.database import Store
from dashboard.web.downloads import MEDIA_TYPES, TABLES
from dashboard.web.neighbourhoods import surroundings
from dashboard.web.words import words_of
from tests.web.prepared import LAST, ROUNDS, WHOLE

CODE = communes()[80].code
OF_THEIR_OWN = {"priority", "outlook", "neighbourhoods", "carriers-in-communes"}  # tested one by one below
ASKED = Selection(LAST, ("mobifone", "wintel"), "xã", basis="last-known", commune_code=CODE)


def rows_of(table: str, store: Store, selection: Selection) -> list[dict[str, Any]]:
    """What the measures say of it."""
    cursor, scope = store.reader(), selection.scope
    any_kind = Scope(scope.round_on, scope.carriers, None, scope.basis)
    if table == "communes":
        return figures_by_commune(cursor, scope).to_pylist()
    if table == "carriers":
        return figures_by_carrier(cursor, scope).to_pylist()
    if table == "commune-by-carrier":
        rows = figures_by_commune_and_carrier(cursor, any_kind).to_pylist()
        return [row for row in rows if row["commune_code"] == selection.commune_code]
    return history_by_carrier(cursor, any_kind, selection.commune_code).to_pylist()


def cells_of(content: bytes, kind: str) -> list[dict[str, Any]]:
    """The table of a file, by its header."""
    if kind == "csv":
        return list(csv.DictReader(StringIO(content.decode("utf-8-sig")), delimiter=";"))
    lines = list(openpyxl.load_workbook(BytesIO(content)).active.iter_rows(values_only=True))
    start = next(place for place, line in enumerate(lines) if all(cell is not None for cell in line))
    return [dict(zip(lines[start], line, strict=True)) for line in lines[start + 1 :]]


def header_of(name: str, found: dict[str, Any]) -> str:
    """The header under which a column stands: its label, perhaps with its unit."""
    return next(header for header in found if header and header.startswith(columns()[name].label))


@pytest.mark.parametrize("kind", MEDIA_TYPES)
@pytest.mark.parametrize("table", [table for table in TABLES if table not in OF_THEIR_OWN])
def test_a_table_holds_the_figures_of_the_measures(filled: Store, client: TestClient, table: str, kind: str):
    answer = client.get(f"/export/{table}.{kind}?{ASKED.as_query()}")
    found, wanted = cells_of(answer.content, kind), rows_of(table, filled, ASKED)
    assert len(found) == len(wanted) > 0
    for cells, row in zip(found, wanted, strict=True):
        for name in COUNTS:
            cell = cells[header_of(name, cells)]
            assert (int(cell) if kind == "csv" and cell else cell or None) == row[name]


@pytest.mark.parametrize("kind", MEDIA_TYPES)
def test_priorities_come_in_their_order_with_their_reasons(filled: Store, client: TestClient, kind: str):
    cube = replace(read_history(filled.reader(), LAST), first_whole=len(ROUNDS) - 1)
    wanted = priorities(cube, Selection(LAST).scope)
    found = cells_of(client.get(f"/export/priority.{kind}?tuan={LAST}").content, kind)
    assert [row[header_of("priority_reason", row)] for row in found] == [it.reason for it in wanted]
    assert [int(row[header_of("priority_rank", row)]) for row in found] == [it.rank for it in wanted]


@pytest.mark.parametrize("kind", MEDIA_TYPES)
def test_the_outlook_has_a_row_for_each_commune(filled: Store, client: TestClient, kind: str):
    cube = replace(read_history(filled.reader(), LAST), first_whole=len(ROUNDS) - 1)
    wanted = outlook_by_commune(cube, Selection(LAST).scope, next_aim(LAST))["missing_count"].to_pylist()
    found = cells_of(client.get(f"/export/outlook.{kind}?tuan={LAST}").content, kind)
    assert [int(row[header_of("missing_count", row)]) for row in found] == wanted


@pytest.mark.parametrize("kind", MEDIA_TYPES)
def test_carriers_come_within_their_communes(filled: Store, client: TestClient, kind: str):
    cube = replace(read_history(filled.reader(), LAST), first_whole=len(ROUNDS) - 1)
    wanted = [part for commune in communes_by_carrier(cube, Selection(LAST).scope) for part in commune.known]
    found = cells_of(client.get(f"/export/carriers-in-communes.{kind}?tuan={LAST}").content, kind)
    assert [row[header_of("carrier_code", row)] for row in found] == [part.carrier.code for part in wanted]
    assert [int(row[header_of("unverified_count", row)]) for row in found] == [
        part.unverified_count for part in wanted
    ]


@pytest.mark.parametrize("kind", MEDIA_TYPES)
def test_communes_come_beside_their_neighbours(filled: Store, client: TestClient, kind: str):
    wanted = [it.commune_code for it in surroundings(filled, Selection(LAST)).found]
    found = cells_of(client.get(f"/export/neighbourhoods.{kind}?tuan={LAST}").content, kind)
    assert [row[header_of("commune_code", row)] for row in found] == wanted
    assert len(wanted) == 166


@pytest.mark.parametrize("kind", MEDIA_TYPES)
def test_what_is_missing_is_an_empty_cell_and_never_zero(filled: Store, client: TestClient, kind: str):
    found = cells_of(client.get(f"/export/communes.{kind}?tuan={LAST}&nha-mang=mobifone").content, kind)
    missing = [row for row in found if not row[header_of("total_count", row)]]
    assert len(missing) == 3
    assert {row[header_of("total_count", row)] for row in missing} <= {None, ""}


@pytest.mark.parametrize("kind", MEDIA_TYPES)
def test_a_table_is_offered_under_a_plain_name_and_never_kept(filled: Store, client: TestClient, kind: str):
    answer = client.get(f"/export/communes.{kind}?{ASKED.as_query()}")
    assert answer.headers["content-type"] == MEDIA_TYPES[kind]
    assert answer.headers["cache-control"] == "no-store"
    name = answer.headers["content-disposition"].split("filename=")[1].strip('"')
    assert name.isascii()
    assert name.endswith(f".{kind}")
    assert "2026-11-11" in name


def test_every_row_of_a_csv_says_that_it_is_simulated(filled: Store, client: TestClient):
    found = cells_of(client.get(f"/export/communes.csv?tuan={LAST}").content, "csv")
    assert {row["Ghi chú"] for row in found} == {SIMULATED_MARK}


def test_a_workbook_says_so_above_the_table(filled: Store, client: TestClient):
    sheet = openpyxl.load_workbook(BytesIO(client.get(f"/export/communes.xlsx?tuan={LAST}").content)).active
    assert SIMULATED_MARK in [row[0] for row in sheet.iter_rows(values_only=True)]


@pytest.mark.parametrize(
    "path",
    ["nothing.xlsx", "communes.pdf", "commune-by-carrier.csv", "commune-by-round.xlsx", "__class__.csv"],
)
def test_a_table_that_there_is_not_is_not_found(filled: Store, client: TestClient, path: str):
    assert client.get(f"/export/{path}").status_code == 404


@pytest.mark.parametrize("path", ["communes.xlsx", "communes.csv", "words"])
def test_without_figures_there_is_nothing_to_take_away(empty: Store, client: TestClient, path: str):
    assert client.get(f"/export/{path}").status_code == 404


def test_words_are_those_of_the_selection(filled: Store, client: TestClient):
    told = client.get(f"/export/words?{ASKED.as_query()}").json()
    assert told == json.loads(json.dumps(asdict(words_of(ASKED, filled))))


def test_no_header_of_an_answer_can_be_forged_by_the_address(filled: Store, client: TestClient):
    forged = quote('2026-11-11"\r\nSet-Cookie: a=b')
    answer = client.get(f"/export/communes.csv?tuan={forged}&nha-mang={forged}&xa={forged}")
    assert answer.status_code == 200
    assert "set-cookie" not in answer.headers


def test_the_round_asked_for_is_the_one_given(filled: Store, client: TestClient):
    rows = cells_of(client.get(f"/export/communes.csv?tuan={WHOLE}").content, "csv")
    assert {row[header_of("round_on", row)] for row in rows} == {"04/11/2026"}
