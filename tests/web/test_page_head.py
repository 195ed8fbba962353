"""Hints for the browser in pages, and in nothing else."""

import re

import pytest
from starlette.applications import Starlette
from starlette.requests import Request
from starlette.responses import HTMLResponse, JSONResponse, PlainTextResponse, Response, StreamingResponse
from starlette.routing import Route
from starlette.testclient import TestClient

from dashboard.store.database import Store
from dashboard.web import figures
from dashboard.web.assets import assets_url
from dashboard.web.routes import middleware, routes
from tests.web.near import near

PAGE = '<!doctype html><html lang="en"><head><title>Trang</title></head><body>xin chào</body></html>'


async def in_parts(_: Request) -> Response:
    return StreamingResponse(iter([PAGE[:30], PAGE[30:]]), media_type="text/html")


def asking() -> TestClient:
    """A server with a page beside our routes, as Streamlit's stand there."""
    own = [
        Route("/", lambda _: HTMLResponse(PAGE)),
        Route("/hop", lambda _: HTMLResponse(PAGE)),
        Route("/ban-do", in_parts),
        Route("/missing", lambda _: HTMLResponse(PAGE, status_code=404)),
        Route(
            "/packed",
            lambda _: Response(b"\x1f\x8b", media_type="text/html", headers={"content-encoding": "gzip"}),
        ),
        Route("/data", lambda _: JSONResponse({"html": "<head>"})),
        Route("/text", lambda _: PlainTextResponse("<head>")),
    ]
    return near(Starlette(routes=[*own, *routes()], middleware=middleware()))


def test_a_page_names_the_boards_files_and_speaks_vietnamese(filled: Store):
    answer = asking().get("/")
    assert f'href="{assets_url()}board.js"' in answer.text
    assert '<html lang="vi"' in answer.text
    assert "<title>Trang</title>" in answer.text
    assert answer.text.endswith("<body>xin chào</body></html>")


def test_everything_that_is_hinted_at_is_there(filled: Store):
    client = asking()
    hinted = re.findall(r'href="([^"]+)"', client.get("/").text)
    assert len(hinted) > 3
    assert {path: client.get(path).status_code for path in hinted} == dict.fromkeys(hinted, 200)


def test_a_meeting_is_hinted_at_without_the_board_and_the_board_without_the_meeting(filled: Store):
    client = asking()
    board, meeting = (client.get(path).text for path in ("/", "/hop"))
    assert "meeting/meeting.js" not in board
    assert "plotly" in board
    assert f'href="{assets_url()}meeting/meeting.js"' in meeting
    assert "plotly" not in meeting
    hinted = re.findall(r'href="([^"]+)"', meeting)
    assert {client.get(path).status_code for path in hinted} == {200}


def test_a_page_without_a_map_is_not_told_of_one(filled: Store):
    app = Starlette(routes=[Route("/bao-cao", lambda _: HTMLResponse(PAGE))], middleware=middleware())
    assert "plotly" not in near(app).get("/bao-cao").text


def test_the_length_told_is_the_length_sent(filled: Store):
    for path in ("/", "/ban-do"):
        answer = asking().get(path)
        assert int(answer.headers["content-length"]) == len(answer.content)


def test_a_page_in_parts_is_put_together(filled: Store):
    client = asking()
    assert client.get("/ban-do").content == client.get("/").content


def test_status_and_other_answers_pass_untouched(filled: Store):
    client = asking()
    assert client.get("/missing").status_code == 404
    assert client.get("/data").json() == {"html": "<head>"}
    assert client.get("/text").text == "<head>"


def test_a_page_that_is_packed_already_is_not_touched(filled: Store):
    with asking().stream("GET", "/packed") as answer:
        assert b"".join(answer.iter_raw()) == b"\x1f\x8b"


def test_an_empty_folder_has_pages_too(empty: Store):
    assert asking().get("/").status_code == 200


def test_a_page_that_would_be_packed_is_asked_for_as_text(filled: Store):
    async def packing(request: Request) -> Response:
        is_packed = "gzip" in request.headers.get("accept-encoding", "")
        return Response(b"\x1f\x8b") if is_packed else HTMLResponse(PAGE)

    app = Starlette(routes=[Route("/ban-do", packing)], middleware=middleware())
    assert "board.js" in near(app).get("/ban-do", headers={"accept-encoding": "gzip"}).text


def test_a_large_layer_is_drawn_without_plotly(filled: Store, monkeypatch: pytest.MonkeyPatch):
    assert "plotly.min.js" in asking().get("/").text
    monkeypatch.setattr(figures, "LARGE_VERTICES_COUNT", 1)
    hinted = asking().get("/").text
    assert "plotly.min.js" not in hinted
    assert f'href="{assets_url()}atlas/canvas_map.js"' in hinted
