"""Layouts that ship: they are the carriers' own, and known by their texts alone."""

from datetime import date
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from dashboard.intake.examine import examine
from dashboard.intake.layout.known import (
    KnownLayouts,
    Layout,
    fingerprint_of,
    layouts_in,
    shipped_layouts,
)
from dashboard.reference.carriers import carriers
from dashboard.reference.names import fold
from dashboard.store.database import Store
from tests.conftest import EXAMPLES_DIR
from tests.intake.reports import request_of

HEADER = "carrier_code,version,valid_from_on,letter,label,column\n"


def layout(carrier_code: str = "viettel", version: int = 1, texts: tuple[str, ...] = ("Mã", "Tên")) -> Layout:
    return Layout(carrier_code, version, date(2026, 10, 28), texts, {"commune_code": 0})


def test_every_carrier_has_a_layout_that_ships():
    assert {it.carrier_code for it in shipped_layouts()} == {carrier.code for carrier in carriers()}


@pytest.mark.parametrize("name", sorted(path.name for path in EXAMPLES_DIR.glob("*_2026-*")))
def test_every_example_is_read_by_its_carriers_layout(name: str, store: Store):
    examination = examine(request_of(name, (EXAMPLES_DIR / name).read_bytes()), store)
    header = examination.case.headers[0]
    assert header.layout is not None
    assert header.layout.carrier_code == name.split("_", maxsplit=1)[0]
    assert "layout_changed" not in {finding.rule for finding in examination.receipt.findings}


@given(texts=st.lists(st.sampled_from(["Mã xã", "TÊN XÃ", "", "Đã XT", "khoá 1C"]), max_size=8))
@settings(max_examples=40)
def test_case_accents_and_empty_columns_at_the_end_do_not_matter_order_does(texts: list[str]):
    assert fingerprint_of([*texts, "", ""]) == fingerprint_of(fold(text) for text in texts)
    assert fingerprint_of(texts) == fingerprint_of(text.upper() for text in texts)
    assert (fingerprint_of(texts) == fingerprint_of(["x", *texts])) is False


def test_a_carriers_own_layout_comes_before_everybodys_and_a_later_before_an_earlier():
    anybodys, first, second = layout(""), layout(version=1), layout(version=2)
    known = KnownLayouts((first, anybodys)).and_also(second)
    assert known.find("viettel", first.fingerprint) is second
    assert known.find("mobifone", first.fingerprint) is anybodys
    assert known.find(None, first.fingerprint) is anybodys
    assert known.find("viettel", "another") is None
    assert known.last_of("viettel") is second
    assert (known.next_version("viettel"), known.next_version("wintel")) == (3, 1)


@pytest.mark.parametrize(
    "rows",
    [
        "viettel,1,2026-10-28,A,Mã,commune_code\nviettel,1,2026-10-28,A,Tên,commune_name\n",
        "viettel,1,2026-10-28,A,Mã,commune_code\nviettel,1,2026-10-28,B,Mã xã,commune_code\n",
    ],
)
def test_a_table_that_contradicts_itself_is_refused(tmp_path: Path, rows: str):
    table = tmp_path / "viettel.csv"
    table.write_text(HEADER + rows, encoding="utf-8")
    with pytest.raises(ValueError, match="twice"):
        layouts_in(table)
