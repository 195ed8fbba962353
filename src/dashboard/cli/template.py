"""python -m dashboard template: the Department's form for a carrier and a round, as XLSX.

With --json, standard output is exactly {file, carrier, round, due_at, communes, previous_round}; the last is
null where the carrier has not reported before: then the form has no figures to be held against. Exit code 0;
2 on wrong use.
"""

import json
from datetime import date, datetime
from pathlib import Path
from typing import Annotated, Any

import typer

from dashboard.briefing.template.book import template_as_xlsx
from dashboard.briefing.template.form import Form, form_for
from dashboard.cli.carrier_codes import known_carrier
from dashboard.cli.days import round_day
from dashboard.cli.json_option import AsJson
from dashboard.cli.live_store import reading_store
from dashboard.measures.wording import day_text
from dashboard.paths import home
from dashboard.reference.carriers import Carrier, carrier_by_code
from dashboard.reference.communes import communes
from dashboard.reference.round_calendar import read_calendar
from dashboard.reference.rounds import round_of
from dashboard.settings import LOCAL_ZONE
from dashboard.store.database import DATABASE_NAME


def template(
    carrier: Annotated[str, typer.Option(help="Mã nhà mạng, ví dụ viettel.")],
    round_on: Annotated[
        str | None, typer.Option("--round", metavar="YYYY-MM-DD", help="Kỳ báo cáo; mặc định là kỳ hiện tại.")
    ] = None,
    out: Annotated[
        Path | None, typer.Option(metavar="TỆP", help="Nơi ghi; mặc định là thư mục đang đứng.")
    ] = None,
    as_json: AsJson = False,
) -> None:
    """Tạo mẫu báo cáo (XLSX) cho một nhà mạng và một kỳ."""
    known = carrier_by_code()[known_carrier(carrier)]
    form = _form(known, round_day(round_on) if round_on else datetime.now(LOCAL_ZONE).date())
    path = out or Path(form.file_name)
    if not path.parent.is_dir():
        raise typer.BadParameter(f"không có thư mục “{path.parent}”")
    path.write_bytes(template_as_xlsx(form))
    if as_json:
        typer.echo(json.dumps(_as_json(form, path), ensure_ascii=False, indent=2))
    else:
        typer.echo(f"Đã ghi mẫu báo cáo của {known.name}, kỳ {day_text(form.round_on)}: {path}")


def _form(carrier: Carrier, day: date) -> Form:
    """Of the round that a day names; with the figures reported last, where there is a database."""
    if not (home() / DATABASE_NAME).exists():
        return Form(carrier, round_of(day))
    with reading_store() as store, store.reader() as cursor:
        return form_for(cursor, carrier, read_calendar(cursor).round_of(day))


def _as_json(form: Form, path: Path) -> dict[str, Any]:
    return {
        "file": str(path),
        "carrier": form.carrier.code,
        "round": form.round_on.isoformat(),
        "due_at": form.due_at.isoformat(),
        "communes": len(communes()),
        "previous_round": form.previous.round_on.isoformat() if form.previous else None,
    }
