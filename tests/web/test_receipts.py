"""Receipts and corrections by their addresses."""

import io
from urllib.parse import unquote

import openpyxl
import pytest
from starlette.testclient import TestClient

from dashboard.intake.findings_sheet import FINDINGS_SHEET
from dashboard.store.database import Store
from tests.web.prepared import FILES, LAST

OF_MOBIFONE = f"{len([name for names in FILES.values() for name in names]) - 1:08d}"  # communes left out


def test_a_receipt_is_there_as_json_and_as_a_workbook(filled: Store, client: TestClient):
    told = client.get(f"/receipts/{OF_MOBIFONE}.json")
    assert told.headers["content-type"] == "application/json"
    assert (told.json()["carrier"], told.json()["round"]) == ("mobifone", LAST.isoformat())
    book = client.get(f"/receipts/{OF_MOBIFONE}.xlsx")
    assert openpyxl.load_workbook(io.BytesIO(book.content)).sheetnames[0] == "Biên nhận báo cáo"
    assert f"bien-nhan_{OF_MOBIFONE}" in book.headers["content-disposition"]


def test_a_doubtful_file_is_there_with_its_faults_marked(filled: Store, client: TestClient):
    answer = client.get(f"/receipts/{OF_MOBIFONE}/correction.xlsx")
    assert openpyxl.load_workbook(io.BytesIO(answer.content)).sheetnames[0] == FINDINGS_SHEET
    assert "missing_communes_mobifone_2026-11-11_can-sua.xlsx" in unquote(
        answer.headers["content-disposition"]
    )


@pytest.mark.parametrize(
    "address",
    ["00000099.json", "00000001.pdf", "1.json", "..%2F..%2Fjournal.json", "00000001/correction.xlsx"],
)
def test_what_is_not_there_is_404(filled: Store, client: TestClient, address: str):
    assert client.get(f"/receipts/{address}").status_code == 404
