"""What leaves the app by an address: the words for a picture, and tables of a selection."""

from collections.abc import Callable, Mapping
from dataclasses import asdict, replace

import duckdb
import pyarrow as pa
from starlette.requests import Request
from starlette.responses import JSONResponse, Response

from dashboard.briefing.tables import for_readers, table_as_csv, table_as_xlsx
from dashboard.briefing.workbook import Heading
from dashboard.figures.words import Words, file_name
from dashboard.measures import (
    Expected,
    Scope,
    figures_by_carrier,
    figures_by_commune,
    figures_by_commune_and_carrier,
    history_by_carrier,
)
from dashboard.measures.carrier_gaps import communes_by_carrier, gaps_table
from dashboard.measures.cube import Cube, read_history
from dashboard.measures.neighbourhood_words import neighbourhood_table
from dashboard.measures.outlook import next_aim, outlook_by_commune, priority_table
from dashboard.measures.priority import priorities
from dashboard.measures.selection import Selection
from dashboard.reference.carriers import carriers
from dashboard.reference.communes import commune_by_code
from dashboard.store.database import Store
from dashboard.web.live import live
from dashboard.web.neighbourhoods import surroundings
from dashboard.web.state import selection_in
from dashboard.web.words import words_of

Ask = Callable[[duckdb.DuckDBPyConnection, Selection], pa.Table]

MEDIA_TYPES = {
    "xlsx": "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet",
    "csv": "text/csv; charset=utf-8",
}


def serve_words(request: Request) -> Response:
    """GET /export/words?{address}: a selection's Words as JSON; 404 without figures."""
    store = live().store
    selection = selection_in(request.query_params, store)
    if selection is None:
        return Response(status_code=404)
    return JSONResponse(asdict(words_of(selection, store)))


def serve_table(request: Request) -> Response:
    """GET /export/{table}.{kind}?{address}: a table of TABLES as xlsx or csv.

    404 for another name or kind, without figures, and for a commune's table without a commune.
    """
    table, kind = request.path_params["table"], request.path_params["kind"]
    store = live().store
    selection = selection_in(request.query_params, store)
    if selection is None or table not in TABLES or kind not in MEDIA_TYPES:
        return Response(status_code=404)
    if table in OF_A_COMMUNE and selection.commune_code is None:
        return Response(status_code=404)
    name = f"{table}_{file_name(selection)}.{kind}"
    headers = {"Content-Disposition": f'attachment; filename="{name}"', "Cache-Control": "no-store"}
    return Response(table_file(table, kind, selection, store), media_type=MEDIA_TYPES[kind], headers=headers)


def table_file(table: str, kind: str, selection: Selection, store: Store) -> bytes:
    """A table of TABLES as a file. Raises KeyError for a table or kind that there is not."""
    cursor = store.reader()
    try:
        figures = TABLES[table](cursor, selection)
    finally:
        cursor.close()
    words = words_of(selection, store)
    if kind == "csv":
        return table_as_csv(figures, words.mark)
    return table_as_xlsx(figures, _heading(words, selection if table in OF_A_COMMUNE else None))


def _heading(words: Words, of_commune: Selection | None) -> Heading:
    title = words.table_title
    if of_commune and of_commune.commune_code:
        title = f"{title}: {commune_by_code()[of_commune.commune_code].name}"
    return Heading(title=title, lines=(*words.lines, *words.notes), mark=words.mark)


def _of_commune_by_carrier(cursor: duckdb.DuckDBPyConnection, selection: Selection) -> pa.Table:
    communes = [commune_by_code()[selection.commune_code]] if selection.commune_code else []
    expected = Expected(tuple(communes), carriers())
    return for_readers(figures_by_commune_and_carrier(cursor, _any_kind(selection), expected))


def _of_commune_by_round(cursor: duckdb.DuckDBPyConnection, selection: Selection) -> pa.Table:
    return for_readers(history_by_carrier(cursor, _any_kind(selection), selection.commune_code))


def _priority(cursor: duckdb.DuckDBPyConnection, selection: Selection) -> pa.Table:
    return priority_table(priorities(_history(cursor, selection), selection.scope))


def _outlook(cursor: duckdb.DuckDBPyConnection, selection: Selection) -> pa.Table:
    cube = _history(cursor, selection)
    return outlook_by_commune(cube, selection.scope, next_aim(selection.round_on))


def _carriers_in_communes(cursor: duckdb.DuckDBPyConnection, selection: Selection) -> pa.Table:
    return gaps_table(communes_by_carrier(_history(cursor, selection), selection.scope))


def _history(cursor: duckdb.DuckDBPyConnection, selection: Selection) -> Cube:
    """All rounds up to the selection's, that one alone shown."""
    cube = read_history(cursor, selection.round_on)
    return replace(cube, first_whole=len(cube.rounds) - 1)


def _any_kind(selection: Selection) -> Scope:
    return Scope(selection.round_on, selection.carriers, None, selection.basis)


OF_A_COMMUNE = {"commune-by-carrier", "commune-by-round"}
TABLES: Mapping[str, Ask] = {
    "communes": lambda cursor, selection: for_readers(figures_by_commune(cursor, selection.scope)),
    "carriers": lambda cursor, selection: for_readers(figures_by_carrier(cursor, selection.scope)),
    "commune-by-carrier": _of_commune_by_carrier,
    "commune-by-round": _of_commune_by_round,
    "priority": _priority,
    "outlook": _outlook,
    "carriers-in-communes": _carriers_in_communes,
    "neighbourhoods": lambda _, selection: neighbourhood_table(surroundings(live().store, selection).found),
}
