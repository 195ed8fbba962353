"""Which route answers what, and what surrounds Streamlit: start, stop, preload hints."""

import sys
from collections.abc import AsyncIterator, Callable
from contextlib import AbstractAsyncContextManager, asynccontextmanager
from typing import Any

from starlette.middleware import Middleware
from starlette.routing import Route

from dashboard.access.sign_in import SignInError, check_address
from dashboard.store.database import StoreBusyError
from dashboard.store.origin import Origin, coming_from
from dashboard.upkeep.going_back import UNREADABLE, refusal_words
from dashboard.upkeep.policy_changes import notice_policy
from dashboard.web.api.reports import serve_openapi, serve_reports
from dashboard.web.assets import assets, serve_asset
from dashboard.web.at_once import send_at_once
from dashboard.web.backup_watch import BackupWatch
from dashboard.web.callback import Provider
from dashboard.web.came_from import CameFrom
from dashboard.web.downloads import serve_table, serve_words
from dashboard.web.every_answer import EveryAnswer
from dashboard.web.figures import serve_context, serve_figures, serve_polygons
from dashboard.web.floods import Floods
from dashboard.web.foreign_pages import NoForeignPages
from dashboard.web.gate import Gate
from dashboard.web.given_files import GivenFiles, Talk
from dashboard.web.handover import open_handover
from dashboard.web.health import serve_health
from dashboard.web.inbox_watch import InboxWatch
from dashboard.web.live import live
from dashboard.web.logs import begin_logging, end_logging
from dashboard.web.map_series import serve_series
from dashboard.web.meetings import serve_meeting, serve_minutes
from dashboard.web.metrics import serve_metrics
from dashboard.web.observed import Observed, WhoAsked
from dashboard.web.page_head import HeadOfPage
from dashboard.web.paper import serve_map
from dashboard.web.receipts import serve_correction, serve_receipt
from dashboard.web.saved_views import serve_views
from dashboard.web.sign_in import serve_session, serve_sign_in, serve_sign_out, serve_start
from dashboard.web.support_marks import serve_marks
from dashboard.web.warm import WarmUp

BUSY = "Cơ sở dữ liệu {error} đang được chương trình khác sử dụng. Hãy tắt chương trình đó rồi mở lại."


def routes() -> list[Route]:
    """Own routes; Streamlit keeps `/_stcore`, `/media`, `/component` and `/static` for itself."""
    return [
        Route("/assets/{version}/{name:path}", serve_asset),
        Route("/board/{version}", serve_figures),
        Route("/series/{version}", serve_series),
        Route("/context/{version}.json", serve_context),
        Route("/layers/{layer_id}.json", serve_polygons),
        Route("/meetings/{key}.json", serve_meeting),
        Route("/meetings/{key}/decisions.xlsx", serve_minutes),
        Route("/support/marks.json", serve_marks),
        Route("/views.json", serve_views),
        Route("/export/words", serve_words),
        Route("/export/map.{form}", serve_map),
        Route("/export/{table}.{kind}", serve_table),
        Route("/receipts/{submission_id}/correction.xlsx", serve_correction),
        Route("/receipts/{submission_id}.{kind}", serve_receipt),
        Route("/healthz", serve_health),
        Route("/metrics", serve_metrics),
        Route("/dang-nhap", serve_sign_in),
        Route("/dang-nhap/tiep", serve_start),
        Route("/dang-xuat", serve_sign_out),
        Route("/phien", serve_session),
        Route("/api/v1/reports", serve_reports, methods=["POST"]),
        Route("/api/v1/openapi.json", serve_openapi),
    ]


def middleware(provider: Provider | None = None, talk: Talk | None = None) -> list[Middleware]:
    """What every request passes before Streamlit sees it: `provider` is the sign-in, where there is one, and
    `talk` how Streamlit tells browsers of files."""
    gate = Middleware(Gate, provider=provider)
    return [
        Middleware(Observed),
        Middleware(EveryAnswer),
        Middleware(NoForeignPages),
        Middleware(CameFrom),
        gate,
        Middleware(WhoAsked),
        Middleware(GivenFiles, talk=talk),
        Middleware(Floods),
        Middleware(HeadOfPage),
    ]


def refuse_unsafe_address(address: str | None) -> None:
    """Ends the program where others could reach it without signing in, or the sign-in is set up in part.

    `address` is the server's setting; None for every address of the machine.
    """
    try:
        check_address(address)
    except SignInError as error:
        sys.exit(str(error))


def refuse_unreadable_data() -> None:
    """Ends the program with a sentence where another owns the data, or a newer one has written it.

    Before the server starts: what fails in its start is told as a traceback.
    """
    try:
        live()
    except StoreBusyError as error:
        sys.exit(BUSY.format(error=error))
    except UNREADABLE as error:
        sys.exit(refusal_words(error))


@asynccontextmanager
async def _lifespan(_app: Any) -> AsyncIterator[dict[str, Any]]:
    send_at_once()
    assets()  # packed before the first visitor has to wait for it
    opened = live()
    log = begin_logging(opened.store.home)
    with coming_from(Origin("app")):
        notice_policy(opened.store)
    handover, inbox = open_handover(opened.store), InboxWatch(opened.store, opened.first_start)
    backups, warm_up = BackupWatch(opened.store, opened.first_start), WarmUp(opened.store)
    warm_up.start()
    inbox.start()
    backups.start()
    try:
        yield {}
    finally:
        backups.stop()
        inbox.stop()
        handover.stop()
        warm_up.stop()
        opened.store.close()
        end_logging(log)


lifespan: Callable[[Any], AbstractAsyncContextManager[dict[str, Any]]] = _lifespan
