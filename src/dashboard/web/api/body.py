"""The file in a request, never more of it in memory than the largest file may have."""

import asyncio
from collections.abc import AsyncGenerator
from dataclasses import dataclass

from python_multipart.multipart import parse_options_header
from starlette.datastructures import UploadFile
from starlette.formparsers import MultiPartException, MultiPartParser
from starlette.requests import ClientDisconnect, Request

from dashboard.intake.inbox.found import plain_name
from dashboard.intake.reading.limits import MIB
from dashboard.settings import settings
from dashboard.web.api.refusal import RefusedError

FILE_TYPES = {
    "application/octet-stream": ".bin",
    "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet": ".xlsx",
    "application/vnd.oasis.opendocument.spreadsheet": ".ods",
    "application/vnd.ms-excel": ".xls",
    "application/vnd.apache.parquet": ".parquet",
    "text/csv": ".csv",
    "text/tab-separated-values": ".tsv",
    "text/plain": ".txt",
}
MULTIPART = "multipart/form-data"
UTF_8 = {b"utf-8", b"utf8", b"us-ascii"}
FIELDS = ("round", "dry_run", "carrier")  # beside the file, in the form or in the address
MOST_FIELD_BYTES = 1024
AROUND_THE_FILE_BYTES = 64 << 10  # boundaries, headers and fields of a form
BODY_SECONDS = 60  # 20 MiB at 3 Mbit/s


@dataclass(frozen=True)
class Sent:
    """A file with its name, and the fields that came beside it."""

    file_name: str
    content: bytes
    fields: dict[str, str]


async def sent_in(request: Request) -> Sent:
    """What a request brings. Raises RefusedError where it is too large, too slow, or not a file."""
    kind = request.headers.get("content-type", "").split(";")[0].strip().lower()
    if kind != MULTIPART and kind not in FILE_TYPES:
        raise RefusedError("unsupported_type", kind[:100])
    try:
        async with asyncio.timeout(BODY_SECONDS):
            return await (_in_form(request) if kind == MULTIPART else _as_it_is(request, kind))
    except TimeoutError as error:
        raise RefusedError("too_slow", str(BODY_SECONDS)) from error
    except ClientDisconnect as error:
        raise RefusedError("bad_request", "kết nối bị ngắt") from error


async def _as_it_is(request: Request, kind: str) -> Sent:
    content = bytearray()
    async for chunk in _bounded(request, 0):
        content += chunk
    given = request.query_params.get("file_name")
    name = plain_name(given.rsplit("/")[-1].rsplit("\\")[-1]) if given else f"bao-cao{FILE_TYPES[kind]}"
    return Sent(name, bytes(content), _fields(dict(request.query_params)))


async def _in_form(request: Request) -> Sent:
    _check_letters(request.headers["content-type"])
    parser = MultiPartParser(
        request.headers,
        _bounded(request, AROUND_THE_FILE_BYTES),
        max_files=1,
        max_fields=len(FIELDS),
        max_part_size=MOST_FIELD_BYTES,
    )
    try:
        form = await parser.parse()
    except MultiPartException as error:
        raise RefusedError(
            "bad_request", "multipart/form-data không đúng, hoặc có nhiều hơn một tệp"
        ) from error
    try:
        files = [value for _, value in form.multi_items() if isinstance(value, UploadFile)]
        if not files:
            raise RefusedError("bad_request", "không có tệp nào trong multipart/form-data")
        content = await files[0].read()
        _check_size(len(content))
    finally:
        await form.close()
    texts = {name: value for name, value in form.multi_items() if isinstance(value, str)}
    name = (files[0].filename or "").rsplit("/")[-1].rsplit("\\")[-1]
    return Sent(plain_name(name or "bao-cao.bin"), content, _fields(dict(request.query_params) | texts))


def _check_letters(kind: str) -> None:
    """Forms are UTF-8 (RFC 7578, 5.1.2); Python has codecs that give halves of letters or nothing at all."""
    _, options = parse_options_header(kind)
    if options.get(b"charset", b"utf-8").lower() not in UTF_8:
        raise RefusedError("bad_request", "multipart/form-data phải là UTF-8")


async def _bounded(request: Request, around_bytes: int) -> AsyncGenerator[bytes, None]:
    most = settings().upload_mib * MIB + around_bytes
    claimed = request.headers.get("content-length", "")
    if claimed.isdigit() and (len(claimed) > 15 or int(claimed) > most):
        _refuse_size()
    read = 0
    async for chunk in request.stream():
        read += len(chunk)
        if read > most:
            _refuse_size()
        yield chunk


def _check_size(size_bytes: int) -> None:
    if size_bytes > settings().upload_mib * MIB:
        _refuse_size()


def _refuse_size() -> None:
    raise RefusedError("too_large", str(settings().upload_mib))


def _fields(given: dict[str, str]) -> dict[str, str]:
    return {name: value for name in FIELDS if (value := given.get(name, "").strip())}
