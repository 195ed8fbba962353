"""POST /api/v1/reports: every answer as it should be, and as the description says."""

import json
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
from jsonschema import Draft202012Validator
from starlette.testclient import TestClient

from dashboard.intake.finding import Severity
from dashboard.intake.journal import read_entries
from dashboard.intake.receipt import Status
from dashboard.intake.tokens import new_token, withdrawal
from dashboard.settings import settings
from dashboard.store.database import Store
from dashboard.store.decisions import decide
from dashboard.web.api import reports
from dashboard.web.api.allowance import MOST_WRONG_TOKENS, Allowance
from dashboard.web.api.body import FILE_TYPES
from dashboard.web.api.refusal import MESSAGES, STATUS_CODES
from dashboard.web.api.reports import description

PATH = "/api/v1/reports"
GOOD, BAD = "wintel_2026-11-11.csv", "bad/sum_mismatch.xlsx"


@pytest.fixture(autouse=True)
def allowance(monkeypatch: pytest.MonkeyPatch) -> None:
    """Nobody has sent anything yet."""
    monkeypatch.setattr(reports, "ALLOWANCE", Allowance())


@pytest.fixture
def key(empty: Store) -> dict[str, str]:
    """Wintel's token, as its program sends it."""
    return key_of("wintel", empty)


def key_of(carrier_code: str, store: Store) -> dict[str, str]:
    text, draft = new_token(carrier_code, "test")
    decide(store, draft)
    return {"Authorization": f"Bearer {text}"}


@pytest.fixture
def files(examples: Path) -> dict[str, bytes]:
    return {name: (examples / name).read_bytes() for name in (GOOD, BAD)}


def described(answer: Any) -> dict[str, Any]:
    """The answer's JSON, which has to be what the description promises for its code."""
    promised = description()["paths"][PATH]["post"]["responses"][str(answer.status_code)]
    schema = promised["content"]["application/json"]["schema"]
    whole = {"components": description()["components"], **schema}
    said: dict[str, Any] = answer.json()
    Draft202012Validator(whole, format_checker=Draft202012Validator.FORMAT_CHECKER).validate(said)
    assert {name.lower() for name in promised.get("headers", {})} <= set(answer.headers)
    assert answer.headers["cache-control"] == "no-store"
    return said


def test_a_report_as_it_is_gets_201_then_409(client: TestClient, key: Any, files: Any, empty: Store):
    send = {
        "url": f"{PATH}?file_name={GOOD}",
        "content": files[GOOD],
        "headers": key | {"Content-Type": "text/csv"},
    }
    first = client.post(**send)
    assert first.status_code == 201
    receipt = described(first)
    assert (receipt["file"], receipt["status"], receipt["carrier"]) == (GOOD, "accepted", "wintel")
    assert (receipt["way"], receipt["submission"]) == ("api", "00000002")
    again = client.post(**send)
    assert again.status_code == 409
    assert described(again)["status"] == "duplicate"
    [entry] = read_entries(empty.home)
    assert entry.given_carrier_code == "wintel"
    assert entry.taken_in_by.startswith("mã truy cập ")


def test_in_a_form_with_its_fields_and_first_only_to_be_checked(
    client: TestClient, key: Any, files: Any, empty: Store
):
    form = {"files": {"file": (f"C:\\reports\\{GOOD}", files[GOOD])}, "headers": key}
    dry = client.post(PATH, data={"dry_run": "true", "round": "2026-11-12"}, **form)
    assert dry.status_code == 200
    assert described(dry)["submission"] is None
    assert read_entries(empty.home) == ()
    real = client.post(PATH, data={"round": "2026-11-11"}, **form)
    assert real.status_code == 201
    assert described(real)["file"] == GOOD


def test_a_refused_file_gets_422_with_its_findings_and_is_kept(
    client: TestClient, key: Any, files: Any, empty: Store
):
    answer = client.post(PATH, files={"file": ("a.xlsx", files[BAD])}, headers=key)
    assert answer.status_code == 422
    assert "sum_mismatch" in {finding["rule"] for finding in described(answer)["findings"]}
    assert [str(entry.act) for entry in read_entries(empty.home)] == ["refused"]


@pytest.mark.parametrize(
    "content", [b"", b"\x00" * 50, b"%PDF-1.4", b"PK\x03\x04" + b"\xff" * 500, b"\xff\xfe\x00"]
)
def test_whatever_else_is_sent_is_refused_with_findings(client: TestClient, key: Any, content: bytes):
    headers = key | {"Content-Type": "application/octet-stream"}
    answer = client.post(PATH, content=content, headers=headers)
    assert answer.status_code == 422
    assert described(answer)["findings"]


def test_a_carriers_token_writes_no_other_carriers_report(
    client: TestClient, key: Any, examples: Path, empty: Store
):
    content = (examples / "viettel_2026-11-11.xlsx").read_bytes()
    named = client.post(PATH, files={"file": ("viettel_2026-11-11.xlsx", content)}, headers=key)
    assert named.status_code == 422
    assert described(named)["carrier"] == "wintel"
    asked = client.post(f"{PATH}?carrier=viettel", files={"file": ("a.xlsx", content)}, headers=key)
    assert asked.status_code == 403
    assert described(asked)["error"]["code"] == "forbidden"
    assert {entry.carrier_code for entry in read_entries(empty.home)} == {"wintel"}


@pytest.mark.parametrize(
    "said", ["", "Bearer", "Bearer xt_0_0", "Basic eA==", "{token}", "Token {token}", "Bearer é"]
)
def test_without_the_right_token_401_and_nothing_is_read(client: TestClient, key: Any, said: str):
    token = key["Authorization"].removeprefix("Bearer ")
    headers = {"Authorization": said.format(token=token).encode()} if said else {}
    answer = client.post(PATH, content=b"x" * (2 << 20), headers=headers)
    assert answer.status_code == 401
    described(answer)
    assert answer.headers["www-authenticate"] == "Bearer"


def test_a_revoked_token_opens_nothing(client: TestClient, key: Any, empty: Store, files: Any):
    decide(empty, withdrawal(key["Authorization"].split("_")[1], "x", "lost"))
    assert client.post(PATH, files={"file": (GOOD, files[GOOD])}, headers=key).status_code == 401


def test_who_guesses_tokens_is_told_to_wait_and_who_has_one_is_not(client: TestClient, key: Any, files: Any):
    codes = [client.post(PATH).status_code for _ in range(MOST_WRONG_TOKENS + 1)]
    assert codes == [401] * MOST_WRONG_TOKENS + [429]
    assert client.post(PATH, files={"file": (GOOD, files[GOOD])}, headers=key).status_code == 201


def test_too_many_files_429_with_the_time_to_wait(
    client: TestClient, key: Any, monkeypatch: pytest.MonkeyPatch, files: Any
):
    monkeypatch.setenv("DASHBOARD_API_FILES_PER_HOUR", "1")
    settings.cache_clear()
    send = {"files": {"file": (GOOD, files[GOOD])}, "headers": key}
    assert client.post(PATH, **send).status_code == 201
    answer = client.post(PATH, **send)
    assert answer.status_code == 429
    described(answer)
    assert 3500 < int(answer.headers["retry-after"]) <= 3600


@pytest.mark.parametrize(
    ("is_form", "is_chunked"), [(True, True), (True, False), (False, True), (False, False)]
)
def test_a_file_beyond_the_limit_413_whether_its_length_is_told_or_not(
    client: TestClient, key: Any, *, is_form: bool, is_chunked: bool, empty: Store
):
    start = (
        b'--x\r\nContent-Disposition: form-data; name="file"; filename="a.csv"\r\n\r\n' if is_form else b""
    )

    def body() -> Iterator[bytes]:
        yield start
        for _ in range(30):
            yield bytes(1 << 20)

    kind = "multipart/form-data; boundary=x" if is_form else "application/octet-stream"
    length = {} if is_chunked else {"Content-Length": str(len(start) + (30 << 20))}
    answer = client.post(PATH, content=body(), headers=key | {"Content-Type": kind} | length)
    assert answer.status_code == 413
    described(answer)
    assert not (empty.home / "archive").exists()


@pytest.mark.parametrize(
    ("sent", "code"),
    [
        ({"content": b"x", "headers": {"Content-Type": "image/png"}}, 415),
        ({"content": b"x"}, 415),
        ({"content": b"x", "headers": {"Content-Type": "multipart/form-data"}}, 400),
        ({"content": b"x", "headers": {"Content-Type": "multipart/form-data; boundary=b"}}, 400),
        ({"files": {"a": ("a.csv", b"x"), "b": ("b.csv", b"x")}}, 400),
        ({"files": {"file": (None, b"x")}}, 400),
        ({"files": {"file": ("a.csv", b"x")}, "data": {"round": "11/11/2026"}}, 400),
        ({"files": {"file": ("a.csv", b"x")}, "data": {"round": "9999-12-31"}}, 400),
        ({"files": {"file": ("a.csv", b"x")}, "data": {"dry_run": "maybe"}}, 400),
        ({"files": {"file": ("a.csv", b"x")}, "data": {"round": "2" * 5000}}, 400),
        ({"files": {"file": ("a.csv", b"x")}, "data": dict.fromkeys("abcdefgh", "1")}, 400),
    ],
)
def test_what_is_no_proper_request_says_why(client: TestClient, key: Any, sent: dict[str, Any], code: int):
    headers = key | sent.pop("headers", {})
    answer = client.post(PATH, headers=headers, **sent)
    assert answer.status_code == code
    assert described(answer)["error"]["message"]


@pytest.mark.parametrize("letters", ["unicode_escape", "undefined", "utf-16", "no-such"])
def test_a_form_in_letters_other_than_utf_8_is_refused(client: TestClient, key: Any, letters: str):
    parts = {"carrier": b"\\ud800", "round": b"\\ud800"}
    fields = b"".join(
        f'--b\r\nContent-Disposition: form-data; name="{name}"\r\n\r\n'.encode() + value + b"\r\n"
        for name, value in parts.items()
    )
    headers = key | {"Content-Type": f"multipart/form-data; boundary=b; charset={letters}"}
    answer = client.post(PATH, headers=headers, content=fields + b"--b--\r\n")
    assert answer.status_code == 400
    assert "UTF-8" in described(answer)["error"]["message"]


@pytest.mark.parametrize(
    "name", ["../../etc/passwd", "..\\x.csv", "a\u202egnp.csv", "\x00", "con.csv", "x" * 500]
)
def test_a_files_name_leads_nowhere(client: TestClient, key: Any, name: str):
    headers = key | {"Content-Type": "text/csv"}
    answer = client.post(PATH, params={"file_name": name}, content=b"x", headers=headers)
    kept = described(answer)["file"]
    assert not set(kept) & set("/\\\x00\u202e")
    assert 0 < len(kept) <= 200


def test_only_post_is_answered(client: TestClient, empty: Store):
    assert {client.request(method, PATH).status_code for method in ("GET", "PUT", "DELETE", "PATCH")} == {405}


def test_the_description_is_served_and_names_what_there_is(client: TestClient, empty: Store):
    served = client.get("/api/v1/openapi.json")
    assert served.json() == description()
    schemas = description()["components"]["schemas"]
    assert schemas["Receipt"]["properties"]["status"]["enum"] == [status.value for status in Status]
    assert set(schemas["Finding"]["properties"]["severity"]["enum"]) == {it.value for it in Severity}
    assert schemas["Error"]["properties"]["error"]["properties"]["code"]["enum"] == list(MESSAGES)
    operation = description()["paths"][PATH]["post"]
    assert set(operation["requestBody"]["content"]) == {"multipart/form-data", *FILE_TYPES}
    assert set(map(str, STATUS_CODES.values())) <= set(operation["responses"])
    defaults = f"{settings().api_files_per_hour} tệp mỗi giờ, {settings().api_mib_per_day} MiB mỗi ngày"
    assert defaults in operation["responses"]["429"]["description"]
    for schema in schemas.values():
        Draft202012Validator.check_schema(schema)
    assert json.dumps(description())
