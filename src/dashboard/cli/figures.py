"""python -m dashboard figures: the figures of a round.

With --json, standard output is exactly {round, basis, carriers_expected, carriers_reported, carriers_missing,
as_of, rows}. `carriers_expected` is the number of carriers asked for; `carriers_missing` lists the codes of
those without a file for this very round, whatever the basis, and `carriers_reported` counts the others. A row
has commune_code and/or carrier, total_count, verified_count, unverified_count, locked_one_way_count,
locked_two_way_count, verified_pct (unrounded) and carriers_reported, the number of carriers behind the row;
where nothing is known the counts are null. While the app runs it is asked. Exit code 0; 2 on wrong use and
while a process other than the app owns the database.
"""

import json
from typing import Annotated, Any

import duckdb
import typer

from dashboard.cli.carrier_codes import carrier_codes
from dashboard.cli.days import moment, round_day
from dashboard.cli.figures_text import show_figures
from dashboard.cli.json_option import AsJson
from dashboard.cli.live_store import reading_store
from dashboard.measures.cube import COUNTS, read_round
from dashboard.measures.headline import Headline, headline_of
from dashboard.measures.scope import Basis, Scope
from dashboard.measures.sums import By, sum_by
from dashboard.measures.wording import day_text
from dashboard.reference.round_calendar import read_calendar

NAMES_IN_JSON = {
    "commune_code": "commune_code",
    "carrier_code": "carrier",
    **{name: name for name in (*COUNTS, "verified_pct")},
    "carriers_reported_count": "carriers_reported",
}


def figures(  # noqa: PLR0917 - Typer reads the options from the parameters
    round_on: Annotated[str, typer.Option("--round", metavar="YYYY-MM-DD", help="Kỳ báo cáo (ngày thứ Tư).")],
    by: Annotated[
        By, typer.Option(help="Cộng theo xã, nhà mạng, toàn tỉnh, hay xã và nhà mạng.")
    ] = "commune",
    carrier: Annotated[
        list[str] | None, typer.Option(help="Mã nhà mạng; lặp lại để chọn nhiều; bỏ trống là tất cả.")
    ] = None,
    basis: Annotated[
        Basis, typer.Option(help="Chỉ số liệu của kỳ, hay giá trị gần nhất đã báo cáo.")
    ] = "this-week",
    as_of: Annotated[
        str | None, typer.Option(metavar="ISO", help="Chỉ tính báo cáo nhận được đến thời điểm này.")
    ] = None,
    as_json: AsJson = False,
) -> None:
    """Số liệu xác thực của một kỳ theo xã, nhà mạng hoặc toàn tỉnh."""
    scope = Scope(
        round_day(round_on),
        carriers=carrier_codes(carrier or []),
        basis=basis,
        as_of=moment(as_of) if as_of else None,
    )
    with reading_store() as store, store.reader() as cursor:
        head, rows = _figures(cursor, scope, by)
        meant_on = read_calendar(cursor).round_of(scope.round_on)
    if as_json:
        typer.echo(json.dumps(_as_json(head, scope, rows), ensure_ascii=False, indent=2))
    else:
        show_figures(head, rows)
    if meant_on != scope.round_on:
        asked, meant = day_text(scope.round_on), day_text(meant_on)
        typer.echo(f"Ngày {asked} không phải ngày của một kỳ; kỳ chứa ngày này là {meant}.", err=True)


def _figures(
    cursor: duckdb.DuckDBPyConnection, scope: Scope, by: By
) -> tuple[Headline, list[dict[str, Any]]]:
    cube = read_round(cursor, scope.round_on, scope.as_of)
    return headline_of(cube, scope), sum_by(cube, scope, by).to_pylist()


def _as_json(head: Headline, scope: Scope, rows: list[dict[str, Any]]) -> dict[str, Any]:
    return {
        "round": scope.round_on.isoformat(),
        "basis": scope.basis,
        "carriers_expected": head.carriers_expected_count,
        "carriers_reported": head.carriers_reported_count,
        "carriers_missing": list(head.carriers_missing),
        "as_of": scope.as_of.isoformat() if scope.as_of else None,
        "rows": [{said: row[name] for name, said in NAMES_IN_JSON.items() if name in row} for row in rows],
    }
