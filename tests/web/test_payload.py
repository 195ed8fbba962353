"""The payload: what is written is read the same, by a reader of the test's own and by the board's."""

from collections.abc import Mapping
from dataclasses import astuple
from pathlib import Path
from typing import Any

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from playwright.sync_api import Browser, JSHandle, Page

import dashboard.web
from dashboard.web.payload import HEADER_LENGTH_BYTES, CommuneFigure, encode
from tests.web.reading import ABSENT, read_payload

READER_JS = Path(dashboard.web.__file__).parent / "board" / "payload.js"
ORDER = ("14758", "14797", "14812", "14818", "14845", "14848")
LARGEST_COUNT = 2**45  # far above any count; JavaScript's whole numbers end at 2**53, doubled for the sign

counts = st.integers(0, LARGEST_COUNT) | st.integers(0, 300)
behind = st.tuples(st.integers(0, 31), st.booleans(), st.sampled_from([None, "2026-11-04", "2026-10-28"]))


@st.composite
def present_figures(draw: st.DrawFn) -> CommuneFigure:
    total = draw(counts)
    extra = draw(st.none() | st.integers(-LARGEST_COUNT, LARGEST_COUNT) | st.integers(-200, 200))
    mask, is_partly, reported_on = draw(behind)
    return CommuneFigure(total, draw(st.integers(0, total)), extra, mask, is_partly, reported_on)


figures = st.dictionaries(st.sampled_from(ORDER), present_figures() | st.just(ABSENT))
headers = st.fixed_dictionaries({"query": st.text(max_size=20), "version": st.just("abc")})


def with_absent(given_figures: Mapping[str, CommuneFigure]) -> dict[str, CommuneFigure]:
    return {code: given_figures.get(code, ABSENT) for code in ORDER}


@given(headers, figures)
def test_what_is_written_is_read_the_same(header: dict[str, str], sent: dict[str, CommuneFigure]):
    read = read_payload(encode(header, ORDER, sent), ORDER)
    assert read.figures == with_absent(sent)
    assert {key: read.header[key] for key in header} == header


def test_zero_subscribers_are_not_the_same_as_no_report():
    zero = CommuneFigure(0, 0, None, 1, False, None)
    rows = read_payload(encode({}, ORDER, {ORDER[0]: zero}), ORDER).figures
    assert rows[ORDER[0]] == zero
    assert rows[ORDER[1]] == ABSENT


def test_only_communes_that_differ_from_most_are_spelt_out():
    usual, odd = CommuneFigure(9, 1, None, 31, False, None), CommuneFigure(9, 1, None, 15, True, "2026-11-04")
    header = read_payload(encode({}, ORDER, dict.fromkeys(ORDER, usual) | {ORDER[2]: odd}), ORDER).header
    assert header["usual"] == [31, 0, None]
    assert header["odd"] == {ORDER[2]: [15, 1, "2026-11-04"]}


def test_a_province_without_a_report_is_a_header_and_one_byte_a_number():
    payload = encode({}, ORDER, {})
    length = int.from_bytes(payload[:HEADER_LENGTH_BYTES], "little")
    assert len(payload) == HEADER_LENGTH_BYTES + length + 2 * len(ORDER)


@pytest.fixture(scope="module")
def page(browser: Browser) -> Page:
    return browser.new_page()


@pytest.fixture(scope="module")
def board_reader(page: Page) -> JSHandle:
    """The module board/payload.js, in a browser."""
    source = READER_JS.read_text(encoding="utf-8")
    return page.evaluate_handle(
        "source => import(`data:text/javascript,${encodeURIComponent(source)}`)", source
    )


@pytest.mark.browser
@settings(suppress_health_check=[HealthCheck.too_slow], deadline=None)
@given(headers, figures)
def test_the_board_reads_what_is_written(
    board_reader: JSHandle, header: dict[str, str], sent: dict[str, CommuneFigure]
):
    payload = encode(header, ORDER, sent)
    read = board_reader.evaluate(
        """(reader, [bytes, codes]) => {
          const payload = new Uint8Array(bytes);
          return [reader.decode(payload, codes), reader.decodeHeader(payload)];
        }""",
        [list(payload), list(ORDER)],
    )
    assert {key: read[0][key] for key in header} == {key: read[1][key] for key in header} == header
    assert [as_read(one) for one in read[0]["communes"]] == [
        (code, *astuple(figure)) for code, figure in with_absent(sent).items()
    ]


def as_read(commune: dict[str, Any]) -> tuple[Any, ...]:
    """A commune of the board as a figure; what the board adds must fit what it was told."""
    assert commune["present"] == (commune["total"] is not None)
    if commune["present"]:
        assert commune["verified"] == commune["total"] - commune["unverified"]
    names = ("code", "total", "unverified", "extra", "mask", "partly", "since")
    return tuple(commune[name] for name in names)
