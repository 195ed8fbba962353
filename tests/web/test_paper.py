"""Maps for paper by an address."""

from io import BytesIO
from urllib.parse import unquote

import pytest
from PIL import Image
from starlette.testclient import TestClient

from dashboard.measures.selection import Selection
from dashboard.store.database import Store
from dashboard.web.words import words_of
from tests.web.prepared import WHOLE


def test_a_map_is_had_by_the_address_of_the_page(filled: Store, client: TestClient):
    selection = Selection(WHOLE, measure="unverified_count")
    answer = client.get(f"/export/map.pdf?{selection.as_query()}&kho=a3&den-trang=1")
    assert answer.headers["content-type"] == "application/pdf"
    assert "unverified_count_2026-11-04_tat-ca_a3_den-trang.pdf" in answer.headers["content-disposition"]
    assert unquote(answer.headers["x-alt"]) == words_of(selection, filled).alt
    assert answer.content.startswith(b"%PDF")


def test_grey_and_colour_are_two_pictures(filled: Store, client: TestClient):
    address = f"/export/map.png?{Selection(WHOLE).as_query()}"
    colour, grey = (Image.open(BytesIO(client.get(address + more).content)) for more in ("", "&den-trang=1"))
    assert colour.size == grey.size
    assert grey.convert("HSV").getextrema()[1] == (0, 0)
    assert colour.convert("HSV").getextrema()[1][1] > 200


@pytest.mark.usefixtures("filled")
@pytest.mark.parametrize("wrong", ["map.gif?kho=a4", "map.pdf?kho=a5"])
def test_another_form_or_paper_is_not_there(client: TestClient, wrong: str):
    assert client.get(f"/export/{wrong}").status_code == 404


@pytest.mark.usefixtures("empty")
def test_without_figures_there_is_no_map(client: TestClient):
    assert client.get("/export/map.pdf").status_code == 404
