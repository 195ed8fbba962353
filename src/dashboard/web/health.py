"""GET /healthz: what is up and how old the data is; no figure, no name, so anybody may ask."""

from datetime import UTC, datetime

import duckdb
from starlette.requests import Request
from starlette.responses import JSONResponse, Response

from dashboard.intake.receipt import program_version
from dashboard.store.questions import ask
from dashboard.upkeep.daily import last_backup_at
from dashboard.web.live import live

NO_STORE = {"Cache-Control": "no-store"}
UP_SINCE = datetime.now(UTC)


def serve_health(_request: Request) -> Response:
    """Up: 200 with {status: ok | starting, version, up_since, last_received_at, data_age_seconds,
    last_backup_at}; 503 with status "down" where the database does not answer. Times are ISO 8601, null for
    never."""
    opened = live()
    try:
        with opened.store.reader() as cursor:
            received: datetime | None = ask(cursor, "upkeep/last_received")["received_at"][0].as_py()
    except duckdb.Error:
        return JSONResponse({"status": "down"}, 503, headers=NO_STORE)
    saved = last_backup_at(opened.store.home)
    answer = {
        "status": "starting" if opened.first_start.is_running else "ok",
        "version": program_version(),
        "up_since": UP_SINCE.isoformat(timespec="seconds"),
        "last_received_at": received.isoformat() if received else None,
        "data_age_seconds": int((datetime.now(UTC) - received).total_seconds()) if received else None,
        "last_backup_at": saved.isoformat() if saved else None,
    }
    return JSONResponse(answer, headers=NO_STORE)
