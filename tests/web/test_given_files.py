"""A file that Streamlit keeps goes to the sign-in session that was told of it, and to nobody else."""

import pytest
from starlette.applications import Starlette
from starlette.requests import Request
from starlette.responses import PlainTextResponse
from starlette.routing import Route, WebSocketRoute
from starlette.testclient import TestClient
from starlette.websockets import WebSocket
from streamlit.proto.BackMsg_pb2 import BackMsg
from streamlit.proto.ForwardMsg_pb2 import ForwardMsg
from streamlit.runtime.media_file_storage import MediaFileKind
from streamlit.runtime.memory_media_file_storage import MemoryMediaFileStorage

from dashboard.access.roles import Role
from dashboard.store.database import Store
from dashboard.views.streamlit_files import streamlit_files, told_in
from dashboard.web.given_files import MOST_NAMES, MOST_SESSIONS, NOT_GIVEN, GivenFiles, name_in
from dashboard.web.routes import middleware
from tests.web.near import near
from tests.web.shared import make_accounts, shared_settings, signed_in_as  # noqa: F401

BUTTON, PAGE = "0" * 32, "4f1c8e0a-page"
FILE, LATER, WORDS = (f"/media/{letter * 32}.xlsx" for letter in "abc")


def button(address: str) -> ForwardMsg:
    message = ForwardMsg()
    message.delta.new_element.download_button.url = address
    return message


def later_button() -> ForwardMsg:
    message = ForwardMsg()
    message.delta.new_element.download_button.deferred_file_id = BUTTON
    return message


def click(button: str) -> bytes:
    message = BackMsg()
    message.backend_operation_request.deferred_file.file_id = button
    return message.SerializeToString()


def answer_to_a_click(address: str) -> ForwardMsg:
    message = ForwardMsg()
    message.backend_operation_response.deferred_file.url = address
    return message


def words(text: str) -> ForwardMsg:
    message = ForwardMsg()
    message.delta.new_element.markdown.body = text
    return message


async def page(socket: WebSocket) -> None:
    """What Streamlit tells a page: buttons, words of somebody's, and the answer to a click."""
    await socket.accept()
    if "la" not in socket.query_params:
        begun = ForwardMsg()
        begun.new_session.initialize.session_id = PAGE
        for message in (begun, button(FILE), later_button(), words(WORDS)):
            await socket.send_bytes(message.SerializeToString())
    asked = BackMsg.FromString(await socket.receive_bytes())
    if asked.backend_operation_request.deferred_file.file_id == BUTTON:
        await socket.send_bytes(answer_to_a_click(LATER).SerializeToString())
    elif asked.clear_cache:
        await socket.send_json(socket.headers["sec-websocket-protocol"].split(", "))
    else:
        await socket.send_text("không phải tải tệp")
    await socket.close()


async def file(_request: Request) -> PlainTextResponse:
    return PlainTextResponse("số liệu")


@pytest.fixture
def served(filled: Store, shared: None) -> TestClient:
    make_accounts(filled)
    routes = [WebSocketRoute("/_stcore/stream", page), Route("/media/{file_id:path}", file)]
    return near(Starlette(routes=routes, middleware=middleware(talk=streamlit_files())))


def opened_by(served: TestClient, cookies: dict[str, str]) -> None:
    served.cookies = cookies
    with served.websocket_connect("ws://127.0.0.1/_stcore/stream") as socket:
        for _ in range(4):
            socket.receive_bytes()
        socket.send_bytes(click(BUTTON))
        assert LATER.encode() in socket.receive_bytes()


def test_of_an_officers_file_a_carrier_has_nothing_whatever_it_knows(filled: Store, served: TestClient):
    officer, carrier = signed_in_as(filled, Role.OFFICER), signed_in_as(filled, Role.CARRIER)
    opened_by(served, officer)
    for cookies, code in ((officer, 200), (carrier, 403), (signed_in_as(filled, Role.OFFICER), 403)):
        served.cookies = cookies
        answers = [served.get(address) for address in (FILE, LATER)]
        assert [answer.status_code for answer in answers] == [code, code]
        assert ("số liệu" in answers[0].text, answers[0].text == NOT_GIVEN) == (code == 200, code == 403)
    served.cookies = {}
    assert served.get(FILE).status_code == 401


def test_who_was_told_of_no_button_presses_none(filled: Store, served: TestClient):
    opened_by(served, signed_in_as(filled, Role.OFFICER))
    served.cookies = signed_in_as(filled, Role.CARRIER)
    with served.websocket_connect("ws://127.0.0.1/_stcore/stream?la=1") as socket:
        socket.send_bytes(click(BUTTON))
        socket.send_bytes(BackMsg(load_git_info=True).SerializeToString())
        assert socket.receive_text() == "không phải tải tệp"


def test_a_page_is_resumed_by_the_sign_in_that_began_it_alone(filled: Store, served: TestClient):
    """What somebody typed or chose stays with them, also on a machine that two people use."""
    officer = signed_in_as(filled, Role.OFFICER)
    opened_by(served, officer)
    for cookies, protocols in ((officer, ["streamlit", "x", PAGE]), (None, ["streamlit", "x"])):
        served.cookies = cookies or signed_in_as(filled, Role.OFFICER)
        address = "ws://127.0.0.1/_stcore/stream?la=1"
        with served.websocket_connect(address, subprotocols=["streamlit", "x", PAGE]) as socket:
            socket.send_bytes(BackMsg(clear_cache=True).SerializeToString())
            assert socket.receive_json() == protocols


def test_words_that_look_like_an_address_give_nobody_the_file(filled: Store, served: TestClient):
    opened_by(served, signed_in_as(filled, Role.CARRIER))
    assert served.get(WORDS).status_code == 403
    assert [served.get(f"{FILE}{tail}").status_code for tail in ("/x", ".x", "%00")] == [403] * 3


def test_at_one_machine_every_file_is_its_persons(filled: Store):
    app = Starlette(routes=[Route("/media/{file_id:path}", file)], middleware=middleware())
    assert near(app).get(FILE).text == "số liệu"


def test_what_is_remembered_has_an_end():
    guard = GivenFiles(Starlette())
    guard._note("a", map(str, range(MOST_NAMES + 5)))
    assert (len(guard._told["a"]), "0" in guard._told["a"]) == (MOST_NAMES, False)
    for number in range(MOST_SESSIONS + 5):
        guard._note(f"s{number}", ["x"])
    assert (len(guard._told), "a" in guard._told) == (MOST_SESSIONS, False)


def test_an_address_is_read_as_streamlit_writes_it():
    storage = MemoryMediaFileStorage("/media")
    for content in (b"x", b"x" * 2**21):  # the name of a large file is made in another way
        name = storage.load_and_get_id(content, "text/csv", MediaFileKind.DOWNLOADABLE, "số liệu.csv")
        assert name_in(storage.get_url(name)) == name
    assert [name_in(text) for text in ("/media/../x", f"x{FILE}", "")] == ["", "", ""]
    assert told_in(b"/media/ is no message") == ()
