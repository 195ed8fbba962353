"""POST /api/v1/reports: one report in, its receipt out; GET /api/v1/openapi.json describes it."""

import json
from collections.abc import Mapping
from datetime import date, datetime
from functools import cache
from pathlib import Path

from starlette.concurrency import run_in_threadpool
from starlette.requests import Request
from starlette.responses import JSONResponse, Response

from dashboard.intake.receipt import Receipt, Status
from dashboard.intake.request import IntakeRequest
from dashboard.intake.sender_sees import as_sender_sees
from dashboard.intake.several import take_in_each
from dashboard.intake.tokens import Token, token_of
from dashboard.settings import LOCAL_ZONE
from dashboard.store.database import Store
from dashboard.web.api.allowance import Allowance
from dashboard.web.api.body import Sent, sent_in
from dashboard.web.api.refusal import NO_STORE, RefusedError
from dashboard.web.live import live

WAY = "api"
FIRST_YEAR, LAST_YEAR = 2020, 2099  # beyond these a day is a slip, as on the command line
YES, NO = {"1", "true"}, {"", "0", "false"}
ALLOWANCE = Allowance()


async def serve_reports(request: Request) -> Response:
    """A report for the carrier of the token.

    201 with the receipt where it is taken in, 200 where it was only to be checked, 409 for bytes taken in
    before, 422 with the findings where it is refused; otherwise what refusal.py lists.
    """
    try:
        token = await run_in_threadpool(_token_in, request)
        if live().first_start.is_running:
            raise RefusedError("unavailable", headers={"Retry-After": "60"})
        with ALLOWANCE.sending(token.key):
            sent = await sent_in(request)
            ALLOWANCE.received(token.key, len(sent.content))
            asked, is_dry = _asked(sent, token)
            receipt = await run_in_threadpool(_receipt_for, asked, live().store, is_dry=is_dry)
    except RefusedError as refused:
        return refused.answer()
    seen = as_sender_sees(receipt)
    return JSONResponse(seen.as_json(), _code_of(receipt, is_dry=is_dry), headers=NO_STORE)


def serve_openapi(_request: Request) -> Response:
    """GET /api/v1/openapi.json: what may be sent and what is answered, for anybody."""
    return Response(openapi_json(), media_type="application/json")


@cache
def openapi_json() -> str:
    """The description as it lies beside this module."""
    return Path(__file__).with_name("openapi.json").read_text(encoding="utf-8")


def _token_in(request: Request) -> Token:
    scheme, _, text = request.headers.get("authorization", "").partition(" ")
    with live().store.reader() as cursor:
        token = token_of(text.strip(), cursor)
    if token is None or scheme.lower() != "bearer":
        ALLOWANCE.wrong_token(request.client.host if request.client else "")
        raise RefusedError("unauthorised", headers={"WWW-Authenticate": "Bearer"})
    return token


def _asked(sent: Sent, token: Token) -> tuple[IntakeRequest, bool]:
    carrier = sent.fields.get("carrier", token.carrier_code).lower()
    if carrier != token.carrier_code:
        raise RefusedError("forbidden", carrier[:50])
    dry_run = sent.fields.get("dry_run", "").lower()
    if dry_run not in YES | NO:
        raise RefusedError("bad_request", "dry_run phải là true hoặc false")
    request = IntakeRequest(
        file_name=sent.file_name,
        content=sent.content,
        received_at=datetime.now(LOCAL_ZONE),
        taken_in_by=f"mã truy cập {token.key}",
        way=WAY,
        carrier_code=token.carrier_code,
        round_on=_round_in(sent.fields),
    )
    return request, dry_run in YES


def _round_in(fields: Mapping[str, str]) -> date | None:
    if "round" not in fields:
        return None
    try:
        day = date.fromisoformat(fields["round"])
    except ValueError as error:
        raise RefusedError("bad_request", "round phải có dạng YYYY-MM-DD") from error
    if not FIRST_YEAR <= day.year <= LAST_YEAR:
        raise RefusedError("bad_request", f"năm của round phải từ {FIRST_YEAR} đến {LAST_YEAR}")
    return day


def _receipt_for(request: IntakeRequest, store: Store, *, is_dry: bool) -> Receipt:
    (receipt,) = take_in_each([(request, None)], store, dry_run=is_dry)
    return receipt


def _code_of(receipt: Receipt, *, is_dry: bool) -> int:
    if receipt.status.is_accepted:
        return 200 if is_dry else 201
    return 409 if receipt.status is Status.DUPLICATE else 422


def description() -> dict[str, object]:
    """The description as data."""
    read: dict[str, object] = json.loads(openapi_json())
    return read
