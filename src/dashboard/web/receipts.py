"""Receipts and correction workbooks by an address: of every file that the journal tells of."""

import json
from urllib.parse import quote

from starlette.requests import Request
from starlette.responses import Response

from dashboard.briefing.correction import can_be_corrected, correction_of
from dashboard.briefing.receipt import receipt_name, receipt_workbook
from dashboard.briefing.receipt_words import doubts, review_words
from dashboard.intake.journal import read_entries
from dashboard.intake.receipts import RemadeReceipt, remake_receipt
from dashboard.intake.sender_sees import remade_as_sender_sees
from dashboard.web.downloads import MEDIA_TYPES
from dashboard.web.gate import viewer_in
from dashboard.web.live import live

JSON_TYPE = "application/json"


def serve_receipt(request: Request) -> Response:
    """GET /receipts/{submission_id}.{kind}: a receipt made again, as xlsx or json; 404 for another."""
    remade = _remade(request)
    kind = request.path_params["kind"]
    if remade is None or kind not in ("xlsx", "json"):
        return Response(status_code=404)
    name = receipt_name(remade.receipt, kind)
    if kind == "json":
        return _file(json.dumps(remade.as_json(), ensure_ascii=False).encode(), name, JSON_TYPE)
    return _file(
        receipt_workbook(remade.receipt, (*doubts(remade), *review_words(remade))), name, MEDIA_TYPES[kind]
    )


def serve_correction(request: Request) -> Response:
    """GET /receipts/{submission_id}/correction.xlsx: the file, its faults marked; 404 without any."""
    remade = _remade(request)
    examination = remade.examination if remade else None
    if examination is None or not can_be_corrected(examination):
        return Response(status_code=404)
    made = correction_of(examination)
    return _file(made.content, made.file_name, MEDIA_TYPES["xlsx"])


def _remade(request: Request) -> RemadeReceipt | None:
    """None also for the file of another carrier: that it is there is not theirs to know."""
    store, submission_id = live().store, request.path_params["submission_id"]
    found = (entry for entry in read_entries(store.home) if entry.submission_id == submission_id)
    entry = next(found, None)
    viewer = viewer_in(request.scope)
    if entry is None or viewer is None or not viewer.may_see_files_of(entry.carrier_code):
        return None
    remade = remake_receipt(entry, store)
    return remade if viewer.sees_every_carrier else remade_as_sender_sees(remade)


def _file(content: bytes, name: str, media_type: str) -> Response:
    """A download; its name, which may be a sender's, in an encoding that headers can carry (RFC 5987)."""
    disposition = f"attachment; filename*=UTF-8''{quote(name, safe='')}"
    headers = {"Content-Disposition": disposition, "Cache-Control": "no-store"}
    return Response(content, media_type=media_type, headers=headers)
